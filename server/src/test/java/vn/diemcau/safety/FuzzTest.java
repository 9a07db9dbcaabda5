package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.diemcau.bench.FuzzBench;

/** Whatever is sent to a route, the server answers, and with no fault of its own. {@code -Ddiemcau.seed=N} sends the same again. */
class FuzzTest {
    @Test
    void noRequestMutatedFromTheContractIsAFaultOfTheServer() throws Exception {
        long seed = Long.getLong("diemcau.seed", new Random().nextLong());
        System.out.println("seed " + seed);
        assertThat(FuzzBench.sent(Integer.getInteger("diemcau.fuzz", 200), seed, System.out::println))
                .as("seed " + seed)
                .isEmpty();
    }
}
