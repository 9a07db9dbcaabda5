package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sums on their way up: what is written while a rollup is summed is never lost. */
class RollUpTest {
    private static final String LEAF = "party:/T/C/X/|2026-11|CONFERENCE";
    private static final int ROUNDS = 300;

    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    private static Counts present(int many) {
        return Counts.of(java.util.Map.of("required", ROUNDS, "present", many, "mainHall", many));
    }

    private static Future<Boolean> write(int many) {
        String id = "race|party:/T/C/X/";
        return stage.tallies
                .tallies(Set.of(id))
                .compose(before -> stage.tallies.keepTallies(
                        List.of(new TallyStore.Counted(
                                id,
                                "race",
                                before.get(id),
                                present(many),
                                Meetings.NONE,
                                null,
                                new Leaves(LEAF, null))),
                        1));
    }

    @Test
    void aTallyWrittenWhileItsRollupIsSummedKeepsItsMarkUntilItIsCounted() {
        RollUp sum = new RollUp(stage.rollups, InstantSource.system(), above -> {});
        for (int round = 1; round <= ROUNDS; round++) {
            int many = round;
            Future<Void> summed = sum.handle(Set.of(LEAF));
            Stage.await(write(many));
            Stage.await(summed);
            Set<String> behind = Stage.await(stage.rollups.marked(Long.MAX_VALUE, 10));
            Sum rollup = Stage.await(stage.rollups.some(Set.of(LEAF))).get(LEAF);
            boolean follows = rollup != null && rollup.counts().equals(present(many));
            assertThat(follows || behind.contains(LEAF))
                    .as("round %s: %s, marked %s", round, rollup, behind)
                    .isTrue();
        }
    }
}
