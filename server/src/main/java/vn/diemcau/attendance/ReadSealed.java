package vn.diemcau.attendance;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.http.Input;
import vn.diemcau.problem.Problem;

/** Reads a sealed batch: its lines are what the device signed, letter by letter. */
final class ReadSealed {
    private static final int MOST = 200;

    private ReadSealed() {}

    /**
     * A sealed batch with its lines read.
     *
     * @param entries a line each; null where it cannot be read
     * @param sentAt the device's clock as it was sent, null in a file
     * @param measured by how much the server's clock was ahead when the device last measured it, for a file
     */
    record Batch(
            Sealed sealed,
            List<@Nullable JsonObject> entries,
            @Nullable Instant sentAt,
            @Nullable Duration measured,
            long lastN,
            String lastHash) {
        Duration offset(Instant now) {
            if (sentAt != null) return Duration.between(sentAt, now);
            return measured == null ? Duration.ZERO : measured;
        }
    }

    static Batch of(Input in) {
        String head = in.text("head");
        List<String> lines = in.texts("lines", MOST);
        JsonObject said = object(head);
        if (said == null || lines.isEmpty()) throw malformed();
        List<@Nullable JsonObject> entries = new ArrayList<>();
        long first = 0;
        long last = 0;
        boolean linked = true;
        String before = null;
        String previous = null;
        for (String line : lines) {
            JsonObject entry = object(line);
            entries.add(entry);
            long n = entry != null && entry.getValue("n") instanceof Number number ? number.longValue() : 0;
            String named = entry != null && entry.getValue("previous") instanceof String text ? text : "";
            if (before == null) {
                first = n;
                previous = named;
            } else if (n != last + 1 || !named.equals(before)) linked = false;
            last = Math.max(last, n);
            before = Sealed.hash(line);
        }
        Sealed sealed = new Sealed(
                head,
                lines,
                bytes(in.text("signature")),
                text(said, "device"),
                text(said, "session"),
                text(said, "site"),
                first,
                linked,
                previous);
        return new Batch(
                sealed,
                entries,
                said.containsKey("sentAt") ? instant(text(said, "sentAt")) : null,
                said.getValue("offsetMillis") instanceof Number millis ? Duration.ofMillis(millis.longValue()) : null,
                last,
                before == null ? "" : before);
    }

    private static @Nullable JsonObject object(String text) {
        try {
            return new JsonObject(text);
        } catch (DecodeException unreadable) {
            return null;
        }
    }

    private static String text(JsonObject from, String name) {
        if (from.getValue(name) instanceof String text) return text;
        throw malformed();
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            throw malformed();
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Problem.invalid(
                "sealed", "malformed", "A head that names device, session and site, lines, and a signature.");
    }
}
