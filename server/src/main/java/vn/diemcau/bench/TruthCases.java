package vn.diemcau.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.DeviceClock;
import vn.diemcau.attendance.Evidence;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.Policy;
import vn.diemcau.attendance.PureReckoning;
import vn.diemcau.attendance.Standing;
import vn.diemcau.schedule.Site;
import vn.diemcau.truth.Life;
import vn.diemcau.truth.Meeting;
import vn.diemcau.truth.Signal;
import vn.diemcau.truth.Truth;

/** Carries a simulated life to the pure function and its answer back. */
public final class TruthCases {
    private TruthCases() {}

    static PureReckoning.Held held(Meeting meeting) {
        Map<String, PureReckoning.Hall> halls = new HashMap<>();
        Set<String> unnamed = new HashSet<>();
        for (Meeting.Room room : meeting.rooms()) {
            Site.Kind kind = Site.Kind.valueOf(room.kind().name());
            halls.put(
                    room.id(), new PureReckoning.Hall(kind, stretch(room.start(), room.end()), pauses(room.pauses())));
            if (!room.named()) unnamed.add(room.id());
        }
        Meeting.Rules rules = meeting.rules();
        Policy policy = Policy.DEFAULT;
        boolean same = policy.lateMinutes() == rules.lateMinutes()
                && policy.earlyMinutes() == rules.earlyMinutes()
                && policy.remotePercent() == rules.remotePercent();
        if (!same) throw new IllegalStateException("the simulated rules are not those of the policy");
        return new PureReckoning.Held(
                stretch(meeting.start(), meeting.end()),
                pauses(meeting.pauses()),
                halls,
                policy,
                meeting.closed(),
                unnamed);
    }

    private static PureReckoning.Stretch stretch(long from, long to) {
        return new PureReckoning.Stretch(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }

    private static List<PureReckoning.Stretch> pauses(List<Meeting.Stretch> pauses) {
        return pauses.stream().map(each -> stretch(each.from(), each.to())).toList();
    }

    /** What would be kept of all that arrived: the first of each id stands. In the order of the arrivals given, repetitions left in. */
    public static List<Evidence> evidence(Life life) {
        Map<String, Signal.Arrival> first = new LinkedHashMap<>();
        for (Signal.Arrival each : life.arrivals()) {
            first.merge(id(each), each, (one, other) -> other.receivedAt() < one.receivedAt() ? other : one);
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Signal.Arrival each : life.arrivals()) {
            Signal.Arrival kept = first.get(id(each));
            if (kept != null) evidence.add(evidence(life.meeting().id(), id(each), kept));
        }
        return evidence;
    }

    static String id(Signal.Arrival arrival) {
        Signal signal = arrival.signal();
        return signal.kind().equals("beat") ? signal.id() + "-" + arrival.receivedAt() / 60 : signal.id();
    }

    static Evidence evidence(String session, String id, Signal.Arrival arrival) {
        Signal signal = arrival.signal();
        Evidence.Kind kind = Evidence.Kind.valueOf(signal.kind().toUpperCase(Locale.ROOT));
        Instant received = Instant.ofEpochSecond(arrival.receivedAt());
        Instant said = Instant.ofEpochSecond(signal.saidAt());
        DeviceClock.Timed timed =
                switch (kind) {
                    case BEAT -> PureReckoning.beat(received);
                    case CONNECTED, DISCONNECTED -> new DeviceClock.Timed(said, Truth.MEETING);
                    case EXCUSE, SUBSTITUTE, CORRECTION, MERGE, WATCHED -> new DeviceClock.Timed(said, 0);
                    case IN, OUT, UNDO, WALK_IN, COUNT, REPORT, CLOSE, LINK_UP, LINK_DOWN ->
                        PureReckoning.corrected(said, Instant.ofEpochSecond(arrival.sentAtByDevice()), received);
                };
        return new Evidence(
                id,
                session,
                signal.subject(),
                kind,
                signal.room() == null ? Evidence.Source.OFFICE : Evidence.Source.STEWARD,
                signal.by() == null ? null : Evidence.Method.valueOf(signal.by().toUpperCase(Locale.ROOT)),
                signal.room(),
                signal.device(),
                signal.device(),
                timed.at(),
                received,
                timed.bound(),
                detail(signal, kind));
    }

    private static Evidence.Detail detail(Signal signal, Evidence.Kind kind) {
        @Nullable String other = signal.other();
        @Nullable Instant since = signal.since() == null ? null : Instant.ofEpochSecond(signal.since());
        boolean undo = kind == Evidence.Kind.UNDO;
        boolean correction = kind == Evidence.Kind.CORRECTION;
        return new Evidence.Detail(
                undo ? other : null,
                undo || correction ? null : other,
                null,
                since,
                signal.minutes(),
                correction && other != null ? Standing.valueOf(other.toUpperCase(Locale.ROOT)) : null,
                null,
                null);
    }

    static Truth.Told told(Outcome outcome) {
        return new Truth.Told(
                outcome.standing().wire(),
                outcome.flags().contains(Flag.LATE),
                outcome.flags().contains(Flag.LEFT_EARLY),
                outcome.flags().contains(Flag.MADE_UP),
                outcome.mode() == null ? null : outcome.mode().wire(),
                outcome.minutes(),
                outcome.certainty() == vn.diemcau.attendance.Certainty.UNCERTAIN);
    }

    /** In the order of time, for reading. */
    static List<String> show(Life life) {
        return evidence(life).stream()
                .sorted(Comparator.comparing(Evidence::seenAt))
                .map(each -> each.kind() + " " + each.site() + " " + each.seenAt() + " " + each.device() + " "
                        + each.method() + " " + each.detail())
                .distinct()
                .toList();
    }
}
