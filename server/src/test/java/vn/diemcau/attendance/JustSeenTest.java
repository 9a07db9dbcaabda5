package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;

/** The outcome that follows from what the door had just read is the one that follows from everything. */
class JustSeenTest {
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    private static Evidence kept(String session, String id, Kind kind, String person, long second, Detail detail) {
        Instant at = Make.START.plusSeconds(second);
        Evidence one = Stage.claimOf(session, id, kind, person, "a", at, detail).evidence(at);
        Stage.await(stage.evidence.append(List.of(one), System.currentTimeMillis()));
        return one;
    }

    private static Map<String, AttendanceStore.Row> rows(String session) {
        return Stage.await(stage.attendance.rows(List.of(session + "|x0")));
    }

    private static void remember(JustSeen seen, Map<String, AttendanceStore.Row> rows, Evidence... evidence) {
        seen.remember(
                rows.keySet(),
                rows,
                List.of(evidence).stream()
                        .map(one -> new EvidenceStore.Kept(one, true))
                        .toList());
    }

    private static void agrees(String session) {
        assertThat(Stage.await(stage.evidence.of(List.of(session + "|x0"))))
                .isNotEmpty()
                .noneMatch(EvidenceStore.Kept::todo);
        assertThat(Stage.await(stage.feature.recount().handle(session))).isEmpty();
    }

    @Test
    void whatAnotherNodeSettledMeanwhileIsNotOverwritten() {
        stage.hold("meanwhile", 1).settled();
        JustSeen seen = new JustSeen();
        Map<String, AttendanceStore.Row> rows = rows("meanwhile");
        remember(seen, rows, kept("meanwhile", "e1", Kind.IN, "x0", 60, Detail.NONE));
        kept("meanwhile", "e2", Kind.OUT, "x0", 600, Detail.NONE);
        Stage.await(HealTest.node(stage, new JustSeen()).handle(Set.of("meanwhile|x0")));
        Stage.await(HealTest.node(stage, seen).handle(Set.of("meanwhile|x0")));
        assertThat(stage.outcome("meanwhile", "x0").left()).isEqualTo(Make.START.plusSeconds(600));
        agrees("meanwhile");
    }

    @Test
    void twoBatchesThatDidNotKnowOfEachOtherCountTogether() {
        stage.hold("both", 1).settled();
        JustSeen seen = new JustSeen();
        Map<String, AttendanceStore.Row> rows = rows("both");
        remember(seen, rows, kept("both", "e1", Kind.IN, "x0", 60, Detail.NONE));
        remember(seen, rows, kept("both", "e2", Kind.OUT, "x0", 600, Detail.NONE));
        Stage.await(HealTest.node(stage, seen).handle(Set.of("both|x0")));
        assertThat(stage.outcome("both", "x0").minutes()).isEqualTo(9);
        agrees("both");
    }

    @Test
    void whoeverIsTiedToSomebodyElseIsReadAgain() {
        stage.hold("tied", 1).settled();
        JustSeen seen = new JustSeen();
        Map<String, AttendanceStore.Row> rows = rows("tied");
        remember(seen, rows, kept("tied", "e1", Kind.IN, "x0", 60, Detail.NONE));
        remember(seen, rows, kept("tied", "e2", Kind.SUBSTITUTE, "x0", 30, Detail.naming("y0", null)));
        assertThat(seen.take("tied|x0")).isNull();
        remember(seen, rows, kept("tied", "e3", Kind.IN, "x0", 90, Detail.NONE));
        assertThat(seen.take("tied|x0")).isNotNull();
        assertThat(seen.take("tied|x0")).isNull();
    }

    @Test
    void evidenceIsToTheMillisecondAsTheStoreGivesItBack() {
        Instant fine = Make.START.plusNanos(123_456_789);
        Detail detail = new Detail(null, null, null, fine.minusSeconds(60), null, null, null, fine);
        Evidence one =
                Stage.claimOf("fine", "e1", Kind.IN, "x0", "a", fine, detail).evidence(fine.plusNanos(1));
        assertThat(EvidenceDocument.read(EvidenceDocument.of(one, 1))).isEqualTo(one);
        assertThat(one.seenAt()).isEqualTo(Make.START.plusMillis(123));
    }
}
