package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.attendance.Evidence.Method;
import vn.diemcau.enrolment.Required;

class ReckoningProperties {
    private static final List<Kind> OF_PERSON = List.of(
            Kind.IN,
            Kind.IN,
            Kind.IN,
            Kind.OUT,
            Kind.CONNECTED,
            Kind.DISCONNECTED,
            Kind.BEAT,
            Kind.UNDO,
            Kind.EXCUSE,
            Kind.SUBSTITUTE,
            Kind.CORRECTION,
            Kind.WATCHED,
            Kind.WALK_IN,
            Kind.MERGE);

    @Provide
    Arbitrary<List<Evidence>> evidence() {
        return one(OF_PERSON).list().ofMaxSize(12).map(ReckoningProperties::renamed);
    }

    @Provide
    Arbitrary<Evidence> presence() {
        return one(List.of(Kind.IN, Kind.CONNECTED, Kind.BEAT));
    }

    private static Arbitrary<Evidence> one(List<Kind> kinds) {
        return Combinators.combine(
                        Arbitraries.of(kinds),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("d1", "d2"),
                        Arbitraries.of(Method.BADGE, Method.PAPER, Method.TICK),
                        Arbitraries.integers().between(-30, 160),
                        Arbitraries.of(0, 0, 30, 180),
                        Arbitraries.integers().between(0, 11))
                .as((kind, site, device, method, minute, bound, other) -> {
                    boolean room = kind == Kind.IN || kind == Kind.OUT || kind == Kind.WALK_IN;
                    boolean walk = kind == Kind.WALK_IN || kind == Kind.MERGE;
                    return Make.evidence(
                            "x",
                            kind,
                            walk ? "walk:w" : "p",
                            room ? site : null,
                            device,
                            method,
                            minute,
                            bound,
                            detail(kind, other));
                });
    }

    private static Detail detail(Kind kind, int other) {
        return switch (kind) {
            case UNDO -> Detail.undoing("e" + other);
            case SUBSTITUTE -> Detail.naming("q", null);
            case MERGE -> Detail.naming("p", null);
            case CORRECTION ->
                new Detail(
                        null, null, null, null, null, Standing.values()[other % Standing.values().length], "x", null);
            case WATCHED -> new Detail(null, null, null, null, other * 12, null, null, null);
            case IN, OUT, WALK_IN, COUNT, REPORT, CLOSE, LINK_UP, LINK_DOWN, CONNECTED, DISCONNECTED, BEAT, EXCUSE ->
                Detail.NONE;
        };
    }

    private static List<Evidence> renamed(List<Evidence> evidence) {
        List<Evidence> renamed = new ArrayList<>();
        for (Evidence each : evidence) renamed.add(named(each, "e" + renamed.size()));
        return renamed;
    }

    private static Evidence named(Evidence e, String id) {
        return new Evidence(
                id,
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
                e.detail());
    }

    @Property(tries = 2000)
    void theOrderOfEvidenceDoesNotMatter(
            @ForAll("evidence") List<Evidence> evidence, @ForAll boolean closed, @ForAll Random random) {
        List<Evidence> shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, random);
        assertThat(Reckoning.of(Make.of(Policy.DEFAULT, closed, shuffled)))
                .isEqualTo(Reckoning.of(Make.of(Policy.DEFAULT, closed, evidence)));
    }

    @Property(tries = 2000)
    void twiceIsOnce(@ForAll("evidence") List<Evidence> evidence, @ForAll boolean closed) {
        List<Evidence> twice = new ArrayList<>(evidence);
        twice.addAll(evidence);
        assertThat(Reckoning.of(Make.of(Policy.DEFAULT, closed, twice)))
                .isEqualTo(Reckoning.of(Make.of(Policy.DEFAULT, closed, evidence)));
    }

    @Property(tries = 4000)
    void moreEvidenceOfPresenceNeverMakesAnybodyLessPresent(
            @ForAll("evidence") List<Evidence> evidence,
            @ForAll("presence") Evidence more,
            @ForAll boolean closed,
            @ForAll boolean rollCall) {
        Policy policy = rollCall ? Policy.CELL : Policy.DEFAULT;
        Outcome before = Reckoning.of(Make.of(policy, closed, evidence));
        List<Evidence> added = new ArrayList<>(evidence);
        added.add(named(more, "more"));
        Outcome after = Reckoning.of(Make.of(policy, closed, added));
        if (before.flags().contains(Flag.CORRECTED)) {
            assertThat(after.standing()).isEqualTo(before.standing());
            return;
        }
        if (before.present()) {
            assertThat(after.present()).isTrue();
            if (!before.flags().contains(Flag.LATE)) assertThat(after.flags()).doesNotContain(Flag.LATE);
            if (!before.flags().contains(Flag.LEFT_EARLY))
                assertThat(after.flags()).doesNotContain(Flag.LEFT_EARLY);
        }
        assertThat(after.minutes()).isGreaterThanOrEqualTo(before.minutes());
    }

    @Property
    void minutesAreTheUnionOfTheIntervals(@ForAll("stays") List<int[]> stays) {
        List<Evidence> evidence = new ArrayList<>();
        BitSet minutes = new BitSet();
        for (int[] stay : stays) {
            String page = "t" + evidence.size();
            evidence.add(Make.connected(page + "c", page, stay[0]));
            evidence.add(Make.disconnected(page + "d", page, stay[0] + stay[1]));
            minutes.set(Math.max(0, stay[0]), Math.min(120, Math.max(0, stay[0] + stay[1])));
        }
        assertThat(Reckoning.of(Make.of(Policy.DEFAULT, false, evidence)).minutes())
                .isEqualTo(minutes.cardinality());
    }

    @Provide
    Arbitrary<List<int[]>> stays() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(1, 60))
                .as((from, length) -> new int[] {from, length})
                .list()
                .ofMaxSize(8);
    }

    @Property
    void theSumsClose(
            @ForAll("evidence") List<Evidence> evidence,
            @ForAll("evidence") List<Evidence> others,
            @ForAll boolean closed,
            @ForAll Required.Standing standing) {
        Counts counts = Counts.of(Required.Standing.REQUIRED, Reckoning.of(Make.of(Policy.DEFAULT, closed, evidence)))
                .plus(Counts.of(standing, Reckoning.of(Make.of(Policy.DEFAULT, closed, others))));
        assertThat(counts.closes()).isTrue();
        assertThat(Counts.of(counts.asMap())).isEqualTo(counts);
    }
}
