package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RecountCommand;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;

/** The mark on the evidence stays until outcome and tallies have followed: wherever a node stops, another finds the rest. */
class HealTest {
    private static Evidence in(String session, String id, String person) {
        Instant at = Make.START.plusSeconds(60);
        return Stage.claimOf(session, id, Kind.IN, person, "a", at, Detail.NONE).evidence(at);
    }

    private static Set<String> marked(Stage stage) {
        return Stage.await(stage.evidence.marked(Long.MAX_VALUE, 10));
    }

    @Test
    void stoppedBetweenEvidenceAndOutcomeTheNextStartCountsIt(@TempDir Path data) throws Exception {
        try (Stage stage = new Stage(data, false)) {
            stage.hold("left", 2).settled();
            Stage.await(stage.evidence.append(List.of(in("left", "e1", "x0")), System.currentTimeMillis()));
        }
        try (Stage stage = new Stage(data, false)) {
            assertThat(stage.settled().counts("left").present()).isEqualTo(1);
            assertThat(marked(stage)).isEmpty();
        }
    }

    @Test
    void stoppedBetweenOutcomeAndTallyTheNextStartCountsIt(@TempDir Path data) throws Exception {
        try (Stage stage = new Stage(data, false)) {
            stage.hold("left", 2).settled();
            Evidence one = in("left", "e1", "x0");
            Stage.await(stage.evidence.append(List.of(one), System.currentTimeMillis()));
            AttendanceStore.Row row =
                    Stage.await(stage.attendance.row("left", "x0")).orElseThrow();
            Frame frame = Stage.await(stage.frames.frame("left")).orElseThrow();
            Outcome outcome = Judge.outcome(row.attendance(), frame, java.util.Map.of(), List.of(one));
            assertThat(Stage.await(stage.attendance.settle(
                            List.of(new AttendanceStore.Reckoned(row, outcome, true)), System.currentTimeMillis())))
                    .isTrue();
        }
        try (Stage stage = new Stage(data, false)) {
            assertThat(stage.settled().counts("left").present()).isEqualTo(1);
            assertThat(Stage.await(stage.feature.recount().handle("left"))).isEmpty();
            assertThat(marked(stage)).isEmpty();
        }
    }

