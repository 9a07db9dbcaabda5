package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RunningPlatform;
import vn.diemcau.audit.Audit;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.people.Reorganisation.Fresh;
import vn.diemcau.people.Reorganisation.State;
import vn.diemcau.people.Reorganisation.Wish;
import vn.diemcau.problem.Problem;

/** An application that was interrupted is gone on with, and whoever follows is told the same again. */
class ApplyReorganisationTest {
    private static final LocalDate TODAY = LocalDate.now(StoredPeople.ZONE);

    private TestStore store;
    private ReorganisationStore reorganisations;
    private PlanReorganisation plan;
    private ApplyReorganisation apply;
    private StoredPeople people;
    private PersonStore persons;
    private UnitStore units;
    private final List<Affected.Reach> told = new ArrayList<>();
    private boolean broken = true;
    private Supplier<Future<Void>> meanwhile = Future::succeededFuture;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        store = TestStore.open(folder);
        Mongo mongo = store.mongo();
        InstantSource clock = Clock.systemUTC();
        persons = new PersonStore(mongo);
        units = new UnitStore(mongo);
        people = new StoredPeople(persons, units, clock);
        reorganisations = new ReorganisationStore(mongo);
        Audit audit = new Audit(mongo, clock);
        Affected follower = new Affected() {
            @Override
            public Future<List<Touch>> touches(Reach reach) {
                return meanwhile.get().map(List.of());
            }

            @Override
            public Future<Void> applied(Reach reach, Trail trail) {
                told.add(reach);
                return broken
                        ? Future.failedFuture(new IllegalStateException("the power went"))
                        : Future.succeededFuture();
            }
        };
        plan = new PlanReorganisation(reorganisations, persons, people, List.of(follower), audit, clock);
        apply = new ApplyReorganisation(reorganisations, plan, units, persons, people, List.of(follower), audit, clock);
        RunningPlatform.await(Index.ensure(mongo, Directory.indexes()));
        for (String[] unit : new String[][] {{"T", ""}, {"A", "T"}, {"B", "T"}, {"A1", "A"}, {"B1", "B"}}) {
            Unit one = new Unit(
                    unit[0],
                    unit[0],
                    Tree.PARTY,
                    "unit",
                    2,
                    List.of(new Unit.Placement(unit[1].isEmpty() ? null : unit[1], TODAY.minusYears(1), null)),
                    unit[0],
                    unit[0]);
            RunningPlatform.await(units.insert(new UnitStore.Kept(one, List.of(), 1)));
        }
        for (String unit : List.of("A", "A1", "B"))
            RunningPlatform.await(persons.insert(person("person-" + unit, unit)));
    }

    private static Dossier person(String id, String unit) {
        return new Dossier(
                id,
                new Details("Nông Văn " + id, null, null, null, null, null, null, null, null),
                List.of(new Membership(unit, TODAY.minusYears(1), null, false)),
                List.of(new DatedStatus(Person.Status.OFFICIAL, TODAY.minusYears(1))),
                List.of(),
                List.of(),
                1);
    }

    @AfterEach
    void close() {
        store.end();
    }

    private static Wish merger() {
        return new Wish(
                Succession.Kind.CONSOLIDATE,
                TODAY,
                "12-QĐ/TU",
                null,
                "",
                List.of("A", "B"),
                null,
                List.of(new Fresh("AB", "AB", "unit", 2, "T")),
                null,
                List.of(),
                null,
                true);
    }

    private void approved() {
        approved(merger());
    }

    private void approved(Wish wish) {
        Reorganisation draft = RunningPlatform.await(plan.draft("one", wish, 0, "office", "Văn phòng"));
        String print = RunningPlatform.await(plan.preview(draft)).consequence().print();
        RunningPlatform.await(plan.approve("one", draft.rev(), print, "office", "Văn phòng"));
    }

    @Test
    void whatWasInterruptedIsGoneOnWith() {
        approved();
        assertThatThrownBy(() -> RunningPlatform.await(apply.handle("one", "office")))
                .hasRootCauseMessage("the power went");
        assertThat(RunningPlatform.await(plan.find("one")).state()).isEqualTo(State.APPLYING);
        broken = false;
        RunningPlatform.await(apply.due());
        Reorganisation applied = RunningPlatform.await(plan.find("one"));
        assertThat(applied.state()).isEqualTo(State.APPLIED);
        assertThat(applied.summary()).isNotNull();
        assertThat(told).hasSize(2);
        assertThat(told.get(1).ended()).isEqualTo(told.get(0).ended());
        assertThat(told.get(1).tops()).isEqualTo(told.get(0).tops());
        UnitTree tree = RunningPlatform.await(people.fresh());
        assertThat(tree.path("A1", TODAY)).contains("/T/AB/A1/");
        assertThat(tree.path("A1", TODAY.minusDays(1))).contains("/T/A/A1/");
        Dossier moved = RunningPlatform.await(persons.find("person-A")).orElseThrow();
        assertThat(moved.unitOn(TODAY)).contains("AB");
        assertThat(moved.memberships()).hasSize(2);
        assertThat(RunningPlatform.await(units.successions())).hasSize(2);
    }

    @Test
    void whatCannotBeDoneOnItsDayStaysAndSaysWhy() {
        approved();
        broken = false;
        // somebody else took the code in between
        Unit thief = new Unit(
                "AB",
                "Khác",
                Tree.PARTY,
                "unit",
                2,
                List.of(new Unit.Placement("T", TODAY.minusDays(3), null)),
                "khac",
                "khac");
        RunningPlatform.await(units.insert(new UnitStore.Kept(thief, List.of(), 1)));
        RunningPlatform.await(apply.due());
        RunningPlatform.await(apply.due());
        Reorganisation waits = RunningPlatform.await(plan.find("one"));
        assertThat(waits.state()).isEqualTo(State.APPROVED);
        assertThat(waits.stuck()).extracting(Reorganisation.Fault::why).containsExactly(Reorganisation.Why.CODE_TAKEN);
        assertThat(told).isEmpty();
        assertThatThrownBy(() -> RunningPlatform.await(apply.handle("one", "office")))
                .rootCause()
                .isInstanceOf(Problem.class)
                .extracting(failure -> ((Problem) failure).code())
                .isEqualTo("not_possible");
        assertThat(RunningPlatform.await(people.fresh()).path("A1", TODAY)).contains("/T/A/A1/");
    }

    @Test
    void whoeverComesIntoAUnitWhileItEndsGoesWhereItsPeopleGo() {
        approved();
        broken = false;
        // after the people were read, and before anything is written
        meanwhile = () -> persons.insert(person("latecomer", "A"));
        Reorganisation applied = RunningPlatform.await(apply.handle("one", "office"));
        assertThat(applied.stuck()).isEmpty();
        assertThat(unitOf("latecomer")).isEqualTo("AB");
        // by another node that has not yet heard of it
        RunningPlatform.await(persons.insert(person("straggler", "B")));
        RunningPlatform.await(apply.due());
        assertThat(unitOf("straggler")).isEqualTo("AB");
    }

    @Test
    void whomNothingSaysWhereToGoIsToldOnceItIsApplied() {
        Wish divided = new Wish(
                Succession.Kind.DIVIDE,
                TODAY,
                "13-QĐ/TU",
                null,
                "",
                List.of("A1"),
                null,
                List.of(new Fresh("M0", "M0", "unit", 2, "A"), new Fresh("M1", "M1", "unit", 2, "A")),
                null,
                List.of(new Reorganisation.Place("person-A1", "M1")),
                null,
                false);
        approved(divided);
        broken = false;
        RunningPlatform.await(apply.handle("one", "office"));
        assertThat(unitOf("person-A1")).isEqualTo("M1");
        RunningPlatform.await(persons.insert(person("latecomer", "A1")));
        RunningPlatform.await(apply.due());
        assertThat(RunningPlatform.await(plan.find("one")).stuck())
                .containsExactly(new Reorganisation.Fault(Reorganisation.Why.UNPLACED_PERSON, "latecomer"));
        Dossier latecomer = RunningPlatform.await(persons.find("latecomer")).orElseThrow();
        RunningPlatform.await(persons.replace(latecomer.withMemberships(
                Memberships.moved(latecomer.memberships(), "M0", TODAY).orElseThrow())));
        RunningPlatform.await(apply.due());
        assertThat(RunningPlatform.await(plan.find("one")).stuck()).isEmpty();
    }

    @Test
    void whatSomebodyDecidesAfterwardsIsNotReversed() {
        Wish parted = new Wish(
                Succession.Kind.SEPARATE,
                TODAY,
                "14-QĐ/TU",
                null,
                "",
                List.of("A"),
                null,
                List.of(new Fresh("M0", "M0", "unit", 2, "T")),
                null,
                List.of(new Reorganisation.Place("person-A", "M0")),
                null,
                false);
        approved(parted);
        broken = false;
        RunningPlatform.await(apply.handle("one", "office"));
        assertThat(unitOf("person-A")).isEqualTo("M0");
        Dossier moved = RunningPlatform.await(persons.find("person-A")).orElseThrow();
        RunningPlatform.await(
                persons.replace(moved.withMemberships(List.of(new Membership("A", TODAY.minusYears(1), null, false)))));
        RunningPlatform.await(apply.due());
        assertThat(unitOf("person-A")).isEqualTo("A");
    }

    private String unitOf(String person) {
        return RunningPlatform.await(persons.find(person))
                .orElseThrow()
                .unitOn(TODAY)
                .orElse("nowhere");
    }
}
