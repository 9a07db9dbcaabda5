package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;

/** While one batch is at the store a second may go, when enough wait and it is about nobody of the first. Batches are held here until told. */
class SecondBatchTest {
    private static final int ENOUGH = 32;
    private static final int PEOPLE = 120;
    private static Stage stage;

    private final List<List<Claim>> begun = Collections.synchronizedList(new ArrayList<>());
    private final List<Promise<Void>> held = Collections.synchronizedList(new ArrayList<>());
    private RecordEvidence record;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    @BeforeEach
    void hold() {
        KeepBatch keepBatch = new KeepBatch(
                stage.evidence,
                new ReadKnown(stage.attendance, new RecentRows(stage.attendance), stage.frames, stage.tallies),
                new JustSeen(),
                InstantSource.system(),
                subjects -> {});
        record = new RecordEvidence(stage.evidence, stage.badges, InstantSource.system(), claims -> {
            Promise<Void> go = Promise.promise();
            begun.add(claims);
            held.add(go);
            return go.future().compose(told -> keepBatch.handle(claims));
        });
    }

    private static Claim in(String session, String id, int person) {
        return Stage.claimOf(session, id, Kind.IN, "x" + person, "a", Make.START, Detail.NONE);
    }

    private List<Future<Answer>> send(String session, int from, int to) {
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = from; i < to; i++) answers.add(record.handle(in(session, "e" + i, i)));
        return answers;
    }

    private List<Integer> sizes() {
        return begun.stream().map(List::size).toList();
    }

    @Test
    void aSecondGoesWhenEnoughWaitAndNeverAThird() {
        stage.hold("second", PEOPLE);
        List<Future<Answer>> answers = new ArrayList<>(send("second", 0, ENOUGH));
        assertThat(sizes()).as("fewer than enough wait for the first").containsExactly(1);
        answers.addAll(send("second", ENOUGH, ENOUGH + 1));
        assertThat(sizes()).as("enough wait").containsExactly(1, ENOUGH);
        answers.addAll(send("second", ENOUGH + 1, PEOPLE));
        assertThat(sizes()).as("never three at once").containsExactly(1, ENOUGH);

        held.get(1).complete();
        assertThat(Stage.await(answers.get(ENOUGH)).result()).isEqualTo(Answer.Result.COUNTED);
        assertThat(answers.get(0).isComplete())
                .as("the second does not wait for the first")
                .isFalse();
        Stage.await(Future.join(answers.subList(1, ENOUGH + 1)));
        Patience.until("the rest follows", () -> begun.size() == 3);
        assertThat(sizes()).containsExactly(1, ENOUGH, PEOPLE - ENOUGH - 1);
        held.get(2).complete();
        held.get(0).complete();
        for (Future<Answer> each : answers)
            assertThat(Stage.await(each).result()).isEqualTo(Answer.Result.COUNTED);
        assertThat(stage.settled().counts("second").present()).isEqualTo(PEOPLE);
        assertThat(Stage.await(stage.feature.recount().handle("second"))).isEmpty();
    }

    @Test
    void whoIsInTheFirstWaitsForItAndLearnsWhatItSaid() {
        stage.hold("same", PEOPLE);
        Future<Answer> first = record.handle(in("same", "e0", 0));
        Future<Answer> again = record.handle(in("same", "other", 0));
        List<Future<Answer>> others = send("same", 1, PEOPLE);
        assertThat(sizes()).as("one of them is in the first").containsExactly(1);
        held.get(0).complete();
        assertThat(Stage.await(first).reason()).isNull();
        Patience.until("the others go", () -> begun.size() == 2);
        assertThat(again.isComplete()).isFalse();
        held.get(1).complete();
        assertThat(Stage.await(again).reason()).isEqualTo("already_counted");
        Stage.await(Future.join(others));
        assertThat(stage.settled().counts("same").present()).isEqualTo(PEOPLE);
    }

    @Test
    void oneThatFailsTakesNothingOfTheOtherAndMayBeSentAgain() {
        stage.hold("fails", PEOPLE);
        List<Future<Answer>> answers = send("fails", 0, ENOUGH + 1);
        assertThat(sizes()).containsExactly(1, ENOUGH);
        held.get(1).fail("the store is away");
        assertThat(answers.subList(1, ENOUGH + 1)).allMatch(Future::failed);
        held.get(0).complete();
        assertThat(Stage.await(answers.get(0)).result()).isEqualTo(Answer.Result.COUNTED);
        List<Future<Answer>> again = send("fails", 0, ENOUGH + 1);
        held.get(2).complete();
        assertThat(Stage.await(again.get(0)).result()).isEqualTo(Answer.Result.ALREADY);
        assertThat(sizes()).containsExactly(1, ENOUGH, 1, ENOUGH);
        held.get(3).complete();
        for (Future<Answer> each : again.subList(1, ENOUGH + 1))
            assertThat(Stage.await(each).result()).isEqualTo(Answer.Result.COUNTED);
        assertThat(stage.settled().counts("fails").present()).isEqualTo(ENOUGH + 1);
    }
}
