package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.diemcau.bench.FaultsBench;

/** The faults of {@code bench faults} but the kills, which have a test of their own. */
class FaultsTest {
    @Test
    void whatWasAcknowledgedStandsWhateverHappensToStoreAndClock() throws Exception {
        long seed = Long.getLong("diemcau.seed", new Random().nextLong());
        assertThat(FaultsBench.lost(seed, System.out::println))
                .as("seed " + seed)
                .isZero();
    }
}
