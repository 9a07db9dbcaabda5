package vn.diemcau.bench;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import vn.diemcau.Config;
import vn.diemcau.Platform;
import vn.diemcau.attendance.AttendanceFeature;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.mongo.Index;

/**
 * Everybody at the door at once: {@code bench rush [--seconds 30] [--people 1000]}. Signed-in marks over HTTP into fresh sessions,
 * beside the bare driver writing the same documents under the same indexes into the same store. The last line is {@code ratio}: the
 * smaller of the two at 16 and at 64 at once.
 */
final class RushBench {
    private final int seconds;
    private final int people;
    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong sessions = new AtomicLong();

    private RushBench(int seconds, int people) {
        this.seconds = seconds;
        this.people = people;
    }

    static void run(String[] arguments) throws Exception {
        int seconds = 30;
        int people = 1000;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals("--seconds")) seconds = Integer.parseInt(arguments[i + 1]);
            else if (arguments[i].equals("--people")) people = Integer.parseInt(arguments[i + 1]);
        }
        new RushBench(seconds, people).all();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private void all() throws Exception {
        Path folder = Files.createTempDirectory("diemcau-bench-rush");
        double worst = Double.MAX_VALUE;
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient raw = Drive.connect(store.connectionString())) {
            List<String> told = new ArrayList<>();
            Config config = Config.read(
                    List.of("--port", "0", "--data", folder.toString()),
                    Map.of("MONGODB_URI", store.connectionString()));
            Platform platform = new Platform(vertx, config, told::add);
            wait(platform.start());
            RushCaller caller = new RushCaller(vertx, platform.port(), told);
            roster(caller);
            say("people %d, %d s for each of: raw and marks, at 16 and at 64 at once", people, seconds);
            phase(caller, 16, 2);
            for (int atOnce : new int[] {16, 64}) {
                double marks = phase(caller, atOnce, seconds);
                double bare = raw(raw.getDatabase("diemcau"), atOnce);
                say("raw       %2d at once  %,9.0f evidence/s   ratio %.2f", atOnce, bare, marks / bare);
                worst = Math.min(worst, marks / bare);
            }
            wait(platform.stop());
        } finally {
            wait(vertx.close());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            } catch (IOException left) {
                say("left behind: %s", folder);
            }
        }
        say("ratio %.2f", worst);
    }

    static <T> T wait(io.vertx.core.Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(600, TimeUnit.SECONDS);
    }

    private void roster(RushCaller caller) throws Exception {
        unit(caller, "R", "Đảng bộ tỉnh", 1, null);
        unit(caller, "RC", "Đảng bộ xã", 2, "R");
        unit(caller, "RB", "Chi bộ", 4, "RC");
        List<RushCaller.Call> calls = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            calls.add(new RushCaller.Call(
                    "PUT",
                    "/persons/" + person(i),
                    new JsonObject()
                            .put("name", "Nguyễn Văn Thử")
                            .put("unit", "RB")
                            .put("status", "official")
                            .put("birth", "1980")
                            .put("from", "2026-01-01")));
        }
        caller.all(calls, 16);
    }

    private static String person(int number) {
        return String.format(Locale.ROOT, "00000000-0000-7000-8000-%012x", number);
    }

    private static void unit(
            RushCaller caller, String code, String name, int level, @org.jspecify.annotations.Nullable String parent)
            throws Exception {
        JsonObject body = new JsonObject()
                .put("code", code)
                .put("name", name)
                .put("tree", "party")
                .put("type", level == 4 ? "party_cell" : "party_organization")
                .put("level", level)
                .put("from", "2026-01-01");
        if (parent != null) body.put("parent", parent);
        caller.one("POST", "/units", body);
    }

    /** Fresh sessions under way, each with everybody on its list; their ids. */
    private List<String> fresh(RushCaller caller, int count) throws Exception {
        String programme = "rush-" + sessions.get();
        JsonObject site = new JsonObject()
                .put("id", "hall")
                .put("kind", "main")
                .put("name", "Hội trường")
                .put("seats", people)
                .put("units", new JsonArray().add("R"));
        caller.one(
                "PUT",
                "/programmes/" + programme,
                new JsonObject()
                        .put("kind", "conference")
                        .put("title", "Hội nghị")
                        .put("unit", "R")
                        .put("mode", "hybrid")
                        .put("sites", new JsonArray().add(site)));
        List<String> ids = new ArrayList<>();
        JsonArray planned = new JsonArray();
        Instant start = Instant.now().plusSeconds(600);
        for (int i = 0; i < count; i++) {
            String id = "rush-s" + sessions.getAndIncrement();
            ids.add(id);
            planned.add(new JsonObject()
                    .put("id", id)
                    .put("topic", "Buổi " + i)
                    .put("startsAt", start.toString())
                    .put("endsAt", start.plusSeconds(7200).toString()));
        }
        caller.one("POST", "/programmes/" + programme + "/sessions", new JsonObject().put("sessions", planned));
        int rev = caller.one("GET", "/programmes/" + programme + "/scope", null).getInteger("rev");
        JsonObject rule = new JsonObject().put("kind", "units").put("units", new JsonArray().add("R"));
        caller.one(
                "PUT",
                "/programmes/" + programme + "/scope",
                new JsonObject().put("rev", rev).put("rules", new JsonArray().add(rule)));
        caller.one("POST", "/programmes/" + programme + "/state", new JsonObject().put("state", "issued"));
        for (String id : ids) caller.until(id, "required", people);
        return ids;
    }

    /** Marks everybody of fresh sessions until the time has run; answers marks a second. */
    private double phase(RushCaller caller, int atOnce, int atLeast) throws Exception {
        double active = 0;
        long marks = 0;
        long duplicates = 0;
        double behind = 0;
        List<Long> nanos = new ArrayList<>();
        caller.errors.set(0);
        while (active < atLeast) {
            List<String> ids = fresh(caller, atLeast < 5 ? 2 : 12);
            List<RushCaller.Call> calls = new ArrayList<>();
            for (String id : ids) {
                for (int i = 0; i < people; i++) {
                    JsonObject body = new JsonObject()
                            .put("kind", "in")
                            .put("by", "tick")
                            .put("person", person(i))
                            .put("seenAt", Instant.now().toString());
                    calls.add(new RushCaller.Call("PUT", "/sessions/" + id + "/sites/hall/evidence/m" + i, body));
                }
            }
            long start = System.nanoTime();
            RushCaller.Done done = caller.all(calls, atOnce);
            active += (System.nanoTime() - start) / 1e9;
            long end = System.nanoTime();
            for (String id : ids) caller.until(id, "present", people);
            behind = Math.max(behind, (System.nanoTime() - end) / 1e9);
            marks += done.counted();
            duplicates += calls.size() - done.counted();
            nanos.addAll(done.nanos());
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        if (atLeast >= 5) {
            say(
                    "marks     %2d at once  %,9.0f marks/s      p50 %.1f ms  p99 %.1f ms  tallies equal marks after %.2f s  not counted %d  errors %d",
                    atOnce,
                    marks / active,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.99)] / 1e6,
                    behind,
                    duplicates,
                    caller.errors.get());
        }
        return marks / active;
    }

    /** The bare driver inserting documents such as the marks just kept, under the same indexes. */
    private double raw(MongoDatabase database, int atOnce) throws Exception {
        Document sample = Objects.requireNonNull(Drive.await(
                database.getCollection("evidence").find().batchSize(1).limit(1)));
        MongoCollection<Document> bare = database.getCollection("rush_raw");
        for (Index index : AttendanceFeature.indexes()) {
            if (!index.collection().equals("evidence")) continue;
            Drive.await(bare.createIndex(
                    index.keys(), new IndexOptions().unique(index.unique()).sparse(index.sparse())));
        }
        AtomicLong base = new AtomicLong(System.nanoTime());
        double rate = Drive.rate(atOnce, seconds, n -> {
            Document document = new Document(sample);
            String session = "raw-s" + (n / people);
            document.put("_id", session + "|" + base.get() + "m" + n);
            document.put("session", session);
            document.put("subject", person((int) (n % people)));
            document.put("subjects", List.of(session + "|" + person((int) (n % people))));
            document.put("place", session + "|hall");
            document.put("todo", System.currentTimeMillis());
            return bare.insertOne(document);
        });
        Drive.await(bare.drop());
        return rate;
    }
}
