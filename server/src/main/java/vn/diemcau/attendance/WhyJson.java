package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** An explanation on the wire: the client makes the sentences. */
final class WhyJson {
    private final People people;
    private final DeviceStore devices;
    private final FrameStore frames;

    WhyJson(People people, DeviceStore devices, FrameStore frames) {
        this.people = people;
        this.devices = devices;
        this.frames = frames;
    }

    Future<JsonObject> of(Session session, Explanation explanation) {
        List<String> ids = explanation.evidence().stream().map(Evidence::id).toList();
        return Future.all(people.tree(), devices.verdicts(session.id(), ids), frames.frame(session.id()))
                .map(both -> {
                    UnitTree tree = both.resultAt(0);
                    Map<String, String> seals = both.resultAt(1);
                    String unitName =
                            tree.unit(session.unit()).map(unit -> unit.name()).orElse("");
                    Attendance one = explanation.attendance();
                    Outcome outcome = one.outcome();
                    JsonArray evidence = new JsonArray();
                    for (Evidence each : explanation.evidence()) {
                        JsonObject line = AttendanceJson.evidence(each, each.by(), name(session, each.site()));
                        AttendanceJson.put(line, "seal", seals.get(each.id()));
                        evidence.add(line);
                    }
                    JsonObject json = new JsonObject()
                            .put("person", AttendanceJson.person(one))
                            .put("session", AttendanceJson.session(session, unitName, one.closed() != null))
                            .put("standing", AttendanceJson.entry(one))
                            .put("outcome", AttendanceJson.outcome(outcome))
                            .put("sentenceParts", parts(session, explanation))
                            .put("because", AttendanceJson.because(outcome))
                            .put("evidence", evidence)
                            .put(
                                    "times",
                                    new JsonObject()
                                            .put("start", explanation.start().toString())
                                            .put("end", explanation.end().toString()));
                    Optional<Frame> frame = both.resultAt(2);
                    frame.ifPresent(found -> putClosed(json, found));
                    AttendanceJson.put(json, "reason", one.reason());
                    AttendanceJson.put(json, "site", one.site());
                    AttendanceJson.put(json, "siteName", name(session, one.site()));
                    if (one.closed() != null) json.put("closedOutcome", AttendanceJson.outcome(one.closed()));
                    return json;
                });
    }

    /** When it was closed, and until when the person may object to the record. */
    private static void putClosed(JsonObject json, Frame frame) {
        Frame.Closed closed = frame.closed();
        if (closed == null) return;
        json.put("closedAt", closed.at().toString())
                .put(
                        "appealUntil",
                        closed.at()
                                .plus(Duration.ofDays(frame.policy().appealDays()))
                                .toString());
    }

    private static @Nullable String name(Session session, @Nullable String site) {
        return site == null ? null : session.site(site).map(Site::name).orElse(null);
    }

    private static JsonObject parts(Session session, Explanation explanation) {
        Outcome outcome = explanation.attendance().outcome();
        JsonArray flags = new JsonArray();
        outcome.flags().stream().map(Flag::wire).sorted().forEach(flags::add);
        JsonObject parts = new JsonObject()
                .put("standing", outcome.standing().wire())
                .put("flags", flags)
                .put("minutes", outcome.minutes());
        AttendanceJson.put(parts, "at", outcome.arrived());
        AttendanceJson.put(parts, "left", outcome.left());
        AttendanceJson.put(parts, "siteName", name(session, outcome.site()));
        outcome.because().stream()
                .filter(reason -> reason.weight() == Reason.Weight.WON
                        && !reason.evidence().isEmpty())
                .findFirst()
                .ifPresent(reason -> {
                    parts.put("why", reason.why().wire());
                    explanation.evidence().stream()
                            .filter(each -> each.id().equals(reason.evidence()))
                            .findFirst()
                            .ifPresent(each -> parts.put("by", each.by()));
                });
        return parts;
    }
}
