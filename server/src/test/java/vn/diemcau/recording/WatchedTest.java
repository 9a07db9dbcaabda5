package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.diemcau.recording.Watched.MadeUp;

class WatchedTest {
    private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
    private static final int HOUR = 3600;

    private static Watched.Report played(String stream, int from, int until) {
        return new Watched.Report(stream, List.of(new Seconds.Span(from, until)), until, false);
    }

    private static Watched watch(Watched before, int from, int until, int secondsLater) {
        return before.after(played("one", from, until), HOUR, before.at(), START.plusSeconds(secondsLater));
    }

    @Test
    void watchingAtOrdinarySpeedCountsEverySecondOnce() {
        Watched watched = Watched.nothing("r", "mai");
        for (int at = 0; at < HOUR; at += 10) watched = watch(watched, at, at + 10, at + 10);
        assertThat(watched.seen().count()).isEqualTo(HOUR);
        for (int at = 0; at < 600; at += 10) watched = watch(watched, at, at + 10, HOUR + at);
        assertThat(watched.seen().count()).isEqualTo(HOUR);
    }

    @Test
    void aReportThatIsLostAndSentAgainWithTheNextLosesNothing() {
        Watched watched = watch(Watched.nothing("r", "mai"), 0, 10, 10);
        watched = watch(watched, 10, 70, 70);
        assertThat(watched.seen().count()).isEqualTo(70);
        assertThat(watch(watched, 10, 70, 71).seen().count()).isEqualTo(70);
    }

    @Test
    void nobodyHasSeenMoreThanTheTimeThatPassedAllows() {
        Watched watched = watch(Watched.nothing("r", "mai"), 0, HOUR, 0);
        assertThat(watched.seen().count()).isLessThan(30);
        watched = watch(watched, 0, HOUR, 10);
        assertThat(watched.seen().count()).isLessThanOrEqualTo(25 + 20);
    }

    @Property
    void noReportsHoweverMadeBeatTheClock(
            @ForAll @Size(max = 40) List<@IntRange(max = 3600) Integer> places, @ForAll @IntRange(max = 60) int pause) {
        Watched watched = Watched.nothing("r", "mai");
        int time = 0;
        for (int place : places) {
            time += pause;
            watched = watch(watched, place, place + 1000, time);
            assertThat(watched.seen().count()).isLessThanOrEqualTo(25 + 2 * time);
        }
    }

    /** Two recordings on two pages, or one after the other: time is accounted for once. */
    @Test
    void timeThatWentIntoAnotherRecordingIsNotThereForThisOne() {
        Watched other = watch(Watched.nothing("other", "mai"), 0, 10, 10);
        Instant lastOfThisOne = START.plusSeconds(3600);
        Watched after = other.after(played("one", 10, 1500), HOUR, lastOfThisOne, START.plusSeconds(3610));
        assertThat(after.seen().count()).isLessThanOrEqualTo(25 + 20);
        assertThat(other.after(played("one", 10, 1500), HOUR, other.at(), START.plusSeconds(3610))
                        .seen()
                        .count())
                .isEqualTo(1500);
    }

    @Test
    void enoughIsExactAndSomebodyMustAgreeWhereTheRuleSaysSo() {
        Recording.Rule asks = new Recording.Rule(80, true);
        Recording.Rule counts = new Recording.Rule(80, false);
        Watched less = new Watched(
                "r", "mai", 1, Seconds.NONE.with(0, 799, 9999), START, 0, 0, MadeUp.NOT_YET, null, null, null);
        Watched enough = new Watched(
                "r", "mai", 1, Seconds.NONE.with(0, 800, 9999), START, 0, 0, MadeUp.NOT_YET, null, null, null);
        assertThat(less.judged(counts, 1000, "s", START).madeUp()).isEqualTo(MadeUp.NOT_YET);
        assertThat(enough.judged(counts, 1000, "s", START).madeUp()).isEqualTo(MadeUp.COUNTED);
        assertThat(enough.judged(asks, 1000, "s", START).madeUp()).isEqualTo(MadeUp.PROPOSED);
        assertThat(enough.judged(counts, 1000, null, START).madeUp()).isEqualTo(MadeUp.NOT_YET);
        assertThat(enough.judged(counts, 0, "s", START).madeUp()).isEqualTo(MadeUp.NOT_YET);
        assertThat(enough.minutesOf(Duration.ofMinutes(90), 1000)).isEqualTo(72);
    }
}