    /** A closing, a window and a site that settles all want the same outcomes: none may push the others out. */
    @Test
    void manyWhoReckonTheSameAtOnceAllFinish(@TempDir Path data) throws Exception {
        try (Stage stage = new Stage(data, false)) {
            stage.hold("busy", 60).settled();
            List<Evidence> all = new ArrayList<>();
            Set<String> subjects = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                all.add(in("busy", "e" + i, "x" + i));
                subjects.add("busy|x" + i);
            }
            Stage.await(stage.evidence.append(all, System.currentTimeMillis()));
            ReckonSubjects reckoning = node(stage, new JustSeen());
            List<Future<Void>> many = new ArrayList<>();
            for (int i = 0; i < 12; i++) many.add(reckoning.handle(subjects));
            Stage.await(Future.all(many));
            assertThat(stage.counts("busy").present()).isEqualTo(60);
            assertThat(Stage.await(stage.feature.recount().handle("busy"))).isEmpty();
        }
    }

    /** Another node over the same store, with its own memory of rows and tallies. */
    static ReckonSubjects node(Stage stage, JustSeen justSeen) {
        InstantSource clock = InstantSource.system();
        TallyGroups tallies =
                new TallyGroups(stage.attendance, stage.tallies, stage.frames, clock, counted -> assertThat(counted)
                        .isNotNull());
        SettleSite site =
                new SettleSite(stage.evidence, stage.attendance, stage.frames, clock, subjects -> assertThat(subjects)
                        .isNotNull());
        return new ReckonSubjects(
                stage.evidence,
                stage.attendance,
                new RecentRows(stage.attendance),
                justSeen,
                stage.frames,
                site,
                tallies,
                clock,
                groups -> assertThat(groups).isNotNull(),
                subject -> assertThat(subject).isNotEmpty());
    }

    @Test
    void twoNodesThatReckonTheSamePeopleAtOnceLeaveSumsThatEqualARecount() throws Exception {
        try (Stage stage = new Stage()) {
            stage.hold("nodes", 5).settled();
            List<ReckonSubjects> nodes = List.of(node(stage, new JustSeen()), node(stage, new JustSeen()));
            Random random = new Random(11);
            for (int round = 0; round < 25; round++) {
                List<Future<Void>> under = new ArrayList<>();
                for (ReckonSubjects node : nodes) {
                    List<Evidence> fresh = new ArrayList<>();
                    Set<String> subjects = new HashSet<>();
                    for (int i = 0; i < 4; i++) {
                        Kind kind = random.nextInt(3) == 0 ? Kind.OUT : Kind.IN;
                        Instant at = Make.START.plusSeconds(random.nextInt(7000));
                        String person = (random.nextBoolean() ? "x" : "y") + random.nextInt(5);
                        String id = "n" + round + "-" + nodes.indexOf(node) + "-" + i;
                        String site = List.of("a", "b", "c").get(random.nextInt(3));
                        fresh.add(Stage.claimOf("nodes", id, kind, person, site, at, Detail.NONE)
                                .evidence(at));
                        subjects.add("nodes|" + person);
                    }
                    under.add(stage.evidence
                            .append(fresh, System.currentTimeMillis())
                            .compose(kept -> node.handle(subjects)));
                }
                Stage.await(Future.join(under).otherwiseEmpty());
            }
            stage.settled();
            assertThat(Stage.await(stage.feature.recount().handle("nodes"))).isEmpty();
            assertThat(marked(stage)).isEmpty();
        }
    }

    @Test
    void manyWhoMustHaveTheSamePeopleReckonedAtOnceAllGetIt() throws Exception {
        try (Stage stage = new Stage()) {
            stage.hold("crowd", 150);
            List<Evidence> fresh = new ArrayList<>();
            Set<String> everybody = new HashSet<>();
            for (int i = 0; i < 150; i++) {
                fresh.add(in("crowd", "e" + i, "x" + i));
                everybody.add("crowd|x" + i);
                everybody.add("crowd|y" + i);
            }
            Stage.await(stage.evidence.append(fresh, System.currentTimeMillis()));
            Future<Void> elsewhere =
                    node(stage, new JustSeen()).handle(everybody).otherwiseEmpty();
            List<Future<Void>> here = new ArrayList<>();
            for (int i = 0; i < 6; i++) here.add(stage.feature.work().reckonNow(everybody));
            Stage.await(Future.all(here));
            Stage.await(elsewhere);
            assertThat(stage.settled().counts("crowd").present()).isEqualTo(150);
            assertThat(Stage.await(stage.feature.recount().handle("crowd"))).isEmpty();
        }
    }

    private record Ended(int code, String said) {}

    private static Ended recount(Path data) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecountCommand.class.getName(),
                        "--check",
                        "--data",
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void recountCheckAgreesWithASoundStoreAndNamesTheTallyThatIsNot(@TempDir Path data) throws Exception {
        assumeTrue(System.getenv("MONGODB_TEST_URI") == null, "the command opens the embedded store");
        try (Stage stage = new Stage(data, false)) {
            stage.hold("checked", 3);
            stage.claim("checked", "e1", Kind.IN, "x0", "a", 1);
            stage.settled();
        }
        Ended sound = recount(data);
        assertThat(sound.said()).contains("sessions 1  differences 0");
        assertThat(sound.code()).isZero();
        try (Stage stage = new Stage(data, false)) {
            Stage.await(vn.diemcau.mongo.Mongo.one(stage.mongo
                    .collection("tallies")
                    .updateOne(
                            new Document("_id", "checked|site:a"),
                            new Document("$set", new Document("counts.present", 2)))));
        }
        Ended wrong = recount(data);
        assertThat(wrong.said()).contains("checked|site:a", "differences");
        assertThat(wrong.code()).isEqualTo(1);
    }
}
