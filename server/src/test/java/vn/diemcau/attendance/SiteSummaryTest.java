package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteSummaryTest {
    private static final Instant RULED = Instant.parse("2026-11-20T01:00:00Z");
    private static final SiteStanding BY_RULE =
            new SiteStanding(List.of(), List.of(), List.of(), null, RULED, false, true);

    private static SiteFigures.State state(SiteStanding standing, Frame.Closed closed) {
        return SiteSummary.of("s", "a", null, null, standing, closed).state();
    }

    private static Frame.Closed closed(String... unnamed) {
        return new Frame.Closed("c", "office", RULED.plusSeconds(3600), Set.of(unnamed));
    }

    @Test
    void whatTheRuleClosedAndTheSessionThenKnewByNameIsClosedLikeTheOthers() {
        assertThat(state(BY_RULE, null)).isEqualTo(SiteFigures.State.CLOSED_BY_RULE);
        assertThat(state(BY_RULE, closed("a"))).isEqualTo(SiteFigures.State.CLOSED_BY_RULE);
        assertThat(state(BY_RULE, closed())).isEqualTo(SiteFigures.State.CLOSED);
    }

    @Test
    void aUnitThatMovedHeldItsSessionsWhereItStoodThen() {
        assertThat(CloseMonth.within("party:/T19/X/A/", "A")).isTrue();
        assertThat(CloseMonth.within("party:/T19/Y/A/B/", "A")).isTrue();
        assertThat(CloseMonth.within("party:/T19/X/AB/", "A")).isFalse();
    }
}
