package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.diemcau.bench.KillBench;

class KillTest {

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilledAtAnyMoment() throws Exception {
        int rounds = Integer.getInteger("diemcau.kill.rounds", 30);
        KillBench.Outcome outcome = KillBench.run(rounds, Long.getLong("diemcau.kill.seed", System.nanoTime()));
        System.out.println(outcome);
        assertThat(outcome.acknowledged()).isGreaterThan(rounds * 10L);
        assertThat(outcome.inWrites()).as("kills in writes").isPositive();
        assertThat(outcome.inCheckpoints()).as("kills in checkpoints").isPositive();
        assertThat(outcome.inDefinitions()).as("kills in changes of indexes").isPositive();
        assertThat(outcome.lost()).isZero();
        assertThat(outcome.inconsistent()).isZero();
    }
}
