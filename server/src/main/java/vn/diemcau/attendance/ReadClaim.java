package vn.diemcau.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Role;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.attendance.Evidence.Method;
import vn.diemcau.attendance.Evidence.Source;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Session;

/** Reads what a steward's device sends. The route and the caller fix source and author; the body never does. */
final class ReadClaim {
    private static final Set<Kind> FROM_A_SITE =
            EnumSet.of(Kind.IN, Kind.OUT, Kind.UNDO, Kind.WALK_IN, Kind.COUNT, Kind.LINK_UP, Kind.LINK_DOWN);
    private static final int MOST_HEADS = 100_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private ReadClaim() {}

    /**
     * Where and by whom.
     *
     * @param offset by how much the server's clock is ahead of the sender's, as measured at this sync
     * @param unsureSeconds how far times may be off because the sender's clock was moved since the last sync
     */
    record Place(String session, String site, SignedIn caller, Instant now, Duration offset, int unsureSeconds) {}

    static Duration offset(Optional<Instant> sentAt, Instant now) {
        return sentAt.map(sent -> Duration.between(sent, now)).orElse(Duration.ZERO);
    }

    static String id(String id) {
        if (id.isEmpty() || id.length() > 64 || id.contains("|")) {
            throw Problem.invalid("id", "malformed", "At most 64 characters, without a bar.");
        }
        return id;
    }

    /** What was said on the telephone is typed in by hand, perhaps a day later: never before the session's day, never still to come. */
    static void saidInTime(Instant said, Session session, Instant now) {
        Instant day =
                LocalDate.ofInstant(session.startsAt(), ZONE).atStartOfDay(ZONE).toInstant();
        if (said.isBefore(day)) {
            throw Problem.invalid("seenAt", "said_before_the_day", "A call about a session comes on its day or later.");
        }
        if (said.isAfter(now.plus(A_MINUTE))) {
            throw Problem.invalid("seenAt", "said_in_future", "A call that is entered has come already.");
        }
    }

    static Claim of(Input in, String id, Place place) {
        Kind kind = in.choice("kind", Kind.class);
        if (!FROM_A_SITE.contains(kind)) {
            throw Problem.invalid("kind", "not_a_choice", "One of in, out, undo, walk_in, count, link_up, link_down.");
        }
        Instant said = in.instant("seenAt");
        DeviceClock.Timed timed = DeviceClock.corrected(said, place.offset(), place.now());
        Method method = in.optionalChoice("by", Method.class).orElse(null);
        Detail detail =
                detail(in, kind, method).since(in.optionalInstant("since").orElse(null));
        if (!timed.at().equals(said)) detail = detail.corrected(said);
        return new Claim(
                id(id),
                place.session(),
                subject(in, kind, id, place.site()),
                kind == Kind.IN || kind == Kind.OUT ? in.optional("badge").orElse(null) : null,
                kind,
                source(place),
                method,
                place.site(),
                place.caller().name(),
                place.caller().device(),
                timed.at(),
                Math.max(timed.bound(), place.unsureSeconds()),
                detail,
                null);
    }

    private static Source source(Place place) {
        if (isDoor(place)) return Source.SELF;
        return office(place) ? Source.OFFICE : Source.STEWARD;
    }

    private static boolean isDoor(Place place) {
        return place.caller().grants().stream().allMatch(grant -> grant.role() == Role.KIOSK);
    }

    /** At a door device, which anybody may touch, a badge comes in; nothing else is taken from it. */
    static boolean mayFromDoor(Claim claim, Place place) {
        return !isDoor(place) || (claim.kind() == Kind.IN && claim.badge() != null && claim.method() == Method.BADGE);
    }

    /** Whoever types for a site after a phone call has no device bound to it. */
    private static boolean office(Place place) {
        return place.caller().device() == null
                && place.caller().grants().stream().noneMatch(grant -> grant.isFor(place.session(), place.site()));
    }

    private static @Nullable String subject(Input in, Kind kind, String id, String site) {
        return switch (kind) {
            case WALK_IN -> "walk:" + id;
            case COUNT, LINK_UP, LINK_DOWN, REPORT, CLOSE -> "site:" + site;
            case IN, OUT, UNDO -> in.optional("person").map(ReadClaim::person).orElse(null);
            case MERGE, CONNECTED, DISCONNECTED, BEAT, WATCHED, EXCUSE, SUBSTITUTE, CORRECTION -> null;
        };
    }

    private static String person(String id) {
        if (id.contains("|") || id.startsWith("site:")) {
            throw Problem.invalid("person", "malformed", "The id of a person.");
        }
        return id;
    }

    private static Detail detail(Input in, Kind kind, @Nullable Method method) {
        return switch (kind) {
            case UNDO -> Detail.undoing(id(in.text("undoes")));
            case WALK_IN ->
                new Detail(
                        null,
                        in.optional("insteadOf").map(ReadClaim::person).orElse(null),
                        null,
                        null,
                        null,
                        null,
                        walkIn(in),
                        null);
            case COUNT ->
                Detail.counting(
                        in.integer("count", 0, MOST_HEADS),
                        method == Method.PHONE
                                ? in.text("detail")
                                : in.optional("detail").orElse(null));
            case IN,
                    OUT,
                    LINK_UP,
                    LINK_DOWN,
                    MERGE,
                    REPORT,
                    CLOSE,
                    CONNECTED,
                    DISCONNECTED,
                    BEAT,
                    WATCHED,
                    EXCUSE,
                    SUBSTITUTE,
                    CORRECTION -> Detail.saying(in.optional("detail").orElse(null));
        };
    }

    /** Name, unit as written, year of birth: a line each. */
    private static String walkIn(Input in) {
        return in.text("name")
                + "\n"
                + in.optional("unitText").orElse("")
                + "\n"
                + in.optionalInteger("birthYear", 1900, 2100)
                        .map(String::valueOf)
                        .orElse("");
    }
}
