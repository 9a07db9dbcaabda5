package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.attendance.Answer.Result;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.State;

class FlowTest {
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    @Test
    void aListGivesEverybodyAttendanceAndTheTalliesTheirDenominator() {
        stage.hold("list", 10).settled();
        Counts counts = stage.counts("list");
        assertThat(counts.required()).isEqualTo(20);
        assertThat(counts.undetermined()).isEqualTo(20);
    }

    @Test
    void addingTheSameEvidenceTwiceKeepsOne() {
        stage.hold("twice", 3);
        assertThat(stage.claim("twice", "e1", Kind.IN, "x0", "a", 0).result()).isEqualTo(Result.COUNTED);
        Answer again = stage.claim("twice", "e1", Kind.IN, "x0", "a", 0);
        assertThat(again.result()).isEqualTo(Result.ALREADY);
        assertThat(again.outcome().standing()).isEqualTo(Standing.PRESENT);
        assertThat(stage.settled().counts("twice").present()).isEqualTo(1);
        assertThat(Stage.await(stage.evidence.of(List.of("twice|x0")))).hasSize(1);
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        stage.hold("reused", 3);
        stage.claim("reused", "e1", Kind.IN, "x0", "a", 0);
        assertThat(stage.claim("reused", "e1", Kind.IN, "x1", "a", 0).result()).isEqualTo(Result.ID_REUSED);
        assertThat(stage.claim("reused", "e1", Kind.IN, "x0", "a", 5).result()).isEqualTo(Result.ID_REUSED);
        assertThat(stage.settled().counts("reused").present()).isEqualTo(1);
    }

    @Test
    void twoDevicesScanningOnePersonAreOnePersonAndBothScansStay() {
        stage.hold("devices", 3);
        stage.claim("devices", "d1", Kind.IN, "x0", "a", 0);
        Answer second = stage.claim("devices", "d2", Kind.IN, "x0", "a", 1);
        assertThat(second.result()).isEqualTo(Result.ALREADY);
        assertThat(second.reason()).isEqualTo("already_counted");
        assertThat(stage.settled().counts("devices").present()).isEqualTo(1);
        assertThat(Stage.await(stage.feature.attendances().why("devices", "x0")).evidence())
                .hasSize(2);
    }

    @Test
    void undoTakesBackAndTheTallyFollows() {
        stage.hold("undo", 3);
        stage.claim("undo", "e1", Kind.IN, "x0", "a", 0);
        assertThat(stage.settled().counts("undo").present()).isEqualTo(1);
        stage.claim("undo", "u1", Kind.UNDO, "x0", "a", 1, Detail.undoing("e1"));
        assertThat(stage.settled().counts("undo").present()).isZero();
    }

    @Test
    void whoIsNotOnTheListIsRefusedAndTheAttemptIsKept() {
        stage.hold("stranger", 3);
        Answer answer = stage.claim("stranger", "e1", Kind.IN, "nobody", "a", 0);
        assertThat(answer.result()).isEqualTo(Result.REFUSED);
        assertThat(answer.reason()).isEqualTo("not_summoned");
        assertThat(Stage.await(stage.evidence.refusedAt("stranger"))).hasSize(1);
        assertThat(stage.settled().counts("stranger").present()).isZero();
    }

    @Test
    void anotherSiteIsAcceptedCountedAtHomeAndShownToBoth() {
        stage.hold("other", 3);
        Answer answer = stage.claim("other", "e1", Kind.IN, "x0", "b", 0);
        assertThat(answer.result()).isEqualTo(Result.COUNTED);
        assertThat(answer.outcome().flags()).containsExactly(Flag.OTHER_SITE);
        List<SiteFigures> sites =
                Stage.await(stage.settled().feature.attendances().sites("other"));
        assertThat(sites.get(0).counts().present()).isEqualTo(1);
        assertThat(sites.get(1).counts().present()).isZero();
        assertThat(sites.get(1).visiting()).isEqualTo(1);
    }

