package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MembershipsTest {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    private static Membership record(String unit, int from, Integer to) {
        return new Membership(unit, DAY.plusDays(from), to == null ? null : DAY.plusDays(to), false);
    }

    @Test
    void aRosterReadAgainChangesNothing() {
        List<Membership> once = Memberships.asOf(List.of(), "A", DAY).orElseThrow();
        assertThat(Memberships.asOf(once, "A", DAY.plusYears(1))).contains(once);
    }

    @Test
    void aRosterThatNamesAnotherUnitIsAMoveOnThatDay() {
        List<Membership> known = List.of(record("A", 0, null));
        assertThat(Memberships.asOf(known, "B", DAY.plusDays(10)))
                .contains(List.of(record("A", 0, 9), record("B", 10, null)));
    }

    @Test
    void aMoveBeforeALaterRecordIsRefused() {
        List<Membership> known = List.of(record("A", 0, 9), record("B", 10, null));
        assertThat(Memberships.moved(known, "C", DAY.plusDays(5))).isEmpty();
    }

    @Test
    void aStayForATimeLeadsBackHome() {
        List<Membership> known = List.of(record("A", 0, null));
        assertThat(Memberships.stay(known, "B", DAY.plusDays(10), DAY.plusDays(19)))
                .contains(List.of(record("A", 0, 9), record("B", 10, 19), record("A", 20, null)));
        assertThat(Memberships.stay(known, "B", DAY.plusDays(10), null))
                .contains(List.of(record("A", 0, 9), record("B", 10, null)));
        assertThat(Memberships.stay(known, "A", DAY.plusDays(10), null)).isEmpty();
        assertThat(Memberships.stay(List.of(record("A", 0, 9)), "B", DAY.plusDays(10), null))
                .isEmpty();
    }

    private static Dossier staying(Person.Status during) {
        List<Membership> stays = Memberships.stay(
                        List.of(record("A", 0, null)), "B", DAY.plusDays(10), DAY.plusDays(19))
                .orElseThrow();
        List<DatedStatus> statuses = DatedStatus.during(
                List.of(new DatedStatus(Person.Status.OFFICIAL, DAY)), during, DAY.plusDays(10), DAY.plusDays(19));
        Details details = new Details("Lý Thị Tạm", null, null, null, null, null, null, null, null);
        return new Dossier("p", details, stays, statuses, List.of(), List.of(), 1);
    }

    @Test
    void theReturnFromATemporaryStayGivesWayToAMoveAndToLeaving() {
        Dossier staying = staying(Person.Status.TEMPORARY);
        LocalDate day = DAY.plusDays(15);
        assertThat(Memberships.moved(staying.membershipsAt(day), "C", day))
                .contains(List.of(record("A", 0, 9), record("B", 10, 14), record("C", 15, null)));
        assertThat(Memberships.ended(staying.membershipsAt(day), day))
                .contains(List.of(record("A", 0, 9), record("B", 10, 15)));
        assertThat(staying.membershipsAt(DAY.plusDays(5))).isEqualTo(staying.memberships());
        assertThat(staying(Person.Status.OFFICIAL).membershipsAt(day))
                .as("somebody who moved there and back was not there for a time only")
                .hasSize(3);
    }

    @Test
    void aPostWithALastDayEndsEarlierButNotLater() {
        HeldPost post = new HeldPost("A", "Bí thư", Tree.PARTY, DAY, DAY.plusDays(100));
        assertThat(HeldPost.ended(List.of(post), "A", "Bí thư", DAY.plusDays(50)))
                .contains(List.of(new HeldPost("A", "Bí thư", Tree.PARTY, DAY, DAY.plusDays(50))));
        assertThat(HeldPost.ended(List.of(post), "A", "Bí thư", DAY.plusDays(101)))
                .isEmpty();
    }

    @Property
    void duringAStayThePersonIsThereAndAfterItWhereHeWouldHaveBeen(
            @ForAll @IntRange(min = 1, max = 40) int first, @ForAll @IntRange(min = 0, max = 40) int days) {
        List<Membership> known = List.of(record("A", 0, 20), record("B", 21, 60));
        LocalDate from = DAY.plusDays(first + 20L);
        LocalDate to = from.plusDays(days);
        List<Membership> stays = Memberships.stay(known, "C", from, to).orElseThrow();
        for (int day = 0; day <= 100; day++) {
            LocalDate on = DAY.plusDays(day);
            Optional<String> was =
                    known.stream().filter(m -> m.on(on)).map(Membership::unit).findFirst();
            boolean staying = !on.isBefore(from) && !on.isAfter(to);
            assertThat(stays.stream()
                            .filter(m -> m.on(on))
                            .map(Membership::unit)
                            .toList())
                    .isEqualTo(staying ? List.of("C") : was.stream().toList());
        }
    }

    @Test
    void aStatusForATimeEndsByItself() {
        List<DatedStatus> known = List.of(new DatedStatus(Person.Status.OFFICIAL, DAY));
        List<DatedStatus> exempt = DatedStatus.during(known, Person.Status.EXEMPT, DAY.plusDays(10), DAY.plusDays(19));
        assertThat(DatedStatus.on(exempt, DAY.plusDays(9))).isEqualTo(Person.Status.OFFICIAL);
        assertThat(DatedStatus.on(exempt, DAY.plusDays(10))).isEqualTo(Person.Status.EXEMPT);
        assertThat(DatedStatus.on(exempt, DAY.plusDays(19))).isEqualTo(Person.Status.EXEMPT);
        assertThat(DatedStatus.on(exempt, DAY.plusDays(20))).isEqualTo(Person.Status.OFFICIAL);
    }

    @Test
    void datedRecordsReplaceWhatARosterAssumed() {
        List<Membership> assumed = Memberships.asOf(List.of(), "B", DAY).orElseThrow();
        List<Membership> first = Memberships.stated(assumed, record("A", 0, 9)).orElseThrow();
        List<Membership> both = Memberships.stated(first, record("B", 10, null)).orElseThrow();
        assertThat(both).containsExactly(record("A", 0, 9), record("B", 10, null));
    }

    @Test
    void twoDatedRecordsThatOverlapAreRefused() {
        List<Membership> known = List.of(record("A", 0, 9));
        assertThat(Memberships.stated(known, record("B", 5, 20))).isEmpty();
    }

    @Property
    void recordsOfAHistoryMayComeInAnyOrderAndTwice(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 400) Integer> lengths, @ForAll long seed) {
        List<Membership> history = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < lengths.size(); i++) {
            boolean last = i == lengths.size() - 1;
            history.add(record("U" + i, at, last ? null : at + lengths.get(i) - 1));
            at += lengths.get(i);
        }
        List<Membership> coming = new ArrayList<>(history);
        coming.addAll(history);
        Collections.shuffle(coming, new Random(seed));
        String today = history.get(history.size() - 1).unit();
        Optional<List<Membership>> known = Memberships.asOf(List.of(), today, DAY);
        for (Membership one : coming) known = known.flatMap(list -> Memberships.stated(list, one));
        assertThat(known).contains(history);
    }

    @Property
    void whateverIsTakenInStaysDisjointAndInOrder(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 300) Integer> starts, @ForAll long seed) {
        Random random = new Random(seed);
        List<Membership> known = List.of();
        for (int start : starts) {
            Integer end = random.nextBoolean() ? null : start + random.nextInt(50);
            List<Membership> before = known;
            known = Memberships.stated(known, record("U" + random.nextInt(3), start, end))
                    .orElse(before);
        }
        for (int i = 1; i < known.size(); i++) {
            LocalDate end = known.get(i - 1).to();
            assertThat(end).isNotNull();
            assertThat(end).isBefore(known.get(i).from());
        }
    }
}
