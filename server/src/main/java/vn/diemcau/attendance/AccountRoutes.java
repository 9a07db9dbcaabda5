package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** Accounting for a session: the list with outcomes, why, corrections, closing; decides nothing. */
final class AccountRoutes {
    private static final int PAGE_MOST = 500;

    private final Doors doors;
    private final RecordEvidence record;
    private final KeptAttendances attendances;
    private final WhyJson why;
    private final Audit audit;
    private final InstantSource clock;

    AccountRoutes(
            Doors doors,
            RecordEvidence record,
            KeptAttendances attendances,
            WhyJson why,
            Audit audit,
            InstantSource clock) {
        this.doors = doors;
        this.record = record;
        this.attendances = attendances;
        this.why = why;
        this.audit = audit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/sessions/{session}/attendance", Action.READ_ATTENDANCE, this::list);
        api.get("/sessions/{session}/attendance/{person}/why", Action.READ_ATTENDANCE, this::why);
        api.post("/sessions/{session}/attendance/{person}/corrections", Action.CORRECT, this::correct);
    }

    /** Whoever may read the holder's unit sees all; others the people of their own part of the tree. */
    static boolean sees(SignedIn caller, Action action, Session session, Attendance one) {
        return caller.may(action, session.unitPath())
                || one.paths().stream().anyMatch(path -> caller.may(action, path.substring(path.indexOf(':') + 1)));
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        int limit = Math.max(1, in.queryInt("limit", 200, PAGE_MOST));
        Optional<String> after = in.query("after");
        String[] cursor = after.map(text -> text.split("\u001f", 2)).orElse(new String[0]);
        if (after.isPresent() && cursor.length != 2) {
            throw Problem.invalid("after", "malformed", "The cursor of the page before.");
        }
        return doors.session(in.path("session")).compose(session -> {
            List<Attendance> found = new ArrayList<>();
            return attendances
                    .each(session.id(), one -> {
                        if (sees(caller, Action.READ_ATTENDANCE, session, one) && matches(in, one)) found.add(one);
                    })
                    .map(read -> {
                        if (found.isEmpty()) caller.require(Action.READ_ATTENDANCE, session.unitPath());
                        return page(session, found, in.query("standing"), cursor, limit);
                    });
        });
    }

    private static boolean matches(Input in, Attendance one) {
        boolean site = in.query("site").map(id -> id.equals(one.site())).orElse(true);
        return site
                && in.query("unit")
                        .map(unit -> one.paths().stream().anyMatch(path -> path.contains("/" + unit + "/")))
                        .orElse(true);
    }

    private static JsonObject page(
            Session session, List<Attendance> found, Optional<String> standing, String[] cursor, int limit) {
        Counts counts = found.stream().map(Attendance::counts).reduce(Counts.NONE, Counts::plus);
        List<Attendance> sorted = found.stream()
                .filter(one ->
                        standing.isEmpty() || one.outcome().standing().wire().equals(standing.get()))
                .filter(one -> cursor.length == 0
                        || one.sortKey().compareTo(cursor[0]) > 0
                        || (one.sortKey().equals(cursor[0]) && one.person().compareTo(cursor[1]) > 0))
                .sorted(java.util.Comparator.comparing(Attendance::sortKey).thenComparing(Attendance::person))
                .limit(limit + 1L)
                .toList();
        JsonArray items = new JsonArray();
        sorted.stream().limit(limit).forEach(one -> items.add(item(session, one)));
        JsonObject page = new JsonObject().put("items", items).put("counts", AttendanceJson.counts(counts));
        if (sorted.size() > limit) {
            Attendance last = sorted.get(limit - 1);
            page.put("next", last.sortKey() + "\u001f" + last.person());
        }
        return page;
    }

    private static JsonObject item(Session session, Attendance one) {
        JsonObject item = new JsonObject()
                .put("person", AttendanceJson.person(one))
                .put("standing", AttendanceJson.entry(one))
                .put("outcome", AttendanceJson.outcome(one.outcome()))
                .put("unit", one.unit())
                .put("unitName", one.unitName());
        AttendanceJson.put(item, "reason", one.reason());
        AttendanceJson.put(item, "site", one.site());
        if (one.site() != null) {
            AttendanceJson.put(
                    item, "siteName", session.site(one.site()).map(Site::name).orElse(null));
        }
        if (one.closed() != null) item.put("closedOutcome", AttendanceJson.outcome(one.closed()));
        return item;
    }

    private Future<JsonObject> why(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        return doors.session(in.path("session")).compose(session -> attendances
                .why(session.id(), in.path("person"))
                .compose(explanation -> {
                    if (!sees(caller, Action.READ_ATTENDANCE, session, explanation.attendance())) {
                        caller.require(Action.READ_ATTENDANCE, session.unitPath());
                    }
                    return why.of(session, explanation);
                }));
    }

    private Future<JsonObject> correct(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        String person = in.path("person");
        Standing standing = in.choice("standing", Standing.class);
        String reason = in.text("reason");
        String id = ReadClaim.id(in.text("id"));
        @Nullable Integer minutes = in.optionalInteger("minutes", 0, 1440).orElse(null);
        return doors.session(in.path("session")).compose(session -> attendances
                .at(session.id(), person)
                .compose(found -> {
                    Attendance one = found.orElseThrow(
                            () -> Problem.missing("not_on_the_list", "This person is not on the list of the session."));
                    if (!sees(caller, Action.CORRECT, session, one)) {
                        caller.require(Action.CORRECT, session.unitPath());
                    }
                    JsonObject change = new JsonObject()
                            .put("before", one.outcome().standing().wire())
                            .put("after", standing.wire())
                            .put("minutes", minutes)
                            .put("reason", reason);
                    return record.handle(new Claim(
                                    id,
                                    session.id(),
                                    person,
                                    null,
                                    Kind.CORRECTION,
                                    Evidence.Source.OFFICE,
                                    null,
                                    null,
                                    caller.name(),
                                    caller.device(),
                                    clock.instant(),
                                    0,
                                    new Detail(null, null, null, null, minutes, standing, reason, null),
                                    null))
                            .compose(answer -> audit.add(
                                            caller.account(),
                                            "attendance_corrected",
                                            "session/" + session.id() + "/person/" + person,
                                            caller.did(change))
                                    .map(answer));
                })
                .map(answer -> AttendanceRoutes.single(answer, session, null)));
    }
}
