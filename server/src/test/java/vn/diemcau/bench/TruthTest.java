package vn.diemcau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.diemcau.attendance.Certainty;
import vn.diemcau.attendance.Evidence;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.PureReckoning;
import vn.diemcau.truth.Day;
import vn.diemcau.truth.Life;
import vn.diemcau.truth.Meeting;
import vn.diemcau.truth.Signal;

/** Simulated days whose truth is known, through the pure reckoning; and proof that a broken rule would be seen. */
class TruthTest {
    private static final long SEED = Long.getLong("diemcau.seed", System.nanoTime());
    private static final int PEOPLE = Integer.getInteger("diemcau.truthPeople", 60_000);

    @Test
    void outsideTheDetectionBoundsTheOutcomeIsTheTruth() {
        TruthRun.Result result = TruthRun.run(SEED, PEOPLE, TruthRun::reckon);
        assertThat(result.wrong())
                .as("seed %s: %s", SEED, String.join("\n", result.examples()))
                .isZero();
        assertThat(result.uncertain() * 50).as("seed %s", SEED).isLessThan(PEOPLE);
    }

    @Test
    void throughTheWholeServerTheOutcomesAreTheTruthAndTheSumsAreTheirParts() throws Exception {
        assertThat(TruthServer.run(SEED, Integer.getInteger("diemcau.truthServer", 2_000)))
                .as("seed %s", SEED)
                .isEmpty();
    }

    @Test
    void theSameSeedIsTheSameDay() {
        Day one = new Day(7, 0);
        Day other = new Day(7, 0);
        assertThat(one.meeting(3, true)).isEqualTo(other.meeting(3, true));
        assertThat(one.life(one.meeting(3, true), 40).arrivals())
                .isEqualTo(other.life(other.meeting(3, true), 40).arrivals());
        assertThat(new Day(8, 0).meeting(3, true)).isNotEqualTo(one.meeting(3, true));
    }

