package vn.diemcau.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.diemcau.people.Person;
import vn.diemcau.people.Person.Status;
import vn.diemcau.people.Tree;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

class ResolutionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final World world = new World();
    private final Session session =
            world.session("s1", "p1", State.ISSUED, World.site("main", 10, "T19"), World.site("daitu", 2, "T19-1"));

    /** A list by person; asking for somebody who is not on it is a failure. */
    private record Found(Map<String, Entry> entries) {
        Entry get(String person) {
            return Optional.ofNullable(entries.get(person)).orElseThrow();
        }
    }

    private Found resolve(Scope scope, Group... groups) {
        Resolution resolution = new Resolution(session, scope, List.of(groups), world.units(), DAY);
        world.persons.forEach(resolution::offer);
        return new Found(resolution.entries().stream()
                .collect(Collectors.toMap(entry -> entry.required().person(), Function.identity())));
    }

    private static Scope scope(Scope.Rule... rules) {
        return new Scope(List.of(rules), List.of(), List.of());
    }

    @Test
    void unitsSummonEverybodyBelowThem() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL);
        world.add("b", "Vàng A Pao", "T19-1-B2", Status.AWAY);
        world.add("c", "Ma Văn Tú", "T19-2-B1", Status.OFFICIAL);
        assertThat(resolve(scope(Scope.Rule.units("T19-1"))).entries()).containsOnlyKeys("a", "b");
    }

    @Test
    void exemptAndSuspendedFallOutWithTheReason() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.EXEMPT);
        world.add("b", "Vàng A Pao", "T19-1-B2", Status.SUSPENDED);
        Found list = resolve(scope(Scope.Rule.units("T19-1")));
        assertThat(list.get("a").required().standing()).isEqualTo(Required.Standing.EXEMPT);
        assertThat(list.get("a").required().reason()).isEqualTo(Resolution.STATUS_EXEMPT);
        assertThat(list.get("b").required().standing()).isEqualTo(Required.Standing.SUSPENDED);
        assertThat(list.get("b").required().counted()).isFalse();
    }

    @Test
    void aPersonOnDutyIsShownWithWhatWasTyped() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL);
        Scope scope = new Scope(
                List.of(Scope.Rule.units("T19")),
                List.of(),
                List.of(new Scope.Adjustment(
                        "a", Required.Standing.ON_DUTY, "Trực phòng chống bão, CV 12-CV/ĐU", null)));
        assertThat(resolve(scope).get("a").required().standing()).isEqualTo(Required.Standing.ON_DUTY);
        assertThat(resolve(scope).get("a").required().reason()).isEqualTo("Trực phòng chống bão, CV 12-CV/ĐU");
    }

    @Test
    void nonMembersAreGuestsAndOnlyWhereAsked() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.NON_MEMBER);
        assertThat(resolve(scope(Scope.Rule.units("T19-1"))).entries()).isEmpty();
        Scope.Rule withOthers = new Scope.Rule(
                Scope.Kind.UNITS,
                List.of("T19-1"),
                List.of(),
                List.of(),
                true,
                List.of(),
                List.of(),
                null,
                false,
                null);
        assertThat(resolve(scope(withOthers)).get("a").required().standing()).isEqualTo(Required.Standing.GUEST);
    }

    @Test
    void postsAreFoundWithoutMarksAndCountedInThePostsUnit() {
        world.add(
                "a",
                "Hoàng Thị Mai",
                "T19-1-B1",
                Status.OFFICIAL,
                new Person.Post("T19-1", "Bí thư Đảng ủy", Tree.PARTY),
                World.secretaryOf("T19-1-B1"));
        Entry entry = resolve(
                        scope(Scope.Rule.posts(List.of("bi thu chi bo", "Bí thư đảng uỷ", "bí thư Đảng ủy"), "T19")))
                .get("a");
        assertThat(entry.required().capacity()).isEqualTo("Bí thư Đảng ủy");
        assertThat(entry.required().unit()).isEqualTo("T19-1");
        assertThat(entry.required().paths()).containsExactly("party:/T19/T19-1/");
        assertThat(entry.otherCapacities()).containsExactly("Bí thư chi bộ");
    }

    @Test
    void aStatePostKeepsThePathsOfBothTrees() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL, new Person.Post("N19-1", "Chủ tịch", Tree.STATE));
        Required required =
                resolve(scope(Scope.Rule.posts(List.of("Chủ tịch")))).get("a").required();
        assertThat(required.paths()).containsExactly("party:/T19/T19-1/T19-1-B1/", "state:/N19/N19-1/");
        assertThat(required.site()).isEqualTo("daitu");
    }

    @Test
    void theNearestUnitsRuleNamesTheSite() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL);
        world.add("c", "Ma Văn Tú", "T19-2-B1", Status.OFFICIAL);
        Found list = resolve(scope(Scope.Rule.units("T19")));
        assertThat(list.get("a").required().site()).isEqualTo("daitu");
        assertThat(list.get("c").required().site()).isEqualTo("main");
    }

    @Test
    void theSummonsGoesToTheUnitBelowTheHolder() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL);
        assertThat(resolve(scope(Scope.Rule.units("T19"))).get("a").receiving()).isEqualTo("T19-1");
    }

    @Test
    void dutyBeatsInvitation() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL, World.secretaryOf("T19-1-B1"));
        Scope.Rule invitation = new Scope.Rule(
                Scope.Kind.PERSONS,
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of("a"),
                "Đại biểu mời",
                true,
                null);
        assertThat(resolve(scope(invitation)).get("a").required().standing()).isEqualTo(Required.Standing.INVITED);
        Entry both = resolve(scope(invitation, Scope.Rule.units("T19"))).get("a");
        assertThat(both.required().standing()).isEqualTo(Required.Standing.REQUIRED);
        assertThat(both.otherCapacities()).containsExactly("Đại biểu mời");
    }

    @Test
    void aTraineeCountsFromAdmission() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL);
        Scope.Rule later = new Scope.Rule(
                Scope.Kind.PERSONS,
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of("a"),
                null,
                false,
                DAY.plusDays(1));
        assertThat(resolve(scope(later)).entries()).isEmpty();
    }

    @Test
    void groupsSummonTheirMembersUnderTheirName() {
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL);
        Scope.Rule rule = new Scope.Rule(
                Scope.Kind.GROUPS, List.of(), List.of(), List.of(), false, List.of("g"), List.of(), null, false, null);
        Group group = new Group("g", "Ban Chấp hành", "T19", "/T19/", List.of("a"), 1);
        assertThat(resolve(scope(rule), group).get("a").required().capacity()).isEqualTo("Ban Chấp hành");
    }

    @Test
    void aGuestOfTheScopeComesToTheMainHall() {
        Scope scope = new Scope(
                List.of(), List.of(new Scope.Guest("x", "Lê Văn Khách", 1970, "Báo Nhân Dân", null)), List.of());
        Required guest = resolve(scope).get("guest-x").required();
        assertThat(guest.standing()).isEqualTo(Required.Standing.GUEST);
        assertThat(guest.site()).isEqualTo("main");
        assertThat(guest.unitName()).isEqualTo("Báo Nhân Dân");
    }

    @Property(tries = 200)
    void eachPersonStandsOnceWhateverTheOrderAndHoweverOftenOffered(
            @ForAll long seed, @ForAll @IntRange(max = 40) int people) {
        Random random = new Random(seed);
        World province = new World();
        List<String> units = List.of("T19-1-B1", "T19-1-B2", "T19-2-B1", "T19-2-B2", "T19-1", "gone");
        for (int i = 0; i < people; i++) {
            String unit = units.get(random.nextInt(units.size()));
            Status status = Status.values()[random.nextInt(Status.values().length)];
            if (random.nextBoolean()) province.add("p" + i, "Người Số " + i, unit, status);
            else province.add("p" + i, "Người Số " + i, unit, status, World.secretaryOf(unit));
        }
        Scope scope = scope(
                Scope.Rule.units("T19-1"),
                Scope.Rule.posts(List.of("Bí thư chi bộ"), "T19"),
                Scope.Rule.persons("p0", "p1"));
        List<Person> shuffled = new ArrayList<>(province.persons);
        shuffled.addAll(province.persons);
        Collections.shuffle(shuffled, random);
        Resolution one = new Resolution(session, scope, List.of(), province.units(), DAY);
        Resolution other = new Resolution(session, scope, List.of(), province.units(), DAY);
        province.persons.forEach(one::offer);
        shuffled.forEach(other::offer);
        assertThat(other.entries()).isEqualTo(one.entries());
        assertThat(one.entries().stream().map(entry -> entry.required().person()))
                .doesNotHaveDuplicates();
        assertThat(one.entries()).allMatch(entry -> !entry.required().paths().isEmpty());
    }
}
