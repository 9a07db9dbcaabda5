package vn.diemcau.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.diemcau.problem.Problem;

class PlanRulesTest {
    private static final Instant BEFORE = Sample.START.minusSeconds(3600);
    private static final Instant AFTER = Sample.START.plusSeconds(3600);

    @Test
    void theStatesFollowEachOtherAsTheyMayAndNoOther() {
        Map<State, Set<State>> expected = Map.of(
                State.DRAFT, EnumSet.of(State.ISSUED),
                State.ISSUED, EnumSet.of(State.POSTPONED, State.CANCELLED, State.ENDED),
                State.POSTPONED, EnumSet.of(State.ISSUED, State.CANCELLED),
                State.CANCELLED, EnumSet.noneOf(State.class),
                State.ENDED, EnumSet.noneOf(State.class));
        for (State from : State.values()) {
            for (State to : State.values()) {
                assertThat(from.mayBecome(to))
                        .as(from + " to " + to)
                        .isEqualTo(expected.get(from).contains(to));
            }
        }
    }

    @Property
    void everyTransitionIsTheOneAskedForOrARefusal(@ForAll State from, @ForAll State to) {
        Session session = Sample.session("a", from, 0, 3);
        if (from == to) {
            assertThat(Transition.to(session, to, AFTER)).isSameAs(session);
        } else if (from.mayBecome(to)) {
            Session now = Transition.to(session, to, AFTER);
            assertThat(now.state()).isEqualTo(to);
            assertThat(now.id()).isEqualTo(session.id());
            assertThat(now.sequence()).isEqualTo(from == State.DRAFT || to == State.ENDED ? 0 : 1);
        } else {
            assertThatThrownBy(() -> Transition.to(session, to, AFTER))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("state_not_allowed"));
        }
    }

    @Test
    void aSessionDoesNotEndBeforeItStarts() {
        assertThatThrownBy(() -> Transition.to(Sample.session("a", State.ISSUED, 0, 3), State.ENDED, BEFORE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("not_started"));
    }

    @Property
    void movingKeepsTheIdAndRaisesTheSequenceOfWhatPeopleKnow(@ForAll State state) {
        Session session = Sample.session("a", state, 0, 3);
        Instant start = session.startsAt().plusSeconds(86_400);
        if (state == State.CANCELLED || state == State.ENDED) {
            assertThatThrownBy(() -> Transition.moved(session, start, start.plusSeconds(60), BEFORE))
                    .isInstanceOf(Problem.class);
            return;
        }
        Session moved = Transition.moved(session, start, start.plusSeconds(60), BEFORE);
        assertThat(moved.id()).isEqualTo(session.id());
        assertThat(moved.startsAt()).isEqualTo(start);
        assertThat(moved.sequence()).isEqualTo(state == State.DRAFT ? 0 : 1);
        assertThat(moved.state()).isEqualTo(state == State.DRAFT ? State.DRAFT : State.ISSUED);
    }

    @Test
    void movingToTheSameTimesChangesNothing() {
        Session session = Sample.session("a", State.ISSUED, 0, 3);
        assertThat(Transition.moved(session, session.startsAt(), session.endsAt(), AFTER))
                .isSameAs(session);
    }

    @Test
    void whatHasStartedIsNotMoved() {
        Session session = Sample.session("a", State.ISSUED, 0, 3);
        assertThatThrownBy(() -> Transition.moved(session, AFTER, AFTER.plusSeconds(60), AFTER))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("already_started"));
    }

    @Test
    void whatHasStartedCanBeMadeLongerAndCalendarsHearOfIt() {
        Session session = Sample.session("a", State.ISSUED, 0, 3);
        Instant later = session.endsAt().plusSeconds(1800);
        Session longer = Transition.moved(session, session.startsAt(), later, AFTER);
        assertThat(longer.endsAt()).isEqualTo(later);
        assertThat(longer.room()).isEqualTo(session.room());
        assertThat(longer.sequence()).isEqualTo(session.sequence() + 1);
        assertThatThrownBy(() -> Transition.moved(
                        session, session.startsAt(), session.endsAt().minusSeconds(60), AFTER))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("already_started"));
    }

    @Test
    void theNearestSiteUpTheTreeWins() {
        Site province = Sample.site("main", null, 0, null, "T19");
        Site commune = Sample.site("c1", null, 0, null, "T19-1");
        Site cell = Sample.site("b1", null, 0, null, "T19-1-B1");
        SiteRule rule = new SiteRule(List.of(province, commune, cell));
        assertThat(rule.siteFor("/T19/T19-1/T19-1-B1/")).contains(cell);
        assertThat(rule.siteFor("/T19/T19-1/T19-1-B2/")).contains(commune);
        assertThat(rule.siteFor("party:/T19/T19-2/")).contains(province);
        assertThat(rule.siteFor("/X/")).isEmpty();
        assertThat(new SiteRule(List.of(commune)).siteFor("/T19/T19-2/")).isEmpty();
    }

    @Property(tries = 200)
    void theOrderOfSitesDoesNotMatterWhenEachUnitIsNamedOnce(@ForAll boolean swap) {
        List<Site> sites = new ArrayList<>(
                List.of(Sample.site("main", null, 0, null, "T19", "T19-2"), Sample.site("c1", null, 0, null, "T19-1")));
        if (swap) java.util.Collections.reverse(sites);
        assertThat(new SiteRule(sites).siteFor("/T19/T19-1/").map(Site::id)).contains("c1");
    }

    @Test
    void eachCommuneGetsOneSiteAtItsPlaceAndServedOnesAreLeftAlone() {
        List<vn.diemcau.people.Unit> communes = AssignSites.unitsBelow(Province.TREE, "T19", LocalDate.of(2026, 12, 7));
        Place hall = new Place(
                "h2", "Nhà văn hóa", "Chợ Rã", 80, "Nông Văn Tám", "0912345678", "T19-2", "/T19/T19-2/", "", 0);
        Site main = Sample.site("main", null, 300, null, "T19-1");
        List<Site> sites = AssignSites.withOnePerUnit(List.of(main), communes, List.of(hall));
        assertThat(sites)
                .containsExactly(
                        main,
                        new Site(
                                "T19-2",
                                Site.Kind.LINKED,
                                "Xã Ba Bể",
                                "h2",
                                "Nhà văn hóa, Chợ Rã",
                                80,
                                "Nông Văn Tám",
                                "0912345678",
                                List.of("T19-2")));
        assertThat(AssignSites.withOnePerUnit(sites, communes, List.of(hall))).isEqualTo(sites);
    }

    @Test
    void aCommuneHoldingAConferenceGetsASiteForEachCell() {
        assertThat(AssignSites.unitsBelow(Province.TREE, "T19-1", LocalDate.of(2026, 12, 7)))
                .extracting(vn.diemcau.people.Unit::id)
                .containsExactlyInAnyOrder("T19-1-B1", "T19-1-B2");
    }

    @Test
    void draftsAreNumberedByStartAndKnownNumbersStay() {
        Session first = numbered("a", State.DRAFT, 2);
        Session second = numbered("b", State.DRAFT, 1);
        assertThat(RecountProgramme.numbers(List.of(first, second))).isEqualTo(Map.of("a", 1, "b", 2));
        Session issued = numbered("c", State.ISSUED, 1);
        Session earlier = numbered("d", State.DRAFT, 0);
        assertThat(RecountProgramme.numbers(List.of(earlier, issued))).isEqualTo(Map.of("d", 2));
    }

    private static Session numbered(String id, State state, int number) {
        Session s = Sample.session(id, state, 0, 3);
        return new Session(
                s.id(),
                s.programme(),
                s.kind(),
                s.title(),
                s.unit(),
                s.unitPath(),
                number,
                s.topic(),
                s.lecturer(),
                s.periods(),
                s.startsAt(),
                s.endsAt(),
                s.mode(),
                s.state(),
                s.policy(),
                s.rehearsal(),
                s.sequence(),
                s.room(),
                s.agenda(),
                s.sites(),
                s.ownSites(),
                s.rev());
    }
}
