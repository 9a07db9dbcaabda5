package vn.diemcau.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diemcau.Config;
import vn.diemcau.Platform;
import vn.diemcau.attendance.Evidence;
import vn.diemcau.attendance.RecountCheck;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.truth.Day;
import vn.diemcau.truth.Life;
import vn.diemcau.truth.Meeting;
import vn.diemcau.truth.Signal;
import vn.diemcau.truth.Truth;

/**
 * The same simulated lives through the whole server: phones that were without signal all day synchronise at last, twice and in any
 * order; then every outcome over HTTP is held against the truth, every sum against its parts, and all against a recount.
 */
public final class TruthServer {
    private static final int IN_EACH = 500;
    private static final int BATCH = 150;
    private static final long DAYS_AGO = 3 * 86_400L;
    private final Vertx vertx = Vertx.vertx();
    private final long people;
    private final Day day;
    private final Random random;
    private final Map<String, Life> lives = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private TruthServer(long seed, long people) {
        this.people = people;
        long midnight = Math.floorDiv(Instant.now().getEpochSecond(), 86_400L) * 86_400L - 7 * 3600L;
        this.day = new Day(seed, midnight - DAYS_AGO);
        this.random = new Random(seed);
    }

    /** What was wrong, each once; empty when all was right. */
    public static List<String> run(long seed, long people) throws Exception {
        return new TruthServer(seed, people).all();
    }

