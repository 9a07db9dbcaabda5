package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Session;

/** What devices kept without a network and send together, sealed by their own key or not; decides nothing. */
final class SyncRoutes {
    private static final int MOST = 200;
    private static final int DAYS = 20;
    private static final Duration LATE = Duration.ofMinutes(10);

    private final Doors doors;
    private final RecordEvidence record;
    private final OpenSealed openSealed;
    private final Arrivals arrivals;
    private final InstantSource clock;

    SyncRoutes(Doors doors, RecordEvidence record, OpenSealed openSealed, Arrivals arrivals, InstantSource clock) {
        this.doors = doors;
        this.record = record;
        this.openSealed = openSealed;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    void mount(Api api) {
        api.post("/sessions/{session}/sites/{site}/evidence/batch", Action.SCAN_IN, this::batch);
        api.put("/sessions/{session}/sites/{site}/evidence/{id}", Action.SCAN_IN, this::evidence);
    }

    private Future<Doors.At> at(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return doors.site(in.path("session"), in.path("site"), SignedIn.of(ctx), Action.SCAN_IN);
    }

    private Future<JsonObject> evidence(RoutingContext ctx) {
        return at(ctx).compose(at -> {
            Input in = Input.of(ctx);
            Instant now = clock.instant();
            Duration offset = ReadClaim.offset(in.optionalInstant("sentAt"), now);
            return openSealed
                    .unsealed(at, SignedIn.of(ctx), now, offset)
                    .compose(opened -> record.handle(claim(in, in.path("id"), opened, at.session())))
                    .map(answer -> AttendanceRoutes.single(answer, at.session(), at.site()));
        });
    }

    private Future<JsonObject> batch(RoutingContext ctx) {
        return at(ctx).compose(at -> {
            Input in = Input.of(ctx);
            Instant now = clock.instant();
            SignedIn bearer = SignedIn.of(ctx);
            Optional<Input> sealed = in.object("sealed");
            if (sealed.isEmpty()) {
                List<@Nullable Input> entries = new ArrayList<>(in.list("entries", MOST, entry -> entry));
                return openSealed
                        .unsealed(at, bearer, now, offset(in, now))
                        .compose(opened -> take(at, opened, entries, now));
            }
            ReadSealed.Batch read = ReadSealed.of(sealed.get());
            List<@Nullable Input> entries = new ArrayList<>();
            for (JsonObject entry : read.entries()) entries.add(entry == null ? null : in.inside("sealed", entry));
            return openSealed.handle(read, at, bearer, now).compose(opened -> take(at, opened, entries, now)
                    .map(answer -> opened.verdict() == null
                            ? answer
                            : answer.put("seal", opened.verdict().wire())));
        });
    }

    /** Measured now by the sender's clock, or, for a file, as the device had measured it last. */
    private static Duration offset(Input in, Instant now) {
        int most = (int) Duration.ofDays(DAYS).toMillis();
        Optional<Integer> measured = in.optionalInteger("offsetMillis", -most, most);
        return measured.<Duration>map(Duration::ofMillis).orElseGet(() -> Duration.between(in.instant("sentAt"), now));
    }

    private Future<JsonObject> take(Doors.At at, OpenSealed.Opened opened, List<@Nullable Input> entries, Instant now) {
        List<Object> read = new ArrayList<>();
        for (Input entry : entries) read.add(read(entry, opened, at.session()));
        List<Claim> claims = read.stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .toList();
        if (claims.stream().anyMatch(claim -> claim.seenAt().isBefore(now.minus(LATE)))) {
            arrivals.lateBatch(at.session().id(), at.site().id(), claims.size(), now);
        }
        return record.handle(claims).map(answers -> {
            JsonArray results = new JsonArray();
            int next = 0;
            for (Object each : read) {
                if (each instanceof Claim) {
                    Answer answer = answers.get(next++);
                    results.add(
                            AttendanceJson.answer(answer, AttendanceRoutes.elsewhere(answer, at.session(), at.site())));
                } else {
                    results.add(each);
                }
            }
            return new JsonObject()
                    .put("serverTime", now.toString())
                    .put("offsetMillis", opened.place().offset().toMillis())
                    .put("results", results);
        });
    }

    private static Claim claim(Input entry, String id, OpenSealed.Opened opened, Session session) {
        Claim claim = ReadClaim.of(entry, id, opened.place());
        if (claim.method() == Evidence.Method.PHONE) {
            ReadClaim.saidInTime(
                    entry.instant("seenAt"), session, opened.place().now());
        }
        if (opened.refused() != null) return claim.refused(opened.refused());
        return ReadClaim.mayFromDoor(claim, opened.place()) ? claim : claim.refused(Refusal.Cause.NOT_AT_THE_DOOR);
    }

    /** A claim, or the answer to an entry that cannot be read: it blocks none of the others. */
    private static Object read(@Nullable Input entry, OpenSealed.Opened opened, Session session) {
        String id = "";
        String field = "";
        try {
            if (entry != null) {
                id = entry.optional("id").orElse("");
                return claim(entry, entry.text("id"), opened, session);
            }
        } catch (Problem unreadable) {
            field = unreadable.field();
        }
        JsonObject refused =
                new JsonObject().put("id", id).put("result", "refused").put("reason", "malformed");
        AttendanceJson.put(refused, "field", field);
        return refused;
    }
}
