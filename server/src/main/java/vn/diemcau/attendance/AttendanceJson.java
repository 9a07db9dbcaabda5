package vn.diemcau.attendance;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** The shapes on the wire, as the contract names them. */
final class AttendanceJson {
    private AttendanceJson() {}

    static JsonObject counts(Counts counts) {
        return new JsonObject(new LinkedHashMap<>(counts.asMap()));
    }

    static JsonObject outcome(Outcome outcome) {
        JsonArray flags = new JsonArray();
        outcome.flags().stream().map(Flag::wire).sorted().forEach(flags::add);
        JsonObject json = new JsonObject()
                .put("standing", outcome.standing().wire())
                .put("flags", flags)
                .put("minutes", outcome.minutes())
                .put("certainty", outcome.certainty().wire());
        if (outcome.mode() != null) json.put("mode", outcome.mode().wire());
        if (outcome.site() != null) json.put("site", outcome.site());
        put(json, "arrived", outcome.arrived());
        put(json, "left", outcome.left());
        return json;
    }

    static void put(JsonObject json, String key, @Nullable Instant at) {
        if (at != null) json.put(key, at.toString());
    }

    static void put(JsonObject json, String key, @Nullable String text) {
        if (text != null) json.put(key, text);
    }

    static JsonObject person(Attendance one) {
        JsonObject json =
                new JsonObject().put("id", one.person()).put("name", one.name()).put("unitName", one.unitName());
        if (one.birthYear() != null) json.put("birthYear", one.birthYear());
        return json;
    }

    static String entry(Attendance one) {
        return one.person().startsWith("walk:") ? "walk_in" : one.entry().name().toLowerCase(Locale.ROOT);
    }

    static JsonObject session(Session session, String unitName, boolean closed) {
        JsonObject json = new JsonObject()
                .put("id", session.id())
                .put("title", session.title())
                .put("kind", session.kind().name().toLowerCase(Locale.ROOT))
                .put("startsAt", session.startsAt().toString())
                .put("endsAt", session.endsAt().toString())
                .put("state", session.state().name().toLowerCase(Locale.ROOT))
                .put("rehearsal", session.rehearsal())
                .put("unitName", unitName)
                .put("closed", closed);
        put(json, "topic", session.topic());
        return json;
    }

    static JsonObject site(Site site) {
        JsonObject json = new JsonObject()
                .put("id", site.id())
                .put("name", site.name())
                .put("kind", site.kind().name().toLowerCase(Locale.ROOT))
                .put("seats", site.seats());
        put(json, "address", site.address());
        return json;
    }

    static JsonArray headCounts(SiteFigures figures) {
        JsonArray counts = new JsonArray();
        for (SiteFigures.HeadCount each : figures.headCounts()) {
            counts.add(headCount(each));
        }
        return counts;
    }

    static JsonObject headCount(SiteFigures.HeadCount one) {
        JsonObject json = new JsonObject()
                .put("count", one.count())
                .put("at", one.at().toString())
                .put("by", one.by())
                .put("byPhone", one.byPhone());
        put(json, "enteredBy", one.enteredBy());
        return json;
    }

    static String state(SiteFigures figures) {
        return figures.state().name().toLowerCase(Locale.ROOT);
    }

    static JsonObject standing(SiteFigures figures) {
        JsonObject json = new JsonObject()
                .put("site", figures.site())
                .put("state", state(figures))
                .put("counts", counts(figures.counts()))
                .put("visiting", figures.visiting())
                .put("headCounts", headCounts(figures))
                .put("closed", figures.closed());
        if (figures.headCount() != null) json.put("headCount", figures.headCount());
        put(json, "reportedAt", figures.reportedAt());
        put(json, "closedAt", figures.closedAt());
        put(json, "lastAt", figures.lastAt());
        return json;
    }

    static JsonObject answer(Answer answer, @Nullable String expectedSiteName) {
        JsonObject json = new JsonObject()
                .put("id", answer.id())
                .put(
                        "result",
                        answer.result() == Answer.Result.ID_REUSED
                                ? "refused"
                                : answer.result().name().toLowerCase(Locale.ROOT));
        put(json, "reason", answer.result() == Answer.Result.ID_REUSED ? "id_reused" : answer.reason());
        put(json, "expectedSite", expectedSiteName);
        Optional.ofNullable(answer.attendance()).ifPresent(one -> json.put("person", person(one)));
        Optional.ofNullable(answer.outcome()).ifPresent(outcome -> json.put("outcome", outcome(outcome)));
        Optional.ofNullable(answer.siteCounts())
                .ifPresent(counts -> json.put(
                        "counts",
                        new JsonObject().put("present", counts.present()).put("required", counts.required())));
        return json;
    }

    static JsonObject evidence(Evidence evidence, String by, @Nullable String siteName) {
        JsonObject json = new JsonObject()
                .put("id", evidence.id())
                .put("kind", evidence.kind().wire())
                .put("source", evidence.source().wire())
                .put("by", by)
                .put("seenAt", evidence.seenAt().toString())
                .put("receivedAt", evidence.receivedAt().toString())
                .put("bound", evidence.boundSeconds());
        if (evidence.method() != null) json.put("method", evidence.method().wire());
        Evidence.Detail detail = evidence.detail();
        put(json, "device", evidence.device());
        put(json, "site", evidence.site());
        put(json, "siteName", siteName);
        put(json, "undoes", detail.undoes());
        put(json, "since", detail.from());
        put(json, "clock", detail.clock());
        put(json, "detail", detail.text());
        if (detail.standing() != null) json.put("standing", detail.standing().wire());
        if (detail.minutes() != null) json.put("minutes", detail.minutes());
        if (detail.count() != null) json.put("count", detail.count());
        return json;
    }

    static JsonArray because(Outcome outcome) {
        JsonArray because = new JsonArray();
        for (Reason reason : outcome.because()) {
            because.add(new JsonObject()
                    .put("evidence", reason.evidence())
                    .put("weight", reason.weight().wire())
                    .put("why", reason.why().wire()));
        }
        return because;
    }
}
