package vn.diemcau.http;

import java.time.Duration;
import java.time.Instant;
import vn.diemcau.problem.Problem;

/**
 * Slows down whoever keeps failing: after some failures under the same key each further try must wait, twice as long each time, up to a
 * longest. The key holds what is attacked and from where, so a stranger locks nobody out.
 */
public final class BackOff {
    private static final int FREE = 5;
    /** Behind one address stands a hall, or all offices of a province. */
    private static final int FREE_AT_AN_ADDRESS = 300;

    private static final Duration LONGEST_AT_AN_ADDRESS = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 9;

    private final Failures failures;
    private final String kind;
    private final int free;
    private final Duration longest;
    private final boolean forgives;

    private BackOff(Failures failures, String kind, int free, Duration longest, boolean forgives) {
        this.failures = failures;
        this.kind = kind + " ";
        this.free = free;
        this.longest = longest;
        this.forgives = forgives;
    }

    /** For keys that name one account or device, perhaps with an address. */
    public static BackOff of(Failures failures, String kind, Duration longest) {
        return new BackOff(failures, kind, FREE, longest, true);
    }

    /** For keys that are an address alone: many may fail there, and nobody waits for more than a few seconds. */
    public static BackOff ofAddresses(Failures failures, String kind) {
        return new BackOff(failures, kind, FREE_AT_AN_ADDRESS, LONGEST_AT_AN_ADDRESS, false);
    }

    /** Fails with TOO_MANY slow_down, which says for how many seconds, while the key must wait. */
    public void check(String key) {
        Failures.Count known = failures.of(kind + key);
        if (known == null || known.count() < free) return;
        Instant now = failures.now();
        Instant until = known.at().plus(wait(known.count()));
        if (!now.isBefore(until)) return;
        int seconds = (int) Duration.between(now, until).toSeconds() + 1;
        throw Problem.tooMany("slow_down", "Too many failures; try again in " + seconds + " seconds.", seconds);
    }

    private Duration wait(int count) {
        Duration wait = Duration.ofSeconds(1L << Math.min(count - free, MOST_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    /** One more failure under the key. */
    public void failed(String key) {
        failures.add(kind + key);
    }

    /** Forgives the key; an address is not forgiven for the one who succeeds there. */
    public void succeeded(String key) {
        if (forgives) failures.forgive(kind + key);
    }
}