    @Test
    void aHeadCountShowsAtItsSiteAndInNobodysRecord() {
        stage.hold("heads", 3);
        stage.claim("heads", "n1", Kind.COUNT, "site:a", "a", 5, Detail.counting(55, null));
        stage.settled();
        SiteFigures site =
                Stage.await(stage.feature.attendances().sites("heads")).get(0);
        assertThat(site.headCount()).isEqualTo(55);
        assertThat(site.counts().present()).isZero();
        assertThat(stage.counts("heads").others()).isZero();
    }

    @Test
    void aWalkInIsAnotherUntilMergedAndThenThePerson() {
        stage.hold("walk", 3);
        stage.claim("walk", "w1", Kind.WALK_IN, "walk:w1", "a", 5, Detail.saying("Nông Văn Tú\nChi bộ Nà Tu\n1980"));
        assertThat(stage.settled().counts("walk").others()).isEqualTo(1);
        stage.claim("walk", "m1", Kind.MERGE, "walk:w1", "a", 60, Detail.naming("x1", null));
        Counts after = stage.settled().counts("walk");
        assertThat(after.others()).isZero();
        assertThat(after.present()).isEqualTo(1);
        assertThat(stage.outcome("walk", "x1").minutes()).isEqualTo(115);
    }

    @Test
    void aSubstituteComesInstead() {
        stage.hold("instead", 3);
        Stage.await(stage.feature
                .decided()
                .decided(new Enrolments.Decision(
                        "s1", "instead", "x0", "bận", "q", false, "admin", Instant.parse("2026-11-20T01:00:00Z"))));
        assertThat(stage.settled().outcome("instead", "x0").standing()).isEqualTo(Standing.EXCUSED);
        assertThat(stage.claim("instead", "e1", Kind.IN, "q", "a", 0).result()).isEqualTo(Result.COUNTED);
        assertThat(stage.settled().counts("instead").substituted()).isEqualTo(1);
        assertThat(stage.counts("instead").closes()).isTrue();
    }

    @Test
    void aWithdrawnExcuseExcusesNobody() {
        stage.hold("withdrawn", 3);
        Instant at = Instant.parse("2026-11-20T01:00:00Z");
        Stage.await(stage.feature
                .decided()
                .decided(new Enrolments.Decision("s1", "withdrawn", "x0", "ốm", null, false, "admin", at)));
        assertThat(stage.settled().counts("withdrawn").excused()).isEqualTo(1);
        Stage.await(stage.feature
                .decided()
                .decided(new Enrolments.Decision("s1", "withdrawn", "x0", "đã khỏe", null, true, "admin", at)));
        assertThat(stage.settled().counts("withdrawn").excused()).isZero();
    }

    @Test
    void closingASiteMakesTheUndeterminedThereAbsentAndNobodyElse() {
        stage.hold("close", 3);
        stage.claim("close", "e1", Kind.IN, "x0", "a", 0);
        stage.claim("close", "c1", Kind.CLOSE, "site:a", "a", 125);
        Counts counts = stage.settled().counts("close");
        assertThat(counts.unexcused()).isEqualTo(2);
        assertThat(counts.undetermined()).isEqualTo(3);
        assertThat(stage.claim("close", "e2", Kind.IN, "x1", "a", 1e6).reason()).isEqualTo("site_closed");
        assertThat(stage.claim("close", "e3", Kind.IN, "x1", "a", 10).result()).isEqualTo(Result.COUNTED);
        assertThat(stage.settled().counts("close").present()).isEqualTo(2);
    }

    @Test
    void anAmendedListMovesTheDenominatorAndWhoLeftCountsNowhere() {
        stage.hold("amended", 2);
        stage.claim("amended", "e1", Kind.IN, "x0", "a", 0);
        stage.settled();
        stage.list(
                "amended",
                List.of(
                        Stage.required("amended", "x1", Required.Standing.REQUIRED, Stage.Y, "b"),
                        Stage.required("amended", "y0", Required.Standing.EXEMPT, Stage.Y, "b"),
                        Stage.required("amended", "z", Required.Standing.REQUIRED, Stage.Y, null)));
        Counts counts = stage.settled().counts("amended");
        assertThat(counts.required()).isEqualTo(2);
        assertThat(counts.exempt()).isEqualTo(1);
        assertThat(counts.present()).isZero();
        assertThat(Stage.await(stage.tallies.tallies(List.of("amended|" + Stage.X)))
                        .get("amended|" + Stage.X)
                        .counts())
                .isEqualTo(Counts.NONE);
    }