    private List<String> all() throws Exception {
        Path folder = Files.createTempDirectory("diemcau-truth");
        try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("store"))) {
            List<String> told = new ArrayList<>();
            Config config = Config.read(
                    List.of("--port", "0", "--data", folder.toString()),
                    BenchSettings.with(Map.of("MONGODB_URI", store.connectionString())));
            Platform platform = new Platform(vertx, config, told::add);
            RushBench.wait(platform.start());
            RushCaller caller = new RushCaller(platform.port(), told);
            TruthPlan plan = new TruthPlan(caller);
            int meetings = (int) ((people + IN_EACH - 1) / IN_EACH);
            for (int number = 0; number < meetings; number++) {
                Meeting meeting = day.meeting(number, number % 10 != 3);
                List<Life> here = new ArrayList<>();
                for (long i = (long) number * IN_EACH; i < Math.min(people, (number + 1L) * IN_EACH); i++) {
                    here.add(day.life(meeting, i));
                }
                plan.hold(meeting, here);
                here.forEach(life -> lives.put(meeting.id() + "|" + TruthPlan.person(life.person()), life));
                tell(platform, caller, meeting, here);
                if (meeting.closed()) {
                    caller.one("POST", "/sessions/" + meeting.id() + "/closing", new JsonObject().put("id", "closing"));
                }
            }
            RushBench.wait(platform.attendance().drained());
            for (int number = 0; number < meetings; number++) check(caller, "m" + number);
            try (Mongo mongo = Mongo.connect(store.connectionString(), "diemcau", true)) {
                faults.addAll(RushBench.wait(RecountCheck.all(mongo)).differences());
            }
            caller.close();
            RushBench.wait(platform.stop());
        } finally {
            RushBench.wait(vertx.close());
            delete(folder);
        }
        return faults;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    private void tell(Platform platform, RushCaller caller, Meeting meeting, List<Life> here) throws Exception {
        Map<String, List<Signal>> phones = new HashMap<>();
        List<Evidence> known = new ArrayList<>();
        List<Signal> office = new ArrayList<>();
        for (Life life : here) {
            Map<String, String> rooms = new HashMap<>();
            for (Signal.Arrival each : life.arrivals()) {
                Signal signal = each.signal();
                if (signal.room() != null) {
                    phones.computeIfAbsent(signal.room() + "|" + signal.device(), phone -> new ArrayList<>())
                            .add(signal);
                    rooms.put(signal.subject(), signal.room());
                } else if (!signal.kind().equals("merge") && !signal.kind().equals("correction")) {
                    String id = TruthCases.id(each);
                    known.add(TruthPlan.renamed(TruthCases.evidence(meeting.id(), id, each)));
                }
            }
            for (Signal.Arrival each : life.arrivals()) {
                String room = rooms.getOrDefault(each.signal().subject(), "r0");
                if (each.signal().kind().equals("merge")) office.add(at(each.signal(), room));
                if (each.signal().kind().equals("correction")) office.add(each.signal());
            }
        }
        Collections.shuffle(known, random);
        RushBench.wait(platform.attendance().intake().take(known));
        List<String> names = new ArrayList<>(phones.keySet());
        Collections.sort(names);
        Collections.shuffle(names, random);
        for (String phone : names) synchronise(caller, meeting, phone, phones.getOrDefault(phone, List.of()));
        for (Signal each : office) decide(caller, meeting, each);
    }

    private static Signal at(Signal signal, String room) {
        return new Signal(
                signal.id(),
                signal.kind(),
                signal.subject(),
                room,
                signal.device(),
                signal.by(),
                signal.saidAt(),
                signal.other(),
                signal.since(),
                signal.minutes(),
                signal.ahead());
    }

    private void synchronise(RushCaller caller, Meeting meeting, String phone, List<Signal> signals) throws Exception {
        List<Signal> shuffled = new ArrayList<>(signals);
        Collections.shuffle(shuffled, random);
        String room = phone.substring(0, phone.indexOf('|'));
        for (int from = 0; from < shuffled.size(); from += BATCH) {
            List<Signal> part = shuffled.subList(from, Math.min(shuffled.size(), from + BATCH));
            JsonArray entries = new JsonArray();
            part.forEach(signal -> entries.add(entry(signal)));
            Instant sentAt = Instant.now().plusSeconds(part.get(0).ahead());
            JsonObject body = new JsonObject()
                    .put("device", phone.replace('|', '-'))
                    .put("sentAt", sentAt.toString())
                    .put("entries", entries);
            JsonObject back =
                    caller.one("POST", "/sessions/" + meeting.id() + "/sites/" + room + "/evidence/batch", body);
            for (Object each : back.getJsonArray("results")) {
                JsonObject result = (JsonObject) each;
                boolean kept = List.of("counted", "already").contains(result.getString("result"));
                if (!kept) faults.add("not kept: " + result.encode());
            }
        }
    }

    private static JsonObject entry(Signal signal) {
        JsonObject entry = new JsonObject()
                .put("id", signal.id())
                .put("kind", signal.kind())
                .put("by", signal.by())
                .put("seenAt", Instant.ofEpochSecond(signal.saidAt()).toString());
        if (signal.kind().equals("walk_in")) entry.put("name", "Nông Văn Khách");
        else entry.put("person", TruthPlan.person(signal.subject()));
        if (signal.kind().equals("undo")) entry.put("undoes", signal.other());
        if (signal.since() != null)
            entry.put("since", Instant.ofEpochSecond(signal.since()).toString());
        return entry;
    }

    private static void decide(RushCaller caller, Meeting meeting, Signal signal) throws Exception {
        String session = "/sessions/" + meeting.id();
        if (signal.kind().equals("merge")) {
            JsonObject body = new JsonObject()
                    .put("id", signal.id())
                    .put("walkIn", signal.subject().substring("walk:".length()))
                    .put("person", TruthPlan.person(String.valueOf(signal.other())));
            caller.one("POST", session + "/sites/" + signal.room() + "/merges", body);
        } else {
            JsonObject body = new JsonObject()
                    .put("id", signal.id())
                    .put("standing", signal.other())
                    .put("reason", "Có tên trong sổ họp");
            String person = TruthPlan.person(signal.subject());
            caller.one("POST", session + "/attendance/" + person + "/corrections", body);
        }
    }

    private void check(RushCaller caller, String session) throws Exception {
        long[] sums = new long[3];
        JsonObject counts = new JsonObject();
        @Nullable String after = null;
        do {
            String query = "?limit=500" + (after == null ? "" : "&after=" + RushCaller.encoded(after));
            JsonObject page = caller.one("GET", "/sessions/" + session + "/attendance" + query, null);
            for (Object each : page.getJsonArray("items")) {
                JsonObject item = (JsonObject) each;
                JsonObject outcome = item.getJsonObject("outcome");
                String person = item.getJsonObject("person").getString("id");
                Life life = lives.remove(session + "|" + person);
                if (person.startsWith("walk:")) continue;
                sums[0]++;
                if (outcome.getString("standing").equals("present")) sums[1]++;
                sums[2] += outcome.getJsonArray("flags").contains("late") ? 1 : 0;
                String fault = life == null ? "nobody simulated" : life.truth().wrong(told(outcome));
                if (fault != null) faults.add(session + " " + person + " " + fault);
            }
            counts = page.getJsonObject("counts");
            after = page.getString("next");
        } while (after != null);
        JsonObject wall =
                caller.one("GET", "/sessions/" + session + "/wall", null).getJsonObject("counts");
        for (JsonObject each : List.of(counts, wall)) {
            boolean right = each.getLong("required") == sums[0]
                    && each.getLong("present") == sums[1]
                    && each.getLong("late") == sums[2];
            if (!right) faults.add(session + ": " + each.encode() + " are not the sums of its people");
        }
    }

    private static Truth.Told told(JsonObject outcome) {
        JsonArray flags = outcome.getJsonArray("flags");
        return new Truth.Told(
                outcome.getString("standing"),
                flags.contains("late"),
                flags.contains("left_early"),
                flags.contains("made_up"),
                outcome.getString("mode"),
                outcome.getInteger("minutes"),
                outcome.getString("certainty").toLowerCase(Locale.ROOT).equals("uncertain"));
    }
}
