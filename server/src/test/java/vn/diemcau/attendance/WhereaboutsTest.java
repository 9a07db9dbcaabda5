package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Until when somebody was there, by what a door tells. */
class WhereaboutsTest {
    @Test
    void whoGoesOutAgainWithoutBeingSeenToComeBackWasThereUntilThen() {
        Evidence first = Make.out("1", "a", 0);
        Evidence last = Make.out("2", "a", 105);
        Outcome without = Reckoning.of(Make.closed(first, last));
        assertThat(without.flags()).doesNotContain(Flag.LEFT_EARLY);
        Outcome more = Reckoning.of(Make.closed(Make.in("0", "a", -1), first, last));
        assertThat(more.flags())
                .as("one more sign of having come takes nothing away")
                .doesNotContain(Flag.LEFT_EARLY, Flag.LATE);
        assertThat(more.left()).isEqualTo(last.seenAt());
    }
}
