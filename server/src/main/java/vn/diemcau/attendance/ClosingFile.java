package vn.diemcau.attendance;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain of closings as a text file, a line each, and its proof: readable and provable without this program's store. */
public final class ClosingFile {
    private static final String FORMAT = "diemcau-closings-1";

    private ClosingFile() {}

    static String begin(Instant now) {
        return new JsonObject()
                        .put("format", FORMAT)
                        .put("exportedAt", now.toString())
                        .encode() + "\n";
    }

    static String line(Closing closing) {
        JsonObject counts = new JsonObject(new LinkedHashMap<>(closing.counts().asMap()));
        return new JsonObject()
                        .put("number", closing.number())
                        .put("level", closing.level().wire())
                        .put("scope", closing.scope())
                        .put("by", closing.by())
                        .put("at", closing.at().toString())
                        .put("counts", counts)
                        .put("covers", closing.covers())
                        .put("root", closing.root())
                        .put("previous", closing.previous())
                        .put("hash", closing.hash())
                        .encode()
                + "\n";
    }

    /** What the closing above covers. */
    static String line(Closing.Leaf leaf) {
        return new JsonObject()
                        .put("salt", leaf.salt())
                        .put("record", leaf.record())
                        .put("covered", leaf.hash())
                        .encode()
                + "\n";
    }

    /**
     * What a file proved.
     *
     * @param broken the first thing that is not as it was closed, or null
     */
    public record Proof(
            long closings,
            long records,
            String head,
            @Nullable String broken) {}

    /** Reads to the first broken link. */
    public static Proof prove(BufferedReader file) throws IOException {
        return new Reading().all(file);
    }

    private static final class Reading {
        private long closings;
        private long records;
        private String head = Closing.NONE;
        private @Nullable Closing open;
        private final List<Closing.Leaf> leaves = new ArrayList<>();

        private Proof all(BufferedReader file) throws IOException {
            @Nullable String broken = null;
            long number = 0;
            for (String line = file.readLine(); line != null && broken == null; line = file.readLine()) {
                number++;
                broken = read(line, number);
            }
            if (broken == null && number == 0) broken = "the file is empty";
            if (broken == null) broken = covered();
            return new Proof(closings, records, head, broken);
        }

        private @Nullable String read(String line, long number) {
            try {
                JsonObject json = new JsonObject(line);
                if (number == 1) {
                    return FORMAT.equals(json.getString("format")) ? null : "line 1: not a file of closings";
                }
                if (!json.containsKey("covered")) return link(closing(json));
                leaves.add(
                        new Closing.Leaf(json.getString("salt"), json.getString("record"), json.getString("covered")));
                return null;
            } catch (DecodeException
                    | ClassCastException
                    | IllegalArgumentException
                    | NullPointerException
                    | DateTimeParseException unreadable) {
                return "line " + number + ": unreadable";
            }
        }

        private @Nullable String link(Closing next) {
            @Nullable String broken = covered();
            if (broken != null) return broken;
            String name = "closing " + next.number() + " (" + next.scope() + ")";
            if (next.number() != closings + 1) return name + ": closing " + (closings + 1) + " is missing";
            if (!next.previous().equals(head)) return name + ": does not follow the closing before it";
            if (!next.computed().equals(next.hash())) return name + ": was changed after it was closed";
            closings++;
            head = next.hash();
            open = next;
            return null;
        }

        /** Whether the records given for the closing above are those it covers; a file may leave out all of them. */
        private @Nullable String covered() {
            Closing closing = open;
            List<Closing.Leaf> given = List.copyOf(leaves);
            leaves.clear();
            records += given.size();
            if (given.isEmpty()) return null;
            if (closing == null) return "a record stands before the first closing";
            String name = "closing " + closing.number() + " (" + closing.scope() + ")";
            Optional<Closing.Leaf> changed =
                    given.stream().filter(leaf -> !leaf.intact()).findFirst();
            if (changed.isPresent()) {
                return name + ": a record was changed: " + changed.get().record();
            }
            if (given.size() != closing.covers()) {
                return name + ": covers " + closing.covers() + " records, the file has " + given.size();
            }
            return Closing.root(given).equals(closing.root()) ? null : name + ": its records are not those it covers";
        }

        private static Closing closing(JsonObject json) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            json.getJsonObject("counts").forEach(entry -> counts.put(entry.getKey(), (Integer) entry.getValue()));
            return new Closing(
                    json.getLong("number"),
                    Closing.Level.valueOf(json.getString("level").toUpperCase(Locale.ROOT)),
                    json.getString("scope"),
                    json.getString("by"),
                    Instant.parse(json.getString("at")),
                    Counts.of(counts),
                    json.getInteger("covers"),
                    json.getString("root"),
                    json.getString("previous"),
                    json.getString("hash"));
        }
    }
}