    @Test
    void afterRandomStreamsSumsCloseAndEqualARecount() {
        stage.hold("random", 20);
        Random random = new Random(7);
        List<io.vertx.core.Future<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String person = (random.nextBoolean() ? "x" : "y") + random.nextInt(20);
            String site = List.of("a", "b", "c").get(random.nextInt(3));
            Kind kind = List.of(Kind.IN, Kind.IN, Kind.OUT, Kind.CONNECTED).get(random.nextInt(4));
            all.add(stage.record.handle(Stage.claimOf(
                    "random",
                    "r" + random.nextInt(300),
                    kind,
                    person,
                    kind == Kind.CONNECTED ? null : site,
                    Make.START.plusSeconds(random.nextInt(9000) - 900),
                    Detail.NONE)));
        }
        for (var each : all) Stage.await(each);
        Counts counts = stage.settled().counts("random");
        assertThat(counts.closes()).isTrue();
        assertThat(counts.required()).isEqualTo(40);
        assertThat(counts.present()).isPositive();
        assertThat(Stage.await(stage.feature.recount().handle("random"))).isEmpty();
    }

    @Test
    void rollupsClimbFromTheCellToTheProvince() throws Exception {
        try (Stage own = new Stage()) {
            own.hold("one", 4).hold("two", 4);
            own.claim("one", "e1", Kind.IN, "x0", "a", 0);
            own.claim("two", "e1", Kind.IN, "y0", "b", 0);
            own.settled();
            YearMonth month = YearMonth.of(2026, 11);
            List<Rollup> top = Stage.await(
                    own.feature.attendances().rollups(List.of(Stage.PROVINCE, Stage.COMMUNE), month, month));
            assertThat(top).hasSize(2);
            for (Rollup each : top) {
                assertThat(each.counts().required()).isEqualTo(16);
                assertThat(each.counts().present()).isEqualTo(2);
                assertThat(each.held()).isEqualTo(2);
            }
            List<Rollup> cells =
                    Stage.await(own.feature.attendances().childrenOf(List.of(Stage.COMMUNE), month, month));
            assertThat(cells).extracting(Rollup::path).containsExactlyInAnyOrder(Stage.X, Stage.Y);
            own.sessions.put("two", Stage.session("two", State.CANCELLED, false));
            Stage.await(own.feature.planChanged(own.sessions.get("two")));
            own.settled();
            List<Rollup> after = Stage.await(own.feature.attendances().rollups(List.of(Stage.PROVINCE), month, month));
            assertThat(after.get(0).counts().required()).isEqualTo(8);
            assertThat(after.get(0).held()).isEqualTo(1);
            cells = Stage.await(own.feature.attendances().childrenOf(List.of(Stage.COMMUNE), month, month));
            assertThat(cells.stream().mapToInt(each -> each.counts().required()).sum())
                    .as("what is remembered below a unit follows its changes")
                    .isEqualTo(8);
        }
    }

    @Test
    void aRehearsalIsInNoRollup() throws Exception {
        try (Stage own = new Stage()) {
            own.sessions.put("try", Stage.session("try", State.ISSUED, true));
            own.list("try", List.of(Stage.required("try", "x0", Required.Standing.REQUIRED, Stage.X, "a")));
            own.claim("try", "e1", Kind.IN, "x0", "a", 0);
            assertThat(own.settled().counts("try").present()).isEqualTo(1);
            YearMonth month = YearMonth.of(2026, 11);
            assertThat(Stage.await(own.feature.attendances().rollups(List.of(Stage.PROVINCE, Stage.X), month, month)))
                    .isEmpty();
        }
    }

    @Test
    void evidenceThatArrivesBeforeTheListFindsItsPlaceWhenTheListComes() {
        stage.sessions.put("early", Stage.session("early", State.ISSUED, false));
        assertThat(stage.claim("early", "e1", Kind.IN, "x0", "a", 0).reason()).isEqualTo("session_not_open");
        stage.hold("early", 1);
        assertThat(stage.claim("early", "e2", Kind.IN, "x0", "a", 0).result()).isEqualTo(Result.COUNTED);
    }
}
