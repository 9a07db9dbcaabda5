package vn.diemcau.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.diemcau.Config;
import vn.diemcau.Platform;

/**
 * Requests mutated from the contract: {@code bench fuzz [--requests 10000] [--seed N]}, so many for each route, by an administrator
 * and by nobody. Whatever comes in, the answer is not a fault of the server and comes within ten seconds. The last line is
 * {@code errors}.
 */
public final class FuzzBench {
    /** Not asked: they end the caller's own sign-in. */
    private static final Set<String> LEFT_OUT =
            Set.of("POST /sign-out", "POST /me/lock", "POST /sessions/{session}/sites/{site}/doors");

    private static final int AT_ONCE = 8;

    private final Vertx vertx = Vertx.vertx();
    private final int requests;
    private final long seed;
    private final Consumer<String> say;

    private FuzzBench(int requests, long seed, Consumer<String> say) {
        this.requests = requests;
        this.seed = seed;
        this.say = say;
    }

    static void run(String[] arguments) throws Exception {
        int requests = 10_000;
        long seed = new Random().nextLong();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals("--requests")) requests = Integer.parseInt(arguments[i + 1]);
            else if (arguments[i].equals("--seed")) seed = Long.parseLong(arguments[i + 1]);
        }
        List<String> wrong = sent(requests, seed, System.out::println);
        System.out.println("errors " + wrong.size());
    }

    /** Sends so many requests to each route of a fresh installation; what went wrong, each with the request that did it. */
    public static List<String> sent(int requests, long seed, Consumer<String> say) throws Exception {
        return new FuzzBench(requests, seed, say).all();
    }

    private List<String> all() throws Exception {
        Path folder = Files.createTempDirectory("diemcau-bench-fuzz");
        say.accept("seed " + seed + ", " + requests + " requests a route");
        try {
            List<String> told = new ArrayList<>();
            Platform platform = new Platform(
                    vertx,
                    Config.read(List.of("--port", "0", "--data", folder.toString()), BenchSettings.with(Map.of())),
                    told::add);
            wait(platform.start());
            try (RushCaller caller = new RushCaller(platform.port(), told)) {
                stage(caller);
                try (FuzzCaller fuzz = new FuzzCaller(platform.port(), caller.signIn(), AT_ONCE)) {
                    List<String> wrong = walk(fuzz);
                    // what was kept of all this must still be readable
                    caller.one("GET", "/sessions/buoi/wall", null);
                    return wrong;
                }
            } finally {
                wait(platform.stop());
            }
        } finally {
            wait(vertx.close());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            } catch (IOException left) {
                say.accept("left behind: " + folder);
            }
        }
    }

    private static <T> T wait(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
    }

    private List<String> walk(FuzzCaller caller) throws Exception {
        ContractSamples samples = new ContractSamples();
        Map<String, String> known = new HashMap<>(
                Map.of("unit", "T-1", "person", person(1), "programme", "lop", "session", "buoi", "site", "diem"));
        known.put("from", "2026-11-22T01:00:00Z");
        known.put("to", "2026-11-23T01:00:00Z");
        Mutations mutations = new Mutations(seed, samples, known);
        Map<Integer, Integer> answers = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        long begun = System.nanoTime();
        int routes = 0;
        for (ContractSamples.Operation operation : samples.operations()) {
            if (LEFT_OUT.contains(operation.name()) || operation.path().endsWith("/live")) continue;
            routes++;
            List<Mutations.Request> calls = new ArrayList<>();
            for (int i = 0; i < requests; i++) calls.add(mutations.next(operation));
            for (FuzzCaller.Answer answer : caller.all(calls)) {
                answers.merge(answer.status(), 1, Integer::sum);
                if (answer.isFault()) wrong.add(answer.told());
            }
        }
        say.accept(String.format(
                Locale.ROOT, "%d routes in %.1f s, answers %s", routes, (System.nanoTime() - begun) / 1e9, answers));
        wrong.stream().limit(40).forEach(say);
        return wrong;
    }

    private static String person(int number) {
        return String.format(Locale.ROOT, "00000000-0000-7000-8000-%012x", number);
    }

    /** A commune with a few people and a conference under way, so that requests reach what handlers do. */
    private static void stage(RushCaller caller) throws Exception {
        for (String[] unit :
                new String[][] {{"T", "province", "1"}, {"T-1", "commune", "2"}, {"T-1-B1", "cell", "4"}}) {
            JsonObject body = new JsonObject()
                    .put("code", unit[0])
                    .put("name", "Đảng bộ " + unit[0])
                    .put("tree", "party")
                    .put("type", unit[1])
                    .put("level", Integer.parseInt(unit[2]))
                    .put("from", "2025-07-01");
            if (unit[0].contains("-")) body.put("parent", unit[0].substring(0, unit[0].lastIndexOf('-')));
            caller.one("POST", "/units", body);
        }
        for (int i = 1; i <= 5; i++) {
            caller.one(
                    "PUT",
                    "/persons/" + person(i),
                    new JsonObject()
                            .put("name", "Nguyễn Văn An")
                            .put("birth", "1980")
                            .put("unit", "T-1-B1")
                            .put("status", "official")
                            .put("from", "2026-01-01"));
        }
        Instant now = Instant.now();
        JsonObject site = new JsonObject()
                .put("id", "diem")
                .put("kind", "linked")
                .put("name", "Điểm cầu")
                .put("units", new JsonArray().add("T-1"));
        caller.one(
                "PUT",
                "/programmes/lop",
                new JsonObject()
                        .put("kind", "conference")
                        .put("title", "Hội nghị")
                        .put("unit", "T")
                        .put("mode", "hybrid")
                        .put("sites", new JsonArray().add(site)));
        caller.one(
                "POST",
                "/programmes/lop/sessions",
                new JsonObject()
                        .put(
                                "sessions",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", "buoi")
                                                .put(
                                                        "startsAt",
                                                        now.minus(Duration.ofMinutes(2))
                                                                .toString())
                                                .put(
                                                        "endsAt",
                                                        now.plus(Duration.ofHours(3))
                                                                .toString()))));
        JsonObject rule = new JsonObject().put("kind", "units").put("units", new JsonArray().add("T"));
        caller.one(
                "PUT", "/programmes/lop/scope", new JsonObject().put("rev", 0).put("rules", new JsonArray().add(rule)));
        caller.one("POST", "/programmes/lop/state", new JsonObject().put("state", "issued"));
        caller.until("buoi", "required", 5);
    }
}
