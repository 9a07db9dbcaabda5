package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.Live;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** What a site says and sees, and the wall; decides nothing. */
final class AttendanceRoutes {
    private final Doors doors;
    private final RecordEvidence record;
    private final ReadRoll roll;
    private final ReadWall wall;
    private final KeptAttendances attendances;
    private final Work work;
    private final Live live;
    private final CloseSite closeSite;
    private final InstantSource clock;

    AttendanceRoutes(
            Doors doors,
            RecordEvidence record,
            ReadRoll roll,
            ReadWall wall,
            KeptAttendances attendances,
            Work work,
            Live live,
            CloseSite closeSite,
            InstantSource clock) {
        this.doors = doors;
        this.record = record;
        this.roll = roll;
        this.wall = wall;
        this.attendances = attendances;
        this.work = work;
        this.live = live;
        this.closeSite = closeSite;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/sessions/{session}/sites/{site}/roll", Action.SEE_ROLL, this::roll);
        api.get("/sessions/{session}/sites/{site}/live", Action.SEE_ROLL, this::watchRoll);
        api.post("/sessions/{session}/sites/{site}/reports", Action.TAKE_ROLL, this::report);
        api.post("/sessions/{session}/sites/{site}/closing", Action.TAKE_ROLL, this::close);
        api.post("/sessions/{session}/sites/{site}/merges", Action.CORRECT, this::merge);
        api.get("/sessions/{session}/wall", Action.SEE_ROLL, this::wall);
        api.get("/sessions/{session}/live", Action.SEE_ROLL, this::watchWall);
    }

    private Future<Doors.At> at(RoutingContext ctx, Action action) {
        Input in = Input.of(ctx);
        return doors.site(in.path("session"), in.path("site"), SignedIn.of(ctx), action);
    }

    private static boolean seesPhones(RoutingContext ctx, Session session) {
        return SignedIn.of(ctx).may(Action.READ_PEOPLE, session.unitPath());
    }

    private Future<JsonObject> roll(RoutingContext ctx) {
        return at(ctx, Action.SEE_ROLL)
                .compose(at -> roll.handle(at.session(), at.site(), seesPhones(ctx, at.session())));
    }

    private Future<Void> watchRoll(RoutingContext ctx) {
        return at(ctx, Action.SEE_ROLL).compose(at -> {
            boolean phones = seesPhones(ctx, at.session());
            String session = at.session().id();
            String site = at.site().id();
            return live.stream(
                    ctx,
                    phones ? Topics.rollWithPhones(session, site) : Topics.roll(session, site),
                    () -> doors.session(session)
                            .compose(now -> roll.handle(now, now.site(site).orElse(at.site()), phones)));
        });
    }

    private Future<JsonObject> wall(RoutingContext ctx) {
        return doors.session(Input.of(ctx).path("session"), SignedIn.of(ctx), Action.SEE_ROLL)
                .compose(wall::handle);
    }

    private Future<Void> watchWall(RoutingContext ctx) {
        return doors.session(Input.of(ctx).path("session"), SignedIn.of(ctx), Action.SEE_ROLL)
                .compose(session -> live.stream(ctx, Topics.wall(session.id()), () -> doors.session(session.id())
                        .compose(wall::handle)));
    }

    static JsonObject single(Answer answer, Session session, @Nullable Site site) {
        if (answer.result() == Answer.Result.ID_REUSED) {
            throw Problem.conflict("id_reused", "This id stands with other content; make a new id.");
        }
        return AttendanceJson.answer(answer, site == null ? null : elsewhere(answer, session, site));
    }

    static @Nullable String elsewhere(Answer answer, Session session, Site site) {
        Attendance one = answer.attendance();
        if (one == null || one.site() == null || one.site().equals(site.id())) return null;
        return session.site(one.site()).map(Site::name).orElse(null);
    }

