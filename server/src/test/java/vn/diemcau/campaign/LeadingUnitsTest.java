package vn.diemcau.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diemcau.people.Succession;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** Whoever began a campaign and ended while it ran is followed in it by whatever followed it. */
class LeadingUnitsTest {
    private static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private static Unit unit(String id, @Nullable String parent, LocalDate from, @Nullable LocalDate to) {
        return new Unit(id, id, Tree.PARTY, "unit", 2, List.of(new Unit.Placement(parent, from, to)), id, id);
    }

    private static UnitTree tree(Succession... successions) {
        return new UnitTree(
                List.of(
                        unit("T", null, FOUNDED, null),
                        unit("A", "T", FOUNDED, DAY.minusDays(1)),
                        unit("B", "T", DAY, null),
                        unit("C", "T", DAY, null)),
                List.of(successions));
    }

    private static Succession follows(String unit) {
        return new Succession(Succession.Kind.DIVIDE, "A", unit, DAY, "1-QĐ");
    }

    private static LeadingUnits lead(UnitTree tree, LocalDate to) {
        Campaign campaign = new Campaign(
                "c", Campaign.Kind.OTHER, "Đợt", "A", "/T/A/", FOUNDED, to, 100, null, null, 0, List.of(), "", 1);
        return LeadingUnits.of(campaign, tree, TODAY);
    }

    @Test
    void theUnitThatFollowedLeadsOn() {
        LeadingUnits lead = lead(tree(follows("B")), TODAY.plusDays(30));
        assertThat(lead.day()).isEqualTo(TODAY);
        assertThat(lead.paths()).isEqualTo(Map.of("B", "/T/B/"));
        assertThat(lead.covers("/T/B/B1/")).isTrue();
        assertThat(lead.covers("/T/C/")).isFalse();
    }

    @Test
    void whereSeveralFollowedAllOfThemLead() {
        assertThat(lead(tree(follows("B"), follows("C")), TODAY.plusDays(30)).units())
                .containsExactly("B", "C");
    }

    @Test
    void aCampaignThatWasOverBeforeStaysWithTheUnitAsItWas() {
        LeadingUnits lead = lead(tree(follows("B")), DAY.minusDays(10));
        assertThat(lead.day()).isEqualTo(DAY.minusDays(10));
        assertThat(lead.paths()).isEqualTo(Map.of("A", "/T/A/"));
    }

    @Test
    void whereNothingFollowedTheLastDayOfTheUnitIsTaken() {
        LeadingUnits lead = lead(tree(), TODAY.plusDays(30));
        assertThat(lead.day()).isEqualTo(DAY.minusDays(1));
        assertThat(lead.paths()).isEqualTo(Map.of("A", "/T/A/"));
    }
}
