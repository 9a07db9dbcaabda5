package vn.diemcau.bench;

import com.mongodb.reactivestreams.client.MongoClient;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bson.Document;
import vn.diemcau.Config;
import vn.diemcau.Platform;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.mongo.Mongo;

/**
 * Meetings that fill and empty: {@code bench presence [--rooms 100] [--people 50]}. A real Prosody with our module, everybody a websocket
 * of their own, our server pulling; each person comes in and goes, every tenth without a word. Evidence and attendance are held against
 * what was played: what is told twice or by nobody's deed, at another time than it was, or otherwise in attendance. The last line is
 * {@code lost}: comings and goings that are not among the evidence.
 */
final class PresenceBench {
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int rooms;
    private final int people;
    private final PresenceTruth truth = new PresenceTruth();
    private final Vertx vertx = Vertx.vertx();

    private PresenceBench(int rooms, int people) {
        this.rooms = rooms;
        this.people = people;
    }

    static void run(String[] arguments) throws Exception {
        int rooms = 100;
        int people = 50;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals("--rooms")) rooms = Integer.parseInt(arguments[i + 1]);
            else if (arguments[i].equals("--people")) people = Integer.parseInt(arguments[i + 1]);
        }
        new PresenceBench(rooms, people).all();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private void all() throws Exception {
        Path folder = Files.createTempDirectory("diemcau-bench-presence");
        long lost;
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient driver = Drive.connect(store.connectionString());
                Prosody prosody = new Prosody(30, 5).start()) {
            List<String> told = new ArrayList<>();
            Platform platform = new Platform(vertx, config(folder, store, prosody), told::add);
            RushBench.wait(platform.start());
            try (RushCaller caller = new RushCaller(platform.port(), told)) {
                List<String> names = sessions(caller);
                say("%d rooms of %d participants, each a websocket of its own", rooms, people);
                lost = play(prosody, names, driver);
                say("otherwise in attendance %d", otherwise(caller));
            }
            RushBench.wait(platform.stop());
        } finally {
            RushBench.wait(vertx.close());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            } catch (IOException left) {
                say("left behind: %s", folder);
            }
        }
        say("lost %d", lost);
    }

    private static Config config(Path folder, EmbeddedStore store, Prosody prosody) throws Config.Faulty {
        return Config.read(
                List.of("--port", "0", "--data", folder.toString()),
                BenchSettings.with(Map.of(
                        "MONGODB_URI",
                        store.connectionString(),
                        "JITSI_URL",
                        "https://meet.test",
                        "JITSI_APP_ID",
                        "diemcau",
                        "JITSI_APP_SECRET",
                        Prosody.APP_SECRET,
                        "JITSI_PRESENCE",
                        "bench=" + prosody.url(),
                        "JITSI_PRESENCE_SECRET",
                        Prosody.PRESENCE_SECRET)));
    }

    /** A session for each room with everybody on its list; answers the rooms' names. */
    private List<String> sessions(RushCaller caller) throws Exception {
        caller.one(
                "POST",
                "/units",
                new JsonObject()
                        .put("code", "R")
                        .put("name", "Đảng bộ tỉnh")
                        .put("tree", "party")
                        .put("type", "unit")
                        .put("level", 1)
                        .put("from", "2025-07-01"));
        for (int i = 0; i < people; i++) {
            caller.one(
                    "PUT",
                    "/persons/" + person(i),
                    new JsonObject()
                            .put("name", "Nguyễn Văn Thử")
                            .put("unit", "R")
                            .put("status", "official")
                            .put("birth", "1980")
                            .put("from", "2026-01-01"));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            String id = "buoi-" + i;
            Instant now = Instant.now();
            caller.one(
                    "PUT",
                    "/programmes/" + id,
                    new JsonObject()
                            .put("kind", "class")
                            .put("title", "Lớp thử")
                            .put("unit", "R")
                            .put("mode", "remote"));
            JsonObject session = new JsonObject()
                    .put("id", id)
                    .put("startsAt", now.minusSeconds(60).toString())
                    .put("endsAt", now.plus(Duration.ofHours(3)).toString());
            caller.one(
                    "POST",
                    "/programmes/" + id + "/sessions",
                    new JsonObject().put("sessions", new JsonArray().add(session)));
            JsonObject everybody = new JsonObject().put("kind", "units").put("units", new JsonArray().add("R"));
            caller.one(
                    "PUT",
                    "/programmes/" + id + "/scope",
                    new JsonObject().put("rev", 0).put("rules", new JsonArray().add(everybody)));
            caller.one("POST", "/programmes/" + id + "/state", new JsonObject().put("state", "issued"));
            names.add(caller.one("POST", "/sessions/" + id + "/join", new JsonObject())
                    .getJsonObject("meeting")
                    .getString("room"));
        }
        for (int i = 0; i < rooms; i++) listed(caller, "buoi-" + i);
        return names;
    }

    private void listed(RushCaller caller, String session) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (caller.one("GET", "/sessions/" + session + "/attendance?limit=" + people, null)
                        .getJsonArray("items")
                        .size()
                < people) {
            if (System.nanoTime() > end) throw new IllegalStateException("no list for " + session);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static String person(int number) {
        return String.format(Locale.ROOT, "00000000-0000-7000-8000-%012x", number);
    }

    private static String token(String room, int person) {
        return Jwts.builder()
                .issuer("diemcau")
                .claim("aud", "diemcau")
                .subject("*")
                .claim("room", room)
                .expiration(Date.from(Instant.now().plusSeconds(3600)))
                .claim("context", Map.of("user", Map.of("id", person(person), "name", "Nguyễn Văn Thử")))
                .signWith(Keys.hmacShaKeyFor(Prosody.APP_SECRET.getBytes(StandardCharsets.UTF_8)), Jwts.SIG.HS256)
                .compact();
    }

    private long play(Prosody prosody, List<String> names, MongoClient driver) throws Exception {
        long expected = 2L * rooms * people;
        long began = System.nanoTime();
        ExecutorService players = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> plays = new ArrayList<>();
            for (int i = 0; i < rooms; i++) {
                String session = "buoi-" + i;
                String room = names.get(i);
                plays.add(() -> play(prosody, session, room));
            }
            for (Future<Void> one : players.invokeAll(plays)) one.get();
        } finally {
            players.shutdown();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long end = System.nanoTime() + PATIENCE.toNanos();
        PresenceTruth.Distance distance = truth.from(evidence(driver));
        while (distance.lost() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            distance = truth.from(evidence(driver));
        }
        say(
                "%,d comings and goings in %.1f s: %,.0f events/s through Prosody; all kept after %.1f s",
                expected, seconds, expected / seconds, (System.nanoTime() - began) / 1e9);
        long[] lags = lags(driver);
        if (lags.length > 0) {
            say(
                    "lag from the event to durable evidence  p50 %d ms  p99 %d ms  most %d ms",
                    lags[lags.length / 2], lags[(int) (lags.length * 0.99)], lags[lags.length - 1]);
        }
        say("told twice or of nobody %d, at a wrong time %d", distance.extra(), distance.wrong());
        return distance.lost();
    }

    /** A room fills; then all leave, every tenth without a word. */
    private Void play(Prosody prosody, String session, String room) {
        List<Participant> in = new ArrayList<>();
        List<Instant> joins = new ArrayList<>();
        List<Instant> joined = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Participant one = Participant.connect(prosody.port, token(room, i));
            joins.add(Instant.now());
            joined.add(one.join(room, "n" + i));
            in.add(one);
        }
        for (int i = 0; i < people; i++) {
            boolean silent = i % 10 == 9;
            Instant leaves = Instant.now();
            if (silent) in.get(i).kill();
            else in.get(i).close();
            Instant left = silent ? null : Instant.now();
            truth.was(session, person(i), new PresenceTruth.Stay(joins.get(i), joined.get(i), leaves, left));
        }
        return null;
    }

    /** How many rows of attendance say something else than was played; it may be reckoned a moment after the evidence. */
    private long otherwise(RushCaller caller) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        long wrong = rowsOtherwise(caller);
        while (wrong > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            wrong = rowsOtherwise(caller);
        }
        return wrong;
    }

    private long rowsOtherwise(RushCaller caller) throws Exception {
        long right = 0;
        for (int i = 0; i < rooms; i++) {
            String session = "buoi-" + i;
            JsonArray rows = caller.one("GET", "/sessions/" + session + "/attendance?limit=" + people, null)
                    .getJsonArray("items");
            for (int row = 0; row < rows.size(); row++) {
                if (truth.says(session, rows.getJsonObject(row))) right++;
            }
        }
        return (long) rooms * people - right;
    }

    /** Of comings alone: a going without a word is known only after the time for taking it up again. */
    private static long[] lags(MongoClient driver) throws Exception {
        return evidence(driver).stream()
                .filter(one -> one.getString("kind").equals("CONNECTED"))
                .mapToLong(one -> one.getDate("receivedAt").getTime()
                        - one.getDate("seenAt").getTime())
                .sorted()
                .toArray();
    }

    private static List<Document> evidence(MongoClient driver) throws Exception {
        io.vertx.core.Future<List<Document>> found = Mongo.all(driver.getDatabase("diemcau")
                .getCollection("evidence")
                .find(new Document("source", "MEETING"))
                .batchSize(5_000));
        return found.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
