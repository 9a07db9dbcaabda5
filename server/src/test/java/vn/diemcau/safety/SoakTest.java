package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.diemcau.bench.SoakBench;

/** Ten seconds of {@code bench soak}: enough to see that it runs and that nothing answers with an error. */
class SoakTest {
    @Test
    void aLoadOfHalfTheCapacityIsAnsweredWithoutAnError() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        SoakBench.Outcome outcome = SoakBench.run(1 / 6.0, seed, System.out::println);
        assertThat(outcome.requests()).isGreaterThan(100);
        assertThat(outcome.errors()).isZero();
    }
}
