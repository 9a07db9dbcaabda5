package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How long tests wait for what comes by itself: nobody waits longer than it takes, and a slow machine with other work to do is no fault. */
public final class Patience {
    /** After so many seconds it will not come any more. */
    public static final int SECONDS = 180;

    private Patience() {}

    /** Looks again and again until it holds. */
    public static void until(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
        }
    }
}