    private Claim ofSite(RoutingContext ctx, Doors.At at, Kind kind, Instant seenAt, Detail detail) {
        SignedIn caller = SignedIn.of(ctx);
        boolean byPhone = kind == Kind.REPORT && detail.text() != null;
        return new Claim(
                ReadClaim.id(Input.of(ctx).text("id")),
                at.session().id(),
                "site:" + at.site().id(),
                null,
                kind,
                byPhone ? Evidence.Source.OFFICE : Evidence.Source.STEWARD,
                byPhone ? Evidence.Method.PHONE : null,
                at.site().id(),
                caller.name(),
                caller.device(),
                seenAt,
                0,
                detail,
                null);
    }

    private Future<JsonObject> report(RoutingContext ctx) {
        return at(ctx, Action.TAKE_ROLL).compose(at -> {
            Input in = Input.of(ctx);
            Instant seenAt = in.optionalInstant("seenAt").orElse(clock.instant());
            Detail detail = new Detail(
                    null,
                    null,
                    in.optionalInteger("headCount", 0, 100_000).orElse(null),
                    null,
                    null,
                    null,
                    in.optional("calledBy").orElse(null),
                    null);
            return settled(ofSite(ctx, at, Kind.REPORT, seenAt, detail), at);
        });
    }

    private Future<JsonObject> close(RoutingContext ctx) {
        return at(ctx, Action.TAKE_ROLL).compose(at -> {
            Instant seenAt = clock.instant();
            String note = Input.of(ctx).optional("note").orElse(null);
            return Future.all(
                            attendances.sites(at.session()),
                            attendances.closedAt(at.session().id()))
                    .compose(both -> {
                        SiteFigures before = figures(both.resultAt(0), at);
                        boolean whole = both.<Optional<Instant>>resultAt(1).isPresent();
                        if (before.closed() || whole) {
                            return Future.succeededFuture(
                                    AttendanceJson.standing(before).put("closed", true));
                        }
                        boolean heads = before.headCounts().stream().anyMatch(each -> each.count() > 0);
                        return attendances
                                .named(at.session().id(), at.site().id())
                                .compose(named -> {
                                    Standing left = heads && !named ? Standing.UNDETERMINED : null;
                                    Detail detail = new Detail(null, null, null, null, null, left, note, null);
                                    return settled(ofSite(ctx, at, Kind.CLOSE, seenAt, detail), at)
                                            .compose(json -> closeSite
                                                    .handle(
                                                            at.session().id(),
                                                            at.site().id(),
                                                            before.counts(),
                                                            SignedIn.of(ctx).name(),
                                                            seenAt)
                                                    .map(json));
                                });
                    });
        });
    }

    /** Kept, and the site's own standing brought up to it, so that the answer shows it. */
    private Future<JsonObject> settled(Claim claim, Doors.At at) {
        return record.handle(claim)
                .map(answer -> single(answer, at.session(), at.site()))
                .compose(kept ->
                        work.siteNow(at.session().id() + "|site:" + at.site().id()))
                .compose(done -> attendances.sites(at.session()))
                .map(all -> AttendanceJson.standing(figures(all, at)));
    }

    private static SiteFigures figures(List<SiteFigures> all, Doors.At at) {
        return new ArrayList<>(all)
                .stream()
                        .filter(each -> each.site().equals(at.site().id()))
                        .findFirst()
                        .orElseThrow();
    }

    private Future<JsonObject> merge(RoutingContext ctx) {
        return at(ctx, Action.CORRECT).compose(at -> {
            Input in = Input.of(ctx);
            SignedIn caller = SignedIn.of(ctx);
            caller.require(Action.CORRECT, at.session().unitPath());
            Claim claim = new Claim(
                    ReadClaim.id(in.text("id")),
                    at.session().id(),
                    "walk:" + ReadClaim.id(in.text("walkIn")),
                    null,
                    Kind.MERGE,
                    Evidence.Source.OFFICE,
                    null,
                    at.site().id(),
                    caller.name(),
                    caller.device(),
                    clock.instant(),
                    0,
                    Detail.naming(in.text("person"), null),
                    null);
            return attendances.at(at.session().id(), in.text("person")).compose(person -> {
                if (person.isEmpty()) throw Problem.missing("not_on_the_list", "This person is not on the list.");
                return record.handle(claim).map(answer -> single(answer, at.session(), at.site()));
            });
        });
    }
}
