package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.diemcau.people.InventedProvince.DAY;
import static vn.diemcau.people.InventedProvince.FOUNDED;
import static vn.diemcau.people.InventedProvince.LATER;
import static vn.diemcau.people.InventedProvince.fresh;
import static vn.diemcau.people.InventedProvince.person;
import static vn.diemcau.people.InventedProvince.undo;
import static vn.diemcau.people.InventedProvince.wish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.diemcau.people.Reorganisation.Fault;
import vn.diemcau.people.Reorganisation.Place;
import vn.diemcau.people.Reorganisation.Why;
import vn.diemcau.people.Reorganisation.Wish;

/** The rules of reorganisations one by one: what stands in the way, what ends, and what comes back. */
class ReorganisingRulesTest {
    private final InventedProvince world = InventedProvince.of(new Random(2));

    private static Wish merger() {
        return wish(Succession.Kind.CONSOLIDATE, List.of("X0", "X1"), null, List.of(fresh("M0", "T")), List.of());
    }

    private static Wish absorbed(String unit, String into) {
        return wish(Succession.Kind.ABSORB, List.of(unit), into, List.of(), List.of());
    }

    private static HeldPost secretary(String unit, LocalDate from) {
        return new HeldPost(unit, "Bí thư", Tree.PARTY, from, null);
    }

    private static List<Why> faults(Consequence consequence) {
        return consequence.faults().stream().map(Fault::why).toList();
    }

    @Test
    void whoIsNotToldWhereToGoStandsInTheWay() {
        InventedProvince two = world.with(List.of(person("A", "X0-B0", "N0"), person("B", "X0-B0", "N0")));
        Wish wish = wish(
                Succession.Kind.DIVIDE,
                List.of("X0-B0"),
                null,
                List.of(fresh("M0", "X0"), fresh("M1", "X0")),
                List.of(new Place("A", "M0")));
        assertThat(two.consequence(wish).faults()).containsExactly(new Fault(Why.UNPLACED_PERSON, "B"));
    }

    @Test
    void whoeverJoinedTheMergedUnitLaterMustBePlacedWhenItIsUndone() {
        InventedProvince merged = world.after(world.consequence(merger()));
        List<Dossier> more = new ArrayList<>(merged.people);
        more.add(person("late", "M0", "N0")
                .withMemberships(List.of(new Membership("M0", LocalDate.of(2026, 8, 1), null, false))));
        merged = merged.with(more);
        Undone undone = new Undone(merger(), List.of());
        assertThat(merged.consequence(undo(), undone).faults()).containsExactly(new Fault(Why.UNPLACED_PERSON, "late"));
        Consequence back = merged.consequence(undo(new Place("late", "X1")), undone);
        assertThat(back.faults()).isEmpty();
        assertThat(merged.after(back).find("late").unitOn(LATER)).contains("X1");
    }

    @Test
    void postsInAUnitThatEndsEndWithItAndAreHeldAgainWhenThatIsTakenBack() {
        InventedProvince one =
                world.with(List.of(person("S", "X0-B0", "N0").withPosts(List.of(secretary("X0-B0", FOUNDED)))));
        Wish wish = absorbed("X0-B0", "X1-B0");
        Consequence does = one.consequence(wish);
        InventedProvince after = one.after(does);
        assertThat(after.find("S").posts()).extracting(HeldPost::to).containsExactly(DAY.minusDays(1));
        assertThat(after.find("S").unitOn(DAY)).contains("X1-B0");
        Consequence back = after.consequence(undo(), new Undone(wish, does.postsEnding(one.people)));
        assertThat(after.after(back).find("S").posts())
                .containsExactly(
                        new HeldPost("X0-B0", "Bí thư", Tree.PARTY, FOUNDED, DAY.minusDays(1)),
                        secretary("X0-B0", LATER));
    }

