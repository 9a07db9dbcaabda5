package vn.diemcau.embedded;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How much one command may still cost: time, memory, and on the quick lane also rows. */
final class Effort implements AutoCloseable {

    /** The quick lane gives up; the command starts again on the slow one. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(null, null, false, false);
        }
    }

    static final long LONGEST_MILLIS = Long.getLong("diemcau.store.maxTimeMS", 120_000);
    private static final long QUICK_ROWS = 10_000;
    private static final long OWN_BYTES = 100L << 20;
    private static final long ALL_BYTES =
            Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 4);
    private static final AtomicLong HELD = new AtomicLong();
    private static final ThreadLocal<@Nullable Effort> HERE = new ThreadLocal<>();

    private final long deadline;
    private final boolean quick;
    private final AtomicLong bytes = new AtomicLong();
    private long rows;

    private Effort(long deadline, boolean quick) {
        this.deadline = deadline;
        this.quick = quick;
    }

    /** Its time begins now, also that of waiting for a thread. */
    static Effort of(long maxTimeMillis, boolean quick) {
        long millis = maxTimeMillis <= 0 ? LONGEST_MILLIS : Math.min(maxTimeMillis, LONGEST_MILLIS);
        return new Effort(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), quick);
    }

    /** For the same command on the slow lane; its time goes on. */
    Effort slowly() {
        return new Effort(deadline, false);
    }

    /** From here until {@link #leave} it is what {@link #look} on this thread means. */
    void enter() {
        HERE.set(this);
    }

    static void leave() {
        HERE.remove();
    }

    /** In the midst of something long, such as a pattern that goes over a text again and again. */
    static void look() {
        Effort here = HERE.get();
        if (here != null) {
            here.inTime();
        }
    }

    void inTime() {
        if (System.nanoTime() - deadline > 0) {
            throw Refusal.timeLimit();
        }
    }

    /** What all commands and cursors hold together. */
    static long held() {
        return HELD.get();
    }

    void row() {
        rows++;
        if (quick && rows > QUICK_ROWS) {
            throw new TooLong();
        }
        if (rows % 64 == 0) {
            inTime();
        }
    }

    /** Before something is kept in memory; given back by {@link #close}. */
    void hold(long more, String what) {
        if (bytes.addAndGet(more) > OWN_BYTES) {
            HELD.addAndGet(more);
            throw Refusal.memoryLimit(what);
        }
        if (HELD.addAndGet(more) > ALL_BYTES) {
            throw Refusal.memoryLimit(what + " together with what other commands hold");
        }
    }

    @Override
    public void close() {
        HELD.addAndGet(-bytes.getAndSet(0));
    }
}
