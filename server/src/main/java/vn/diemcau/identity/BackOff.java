package vn.diemcau.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.diemcau.problem.Problem;

/**
 * Slows down whoever keeps failing: after five failures under the same key each further try must wait, twice as long each time, at most
 * five minutes. The key holds what is attacked and from where, so a stranger locks nobody out.
 */
final class BackOff {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int REMEMBERED = 50_000;

    private record Failures(int count, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    BackOff(InstantSource clock) {
        this.clock = clock;
    }

    /** Fails with TOO_MANY slow_down, which says for how many seconds, while the key must wait. */
    synchronized void check(String key) {
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

    synchronized void failed(String key) {
        Failures known = failures.get(key);
        int count = known == null ? 1 : known.count() + 1;
        Duration wait = count < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - FREE, 9));
        if (wait.compareTo(LONGEST) > 0) wait = LONGEST;
        failures.put(key, new Failures(count, clock.instant().plus(wait)));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
