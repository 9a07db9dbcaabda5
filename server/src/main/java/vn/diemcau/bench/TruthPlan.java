package vn.diemcau.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Evidence;
import vn.diemcau.truth.Life;
import vn.diemcau.truth.Meeting;

/** Brings simulated meetings into a running server: units, people, a programme, its list and its actual times. */
final class TruthPlan {
    private final RushCaller caller;

    TruthPlan(RushCaller caller) throws Exception {
        this.caller = caller;
        unit("T", "Đảng bộ tỉnh", 1, null);
    }

    /** The id the directory knows somebody by: of {@code p12}, and of {@code p12s} who comes instead. */
    static String person(String simulated) {
        if (!simulated.startsWith("p")) return simulated;
        boolean substitute = simulated.endsWith("s");
        long number = Long.parseLong(simulated.substring(1, simulated.length() - (substitute ? 1 : 0)));
        return String.format(Locale.ROOT, "00000000-0000-7000-8000-%012x", 2 * number + (substitute ? 1 : 0));
    }

    static Evidence renamed(Evidence e) {
        Evidence.Detail d = e.detail();
        String named = d.person() == null ? null : person(d.person());
        return new Evidence(
                e.id(),
                e.session(),
                person(e.subject()),
                e.kind(),
                e.source(),
                e.method(),
                e.site(),
                e.by(),
                e.device(),
                e.seenAt(),
                e.receivedAt(),
                e.boundSeconds(),
                new Evidence.Detail(
                        d.undoes(), named, d.count(), d.from(), d.minutes(), d.standing(), d.text(), d.clock()));
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

    /** Everybody of a room is a cell of its own; who is expected nowhere is in one without a site. */
    void hold(Meeting meeting, List<Life> lives) throws Exception {
        String commune = "T-" + meeting.id();
        unit(commune, "Đảng bộ xã " + meeting.id(), 2, "T");
        unit(commune + "-x", "Chi bộ ở xa", 4, commune);
        JsonArray sites = new JsonArray();
        for (Meeting.Room room : meeting.rooms()) {
            String cell = commune + "-" + room.id();
            unit(cell, "Chi bộ " + room.id(), 4, commune);
            sites.add(new JsonObject()
                    .put("id", room.id())
                    .put("kind", room.kind().name().toLowerCase(Locale.ROOT))
                    .put("name", "Điểm cầu " + room.id())
                    .put("units", new JsonArray().add(cell)));
        }
        List<RushCaller.Call> calls = new ArrayList<>();
        for (Life life : lives) {
            Meeting.Room room = life.room();
            calls.add(new RushCaller.Call(
                    "PUT",
                    "/persons/" + person(life.person()),
                    new JsonObject()
                            .put("name", "Nguyễn Văn Thử")
                            .put("unit", commune + "-" + (room == null ? "x" : room.id()))
                            .put("status", "official")
                            .put("birth", "1980")
                            .put("from", "2026-01-01")));
        }
        caller.all(calls, 8);
        String programme = "/programmes/" + commune.toLowerCase(Locale.ROOT);
        caller.one(
                "PUT",
                programme,
                new JsonObject()
                        .put("kind", "conference")
                        .put("title", "Hội nghị")
                        .put("unit", commune)
                        .put("mode", "hybrid")
                        .put("sites", sites));
        JsonObject planned = new JsonObject()
                .put("id", meeting.id())
                .put("topic", "Buổi " + meeting.id())
                .put("startsAt", at(meeting.start()))
                .put("endsAt", at(meeting.end()));
        caller.one("POST", programme + "/sessions", new JsonObject().put("sessions", new JsonArray().add(planned)));
        int rev = caller.one("GET", programme + "/scope", null).getInteger("rev");
        JsonObject rule = new JsonObject().put("kind", "units").put("units", new JsonArray().add(commune));
        caller.one(
                "PUT", programme + "/scope", new JsonObject().put("rev", rev).put("rules", new JsonArray().add(rule)));
        caller.one("POST", programme + "/state", new JsonObject().put("state", "issued"));
        caller.until(meeting.id(), "required", lives.size());
        times(meeting);
    }

    private void times(Meeting meeting) throws Exception {
        String path = "/sessions/" + meeting.id() + "/times";
        JsonObject whole = new JsonObject()
                .put("id", "t")
                .put("reason", "Giải lao")
                .put("startsAt", at(meeting.start()))
                .put("endsAt", at(meeting.end()))
                .put("breaks", breaks(meeting.pauses()));
        caller.one("POST", path, whole);
        for (Meeting.Room room : meeting.rooms()) {
            JsonObject own = new JsonObject()
                    .put("id", "t-" + room.id())
                    .put("site", room.id())
                    .put("reason", "Theo biên bản điểm cầu")
                    .put("startsAt", at(room.start()))
                    .put("endsAt", at(room.end()))
                    .put("breaks", breaks(room.pauses()));
            caller.one("POST", path, own);
        }
    }

    private static JsonArray breaks(List<Meeting.Stretch> pauses) {
        JsonArray breaks = new JsonArray();
        pauses.forEach(
                each -> breaks.add(new JsonObject().put("from", at(each.from())).put("to", at(each.to()))));
        return breaks;
    }

    private static String at(long seconds) {
        return Instant.ofEpochSecond(seconds).toString();
    }
}
