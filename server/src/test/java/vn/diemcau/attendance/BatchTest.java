package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.attendance.Answer.Result;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;

/** What comes together is kept together, and each is answered as if it had come alone. */
class BatchTest {
    private static final Instant AT = Make.START.plusSeconds(60);
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    private static Claim in(String session, String id, String person) {
        return Stage.claimOf(session, id, Kind.IN, person, "a", AT, Detail.NONE);
    }

    private static List<Result> results(List<Claim> claims) {
        return Stage.await(stage.record.handle(claims)).stream()
                .map(Answer::result)
                .toList();
    }

    @Test
    void theSameIdTwiceInOneBatchKeepsOneAndTheSecondIsAlready() {
        stage.hold("same", 2);
        assertThat(results(List.of(in("same", "e1", "x0"), in("same", "e1", "x0"))))
                .containsExactly(Result.COUNTED, Result.ALREADY);
        assertThat(Stage.await(stage.evidence.of(List.of("same|x0")))).hasSize(1);
    }

    @Test
    void otherContentUnderTheSameIdInOneBatchIsRefusedAndTheFirstStands() {
        stage.hold("other", 2);
        assertThat(results(List.of(in("other", "e1", "x0"), in("other", "e1", "x1"))))
                .containsExactly(Result.COUNTED, Result.ID_REUSED);
        assertThat(stage.settled().counts("other").present()).isEqualTo(1);
        assertThat(stage.outcome("other", "x1").present()).isFalse();
    }

    @Test
    void twoDevicesInOneBatchAreOnePersonAndTheSecondLearnsIt() {
        stage.hold("devices", 2);
        List<Answer> answers =
                Stage.await(stage.record.handle(List.of(in("devices", "e1", "x0"), in("devices", "e2", "x0"))));
        assertThat(answers.get(1).reason()).isEqualTo("already_counted");
        assertThat(stage.settled().counts("devices").present()).isEqualTo(1);
    }

    @Test
    void oneThatIsRefusedBlocksNoOther() {
        stage.hold("bad", 2);
        Claim nobody = Stage.claimOf("bad", "e2", Kind.IN, null, "a", AT, Detail.NONE);
        assertThat(results(List.of(in("bad", "e1", "x0"), nobody, in("bad", "e3", "stranger"), in("bad", "e4", "x1"))))
                .containsExactly(Result.COUNTED, Result.REFUSED, Result.REFUSED, Result.COUNTED);
        assertThat(stage.settled().counts("bad").present()).isEqualTo(2);
    }

    @Test
    void anUndoFindsWhatCameWithItWhicheverComesFirst() {
        stage.hold("undone", 2);
        Claim undo = Stage.claimOf("undone", "u1", Kind.UNDO, null, "a", AT.plusSeconds(5), Detail.undoing("e1"));
        Claim early = Stage.claimOf("undone", "u2", Kind.UNDO, null, "a", AT.plusSeconds(5), Detail.undoing("e2"));
        assertThat(results(List.of(in("undone", "e1", "x0"), undo, early, in("undone", "e2", "x1"))))
                .containsOnly(Result.COUNTED);
        assertThat(stage.settled().counts("undone").present()).isZero();
        assertThat(Stage.await(stage.feature.recount().handle("undone"))).isEmpty();
    }

    @Test
    void whateverComesTogetherEachIdKeepsItsFirstContentAndSumsEqualARecount() {
        for (long seed = 1; seed <= 4; seed++) {
            String session = "random" + seed;
            stage.hold(session, 6);
            Random random = new Random(seed);
            List<Claim> sent = new ArrayList<>();
            List<Future<List<Answer>>> under = new ArrayList<>();
            for (int batch = 0; batch < 12; batch++) {
                List<Claim> claims = new ArrayList<>();
                for (int i = random.nextInt(12); i >= 0; i--) claims.add(random(session, random));
                sent.addAll(claims);
                under.add(stage.record.handle(claims));
            }
            List<Answer> answers = new ArrayList<>();
            under.forEach(each -> answers.addAll(Stage.await(each)));
            Map<String, Evidence> kept = new HashMap<>();
            Stage.await(stage.evidence.each(session, each -> kept.put(each.id(), each)));
            Set<String> answered = new HashSet<>();
            for (int i = 0; i < sent.size(); i++) {
                Result result = answers.get(i).result();
                if (result == Result.REFUSED) continue;
                Evidence stands = kept.get(sent.get(i).id());
                assertThat(stands).as("seed %d: %s", seed, sent.get(i)).isNotNull();
                if (sent.get(i).kind() == Kind.UNDO) continue;
                boolean same = EvidenceDocument.hash(stands)
                        .equals(EvidenceDocument.hash(sent.get(i).evidence(AT)));
                assertThat(result == Result.ID_REUSED)
                        .as("seed %d: %s", seed, sent.get(i))
                        .isEqualTo(!same);
                answered.add(sent.get(i).id());
            }
            assertThat(kept.keySet()).containsAll(answered);
            assertThat(Stage.await(stage.settled().feature.recount().handle(session)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    private static Claim random(String session, Random random) {
        String id = "r" + random.nextInt(40);
        String person = (random.nextBoolean() ? "x" : "y") + random.nextInt(7);
        Instant at = Make.START.plusSeconds(random.nextInt(4) * 600L);
        if (random.nextInt(6) == 0) {
            return Stage.claimOf(
                    session,
                    "u" + id,
                    Kind.UNDO,
                    null,
                    "a",
                    at.plusSeconds(1),
                    Detail.undoing("r" + random.nextInt(40)));
        }
        Kind kind = random.nextInt(4) == 0 ? Kind.OUT : Kind.IN;
        return Stage.claimOf(session, id, kind, person, random.nextBoolean() ? "a" : "b", at, Detail.NONE);
    }
}
