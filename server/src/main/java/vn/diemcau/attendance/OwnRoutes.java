package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.diemcau.access.Action;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.http.Api;
import vn.diemcau.http.BackOff;
import vn.diemcau.http.Failures;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** What a cadre does and sees alone: the room's code, being on the session's page, one's own record; decides nothing. */
final class OwnRoutes {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int REMEMBERED = 100_000;

    private final Doors doors;
    private final RecordEvidence record;
    private final KeptAttendances attendances;
    private final Schedule schedule;
    private final WhyJson why;
    private final Keys keys;
    private final BackOff backOff;
    private final InstantSource clock;
    private final Map<String, Long> beats = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    OwnRoutes(
            Doors doors,
            RecordEvidence record,
            KeptAttendances attendances,
            Schedule schedule,
            WhyJson why,
            Keys keys,
            Failures failures,
            InstantSource clock) {
        this.doors = doors;
        this.record = record;
        this.attendances = attendances;
        this.schedule = schedule;
        this.why = why;
        this.keys = keys;
        this.backOff = BackOff.of(failures, "room code", Duration.ofMinutes(1));
        this.clock = clock;
    }

    void mount(Api api) {
        api.put("/sessions/{session}/check-ins/{id}", Action.OWN, this::checkIn);
        api.put("/sessions/{session}/presence/{page}", Action.OWN, this::beat);
        api.delete("/sessions/{session}/presence/{page}", Action.OWN, this::leave);
        api.get("/my/attendance", Action.OWN, this::mine);
        api.get("/my/attendance/{session}/why", Action.OWN, this::why);
    }

    private Future<JsonObject> checkIn(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        String person = caller.requirePerson();
        return doors.session(in.path("session")).compose(session -> {
            Site site = Doors.siteOf(session, in.text("site"));
            String attacked = person + "|" + session.id();
            backOff.check(attacked);
            Instant now = clock.instant();
            Instant said = in.instant("seenAt");
            DeviceClock.Timed timed =
                    DeviceClock.corrected(said, ReadClaim.offset(in.optionalInstant("sentAt"), now), now);
            RoomCode.Fit fit = RoomCode.fit(
                    RoomCode.key(keys, session.id(), site.id()), in.text("code").replace(" ", ""), timed.at());
            Refusal.Cause refused =
                    switch (fit) {
                        case RIGHT -> null;
                        case EXPIRED -> Refusal.Cause.CODE_EXPIRED;
                        case WRONG -> Refusal.Cause.CODE_WRONG;
                    };
            if (fit == RoomCode.Fit.WRONG) backOff.failed(attacked);
            Claim claim = own(caller, session, ReadClaim.id(in.path("id")), Kind.IN, timed.at());
            Detail detail = timed.at().equals(said) ? Detail.NONE : Detail.NONE.corrected(said);
            return record.handle(new Claim(
                            claim.id(),
                            claim.session(),
                            person,
                            null,
                            Kind.IN,
                            Evidence.Source.SELF,
                            Evidence.Method.ROOM_CODE,
                            site.id(),
                            claim.by(),
                            claim.device(),
                            timed.at(),
                            Math.max(timed.bound(), RoomCode.STEP_SECONDS),
                            detail,
                            refused))
                    .map(answer -> AttendanceRoutes.single(answer, session, site));
        });
    }

    private static Claim own(SignedIn caller, Session session, String id, Kind kind, Instant at) {
        return new Claim(
                id,
                session.id(),
                caller.requirePerson(),
                null,
                kind,
                Evidence.Source.PAGE,
                null,
                null,
                caller.name(),
                caller.device(),
                at,
                Presence.BEAT_BOUND,
                Detail.NONE,
                null);
    }

    /** One piece of evidence a minute and page, whatever the pace of the beats. */
    private Future<JsonObject> beat(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        String person = caller.requirePerson();
        String page = ReadClaim.id(in.path("page"));
        in.integer("beat", 0, Integer.MAX_VALUE);
        Instant seenAt = Presence.beatAt(clock.instant());
        long minute = seenAt.getEpochSecond() / 60;
        String known = in.path("session") + "|" + person + "|" + page;
        if (Long.valueOf(minute).equals(beats.get(known))) {
            return Future.succeededFuture(new JsonObject().put("id", page).put("result", "already"));
        }
        return doors.session(in.path("session")).compose(session -> {
            Claim claim = own(caller, session, page + "-" + minute, Kind.BEAT, seenAt);
            return record.handle(on(page, claim)).map(answer -> {
                if (answer.result() != Answer.Result.REFUSED) beats.put(known, minute);
                return AttendanceRoutes.single(answer, session, null);
            });
        });
    }

    /** A page is a device of its own: several tabs overlap and count once. */
    private static Claim on(String page, Claim claim) {
        return new Claim(
                claim.id(),
                claim.session(),
                claim.subject(),
                null,
                claim.kind(),
                claim.source(),
                null,
                null,
                claim.by(),
                page,
                claim.seenAt(),
                claim.boundSeconds(),
                claim.detail(),
                null);
    }

    private Future<Void> leave(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        String person = caller.requirePerson();
        String page = ReadClaim.id(in.path("page"));
        Instant now = clock.instant();
        return doors.session(in.path("session")).compose(session -> {
            beats.remove(session.id() + "|" + person + "|" + page);
            String id = page + "-end-" + now.getEpochSecond();
            return record.handle(on(page, own(caller, session, id, Kind.DISCONNECTED, now)))
                    .mapEmpty();
        });
    }

    private Future<JsonObject> mine(RoutingContext ctx) {
        String person = SignedIn.of(ctx).requirePerson();
        int year = Input.of(ctx)
                .queryInt("year", LocalDate.ofInstant(clock.instant(), ZONE).getYear(), 9999);
        Instant from = LocalDate.of(Math.max(1, year), 1, 1).atStartOfDay(ZONE).toInstant();
        Instant to =
                LocalDate.of(Math.max(1, year) + 1, 1, 1).atStartOfDay(ZONE).toInstant();
        return attendances.of(person, from, to).compose(found -> {
            List<String> ids = found.stream().map(Attendance::session).toList();
            return schedule.sessions(ids).map(sessions -> {
                Map<String, Session> byId = new HashMap<>();
                sessions.forEach(session -> byId.put(session.id(), session));
                JsonArray items = new JsonArray();
                Counts counts = Counts.NONE;
                List<Attendance> newest = new ArrayList<>(found);
                Collections.reverse(newest);
                for (Attendance one : newest) {
                    counts = counts.plus(one.counts());
                    Session session = byId.get(one.session());
                    items.add(new JsonObject()
                            .put("session", one.session())
                            .put("title", session == null ? "" : session.title())
                            .put("kind", one.kind().name().toLowerCase(java.util.Locale.ROOT))
                            .put("startsAt", one.startsAt().toString())
                            .put("standing", AttendanceJson.entry(one))
                            .put("outcome", AttendanceJson.outcome(one.outcome())));
                }
                return new JsonObject().put("items", items).put("counts", AttendanceJson.counts(counts));
            });
        });
    }

    private Future<JsonObject> why(RoutingContext ctx) {
        String person = SignedIn.of(ctx).requirePerson();
        return doors.session(Input.of(ctx).path("session"))
                .compose(session ->
                        attendances.why(session.id(), person).compose(explanation -> why.of(session, explanation)));
    }
}
