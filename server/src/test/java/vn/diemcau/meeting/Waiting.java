package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself. */
final class Waiting {
    private Waiting() {}

    /** At most half a minute. */
    static void until(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 15 s: " + what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
        }
    }
}
