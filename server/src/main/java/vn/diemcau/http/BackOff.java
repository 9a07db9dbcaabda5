package vn.diemcau.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.diemcau.problem.Problem;

/**
 * Slows down whoever keeps failing: after five failures under the same key each further try must wait, twice as long each time, up to a
 * longest. The key holds what is attacked and from where, so a stranger locks nobody out.
 */
public final class BackOff {
    private static final int FREE = 5;
    private static final int REMEMBERED = 50_000;

    private record Failures(int count, Instant until) {}

    private final InstantSource clock;
    private final Duration longest;
    private final Map<String, Failures> failures = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    public BackOff(InstantSource clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    /** Fails with TOO_MANY slow_down, which says for how many seconds, while the key must wait. */
    public synchronized void check(String key) {
        Failures known = failures.get(key);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            long seconds = Duration.between(now, known.until()).toSeconds() + 1;
            throw new Problem(
                    Problem.Kind.TOO_MANY,
                    "slow_down",
                    "Too many failures; try again in " + seconds + " seconds.",
                    null);
        }
    }

    /** One more failure under the key. */
    public synchronized void failed(String key) {
        Failures known = failures.get(key);
        int count = known == null ? 1 : known.count() + 1;
        Duration wait = count < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - FREE, 9));
        if (wait.compareTo(longest) > 0) wait = longest;
        failures.put(key, new Failures(count, clock.instant().plus(wait)));
    }

    /** Forgives the key. */
    public synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
