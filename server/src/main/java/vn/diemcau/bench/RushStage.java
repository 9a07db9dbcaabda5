package vn.diemcau.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sets the stage of {@code bench rush} over HTTP: units, people, and fresh sessions with everybody on their lists. */
final class RushStage {
    private final RushCaller caller;
    private final int people;
    private final AtomicLong sessions = new AtomicLong();

    RushStage(RushCaller caller, int people) {
        this.caller = caller;
        this.people = people;
    }

    /** Three units, and the people in the lowest. */
    void roster() throws Exception {
        unit("R", "Đảng bộ tỉnh", 1, null);
        unit("RC", "Đảng bộ xã", 2, "R");
        unit("RB", "Chi bộ", 4, "RC");
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
        int refused = caller.all(calls, 16).errors();
        if (refused > 0) throw new IllegalStateException(refused + " people were refused");
    }

    static String person(int number) {
        return String.format(Locale.ROOT, "00000000-0000-7000-8000-%012x", number);
    }

    private void unit(String code, String name, int level, @Nullable String parent) throws Exception {
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
    List<String> fresh(int count) throws Exception {
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
        quiet();
        return ids;
    }

    /** Until this program has next to nothing left to do: what followed from setting the stage is no part of a mark. */
    private static void quiet() throws InterruptedException {
        long until = System.nanoTime() + 20_000_000_000L;
        long before;
        do {
            before = processor();
            Thread.sleep(100);
        } while (processor() - before > 10_000_000L && System.nanoTime() < until);
    }

    /** Nanoseconds of processor that this program has had: what a busy machine hardly changes. */
    static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