    @Test
    void aPostDoesNotComeBackToWhoeverLeftOrHoldsTheSameElsewhereSince() {
        InventedProvince two = world.with(List.of(
                person("left", "X0-B0", "N0").withPosts(List.of(secretary("X0-B0", FOUNDED))),
                person("gone", "X0-B0", "N0").withPosts(List.of(secretary("X0-B0", FOUNDED)))));
        Wish wish = absorbed("X0-B0", "X1-B0");
        Consequence does = two.consequence(wish);
        InventedProvince after = two.after(does);
        Dossier left = after.find("left");
        Dossier gone = after.find("gone");
        List<HeldPost> elsewhere = new ArrayList<>(gone.posts());
        elsewhere.add(secretary("X2-B0", DAY.plusDays(9)));
        InventedProvince since = after.with(List.of(
                left.withMemberships(
                        Memberships.ended(left.memberships(), DAY.plusDays(30)).orElseThrow()),
                gone.withPosts(elsewhere)));
        Consequence back = since.consequence(undo(), new Undone(wish, does.postsEnding(two.people)));
        assertThat(back.posts()).isEmpty();
        assertThat(back.postsLeft()).extracting(PostReturn::person).containsExactlyInAnyOrder("left", "gone");
        assertThat(since.after(back).find("gone").posts()).isEqualTo(elsewhere);
    }

    @Test
    void aPostThatWouldHaveEndedMeanwhileStaysEnded() {
        HeldPost brief = new HeldPost("X0-B0", "Bí thư", Tree.PARTY, FOUNDED, DAY.plusDays(40));
        InventedProvince one = world.with(List.of(person("S", "X0-B0", "N0").withPosts(List.of(brief))));
        Wish wish = absorbed("X0-B0", "X1-B0");
        Consequence does = one.consequence(wish);
        Consequence back = one.after(does).consequence(undo(), new Undone(wish, does.postsEnding(one.people)));
        assertThat(back.posts()).isEmpty();
        assertThat(back.postsLeft()).isEmpty();
    }

    @Test
    void whoHeldPostsInBothOfficesKeepsTheOwnOneWhenTheOtherLivesAgain() {
        HeldPost own = new HeldPost("N1", "Phó Chủ tịch", Tree.STATE, FOUNDED, null);
        Dossier both = person("P", "X0-B0", "N0");
        InventedProvince one =
                world.with(List.of(both.withPosts(List.of(both.posts().get(0), own))));
        Wish wish = absorbed("N0", "N1");
        InventedProvince after = one.after(one.consequence(wish));
        InventedProvince back = after.after(after.consequence(undo(), new Undone(wish, List.of())));
        assertThat(back.find("P").posts().stream().filter(post -> post.on(LATER)))
                .extracting(HeldPost::unit, HeldPost::title)
                .containsExactlyInAnyOrder(tuple("N0", "Chuyên viên"), tuple("N1", "Phó Chủ tịch"));
    }

    @Test
    void whatALaterDecisionWentOnFromIsNotTakenBackBeforeIt() {
        InventedProvince merged = world.after(world.consequence(merger()));
        Wish on = new Wish(
                Succession.Kind.ABSORB,
                DAY.plusDays(30),
                "13-QĐ/TU",
                null,
                "",
                List.of("M0"),
                "X2",
                List.of(),
                null,
                List.of(),
                null,
                false);
        InventedProvince further = merged.after(merged.consequence(on));
        assertThat(faults(further.consequence(undo(), new Undone(merger(), List.of()))))
                .contains(Why.UNIT_UNKNOWN);
        Wish there = wish(Succession.Kind.TRANSFER, List.of("X0"), "X1", List.of(), List.of());
        Wish again = new Wish(
                Succession.Kind.TRANSFER,
                DAY.plusDays(30),
                "14-QĐ/TU",
                null,
                "",
                List.of("X0"),
                "X2",
                List.of(),
                null,
                List.of(),
                null,
                false);
        InventedProvince moved = world.after(world.consequence(there));
        InventedProvince twice = moved.after(moved.consequence(again));
        assertThat(faults(twice.consequence(undo(), new Undone(there, List.of()))))
                .containsExactly(Why.LATER_RECORDS);
    }

    @Test
    void aUnitIsNeverPutBelowItselfNorIntoTheOtherTreeNorUnderAUsedCode() {
        assertThat(faults(world.consequence(
                        wish(Succession.Kind.TRANSFER, List.of("X0"), "X0-B0", List.of(), List.of()))))
                .contains(Why.BELOW_ITSELF);
        assertThat(faults(world.consequence(absorbed("X0", "N0")))).contains(Why.OTHER_TREE);
        assertThat(faults(world.consequence(wish(
                        Succession.Kind.CONSOLIDATE, List.of("X0", "X1"), null, List.of(fresh("X2", "T")), List.of()))))
                .contains(Why.CODE_TAKEN);
        assertThat(faults(world.consequence(absorbed("X9", "X0")))).contains(Why.UNIT_UNKNOWN);
    }
}