    /** Every kind of fault users of other systems report, each in a reckoning of its own. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenRuleIsSeen(Fault fault) {
        assertThat(TruthRun.run(SEED, 6_000, fault.judge).wrong())
                .as("%s, seed %s", fault, SEED)
                .isPositive();
    }

    private enum Fault {
        CLOCKS_ARE_BELIEVED((life, evidence) -> TruthRun.reckon(life, timed(life, evidence))),
        ARRIVAL_IS_WHEN_IT_WAS_RECEIVED((life, evidence) -> TruthRun.reckon(
                life, evidence.stream().map(each -> at(each, each.receivedAt())).toList())),
        MINUTES_OF_CONNECTIONS_ARE_ADDED_UP((life, evidence) -> {
            Outcome outcome = TruthRun.reckon(life, evidence);
            return with(outcome, added(life, evidence, outcome), outcome.certainty());
        }),
        A_SECOND_LIST_OVERWRITES_THE_FIRST((life, evidence) ->
                TruthRun.reckon(life, evidence.subList(Math.max(0, evidence.size() - 1), evidence.size()))),
        UNDOING_IS_FORGOTTEN(without(each -> each.kind() == Kind.UNDO)),
        EXCUSES_ARE_FORGOTTEN(without(each -> each.kind() == Kind.EXCUSE)),
        SUBSTITUTES_ARE_NOT_LOOKED_FOR(without(each -> each.subject().endsWith("s"))),
        CHECKING_OUT_IS_FORGOTTEN(without(each -> each.kind() == Kind.OUT)),
        DROPPED_CONNECTIONS_ARE_FORGOTTEN(without(each -> each.kind() == Kind.DISCONNECTED)),
        WALK_INS_ARE_NEVER_MERGED(without(each -> each.kind() == Kind.MERGE)),
        CORRECTIONS_ARE_FORGOTTEN(without(each -> each.kind() == Kind.CORRECTION)),
        DECLARED_TIMES_ARE_FORGOTTEN(changed(each -> each.detail().from() == null ? each : undeclared(each))),
        PAPER_COUNTS_FROM_ITS_ENTRY(changed(each -> each.method() == Evidence.Method.PAPER ? byTick(each) : each)),
        ROOMS_KEEP_THE_PLAN((life, evidence) -> PureReckoning.outcome(
                planned(TruthCases.held(life.meeting())), life.person(), expected(life), evidence)),
        NOBODY_IS_CLOSED((life, evidence) -> {
            PureReckoning.Held held = TruthCases.held(life.meeting());
            return PureReckoning.outcome(closed(held, false, held.unnamed()), life.person(), expected(life), evidence);
        }),
        SILENT_SITES_ARE_ABSENT((life, evidence) -> {
            PureReckoning.Held held = TruthCases.held(life.meeting());
            return PureReckoning.outcome(
                    closed(held, held.closed(), Set.of()), life.person(), expected(life), evidence);
        }),
        NOTHING_IS_UNCERTAIN((life, evidence) -> certain(TruthRun.reckon(life, evidence), Certainty.SURE)),
        EVERYTHING_IS_UNCERTAIN((life, evidence) -> certain(TruthRun.reckon(life, evidence), Certainty.UNCERTAIN)),
        LATE_IS_NEVER_SAID((life, evidence) -> {
            Outcome outcome = TruthRun.reckon(life, evidence);
            Set<Flag> flags = new LinkedHashSet<>(outcome.flags());
            flags.remove(Flag.LATE);
            return new Outcome(
                    outcome.standing(),
                    flags,
                    outcome.mode(),
                    outcome.site(),
                    outcome.minutes(),
                    outcome.certainty(),
                    outcome.arrived(),
                    outcome.left(),
                    outcome.because());
        });

        private final TruthRun.Judge judge;

        Fault(TruthRun.Judge judge) {
            this.judge = judge;
        }
    }

    private static String expected(Life life) {
        Meeting.Room room = life.room();
        return room == null ? null : room.id();
    }

    private static TruthRun.Judge without(Predicate<Evidence> forgotten) {
        return (life, evidence) -> TruthRun.reckon(
                life, evidence.stream().filter(forgotten.negate()).toList());
    }

    private static TruthRun.Judge changed(UnaryOperator<Evidence> change) {
        return (life, evidence) ->
                TruthRun.reckon(life, evidence.stream().map(change).toList());
    }

    private static List<Evidence> timed(Life life, List<Evidence> evidence) {
        Map<String, Instant> said = new HashMap<>();
        for (Signal.Arrival each : life.arrivals()) {
            if (each.signal().room() != null) {
                said.put(each.signal().id(), Instant.ofEpochSecond(each.signal().saidAt()));
            }
        }
        return evidence.stream()
                .map(each -> at(each, said.getOrDefault(each.id(), each.seenAt())))
                .toList();
    }

    private static Evidence at(Evidence e, Instant at) {
        return new Evidence(
                e.id(),
                e.session(),
                e.subject(),
                e.kind(),
                e.source(),
                e.method(),
                e.site(),
                e.by(),
                e.device(),
                at,
                e.receivedAt(),
                e.boundSeconds(),
                e.detail());
    }

    private static Evidence undeclared(Evidence e) {
        return new Evidence(
                e.id(),
                e.session(),
                e.subject(),
                e.kind(),
                e.source(),
                e.method(),
                e.site(),
                e.by(),
                e.device(),
                e.seenAt(),
                e.receivedAt(),
                e.boundSeconds(),
                Evidence.Detail.NONE);
    }

    private static Evidence byTick(Evidence e) {
        return new Evidence(
                e.id(),
                e.session(),
                e.subject(),
                e.kind(),
                e.source(),
                Evidence.Method.TICK,
                e.site(),
                e.by(),
                e.device(),
                e.seenAt(),
                e.receivedAt(),
                e.boundSeconds(),
                e.detail());
    }

    /** Each device counted alone, as those who double the minutes of whoever has two tabs open. */
    private static int added(Life life, List<Evidence> evidence, Outcome outcome) {
        Map<String, List<Evidence>> byDevice = new HashMap<>();
        for (Evidence each : evidence) {
            if (each.kind() == Kind.CONNECTED || each.kind() == Kind.DISCONNECTED) {
                byDevice.computeIfAbsent(each.device(), device -> new ArrayList<>())
                        .add(each);
            }
        }
        if (byDevice.size() < 2) return outcome.minutes();
        return byDevice.values().stream()
                .mapToInt(own -> TruthRun.reckon(life, own).minutes())
                .sum();
    }

    private static Outcome with(Outcome o, int minutes, Certainty certainty) {
        return new Outcome(
                o.standing(), o.flags(), o.mode(), o.site(), minutes, certainty, o.arrived(), o.left(), o.because());
    }

    private static Outcome certain(Outcome outcome, Certainty certainty) {
        return with(outcome, outcome.minutes(), certainty);
    }

    private static PureReckoning.Held planned(PureReckoning.Held held) {
        Map<String, PureReckoning.Hall> halls = new HashMap<>();
        held.halls().forEach((id, hall) -> halls.put(id, new PureReckoning.Hall(hall.kind(), held.open(), List.of())));
        return new PureReckoning.Held(held.open(), held.pauses(), halls, held.policy(), held.closed(), held.unnamed());
    }

    private static PureReckoning.Held closed(PureReckoning.Held held, boolean closed, Set<String> unnamed) {
        return new PureReckoning.Held(held.open(), held.pauses(), held.halls(), held.policy(), closed, unnamed);
    }

    @Test
    void aDayHasWhatGoesWrongOnRealDays() {
        Day day = new Day(SEED, 0);
        boolean hours = false;
        boolean repeated = false;
        boolean nextDay = false;
        for (int number = 0; number < 40; number++) {
            Meeting meeting = day.meeting(number, true);
            for (int i = 0; i < 50; i++) {
                Set<String> ids = new LinkedHashSet<>();
                for (Signal.Arrival each : day.life(meeting, number * 50L + i).arrivals()) {
                    hours |= Math.abs(each.signal().ahead())
                            > Duration.ofHours(2).toSeconds();
                    repeated |= !ids.add(each.signal().id());
                    nextDay |= each.receivedAt() > meeting.end() + 43_200;
                }
            }
        }
        assertThat(List.of(hours, repeated, nextDay)).containsOnly(true);
    }
}
