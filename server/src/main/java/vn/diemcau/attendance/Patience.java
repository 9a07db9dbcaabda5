package vn.diemcau.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.diemcau.problem.Problem;

/** Makes whoever guesses codes wait longer after each miss, at most a minute; everybody else is served at once. */
final class Patience {
    private static final int FREE = 5;
    private static final int REMEMBERED = 20_000;
    private static final long LONGEST_SECONDS = 60;

    private record Misses(int count, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Misses> misses = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Misses> eldest) {
            return size() > REMEMBERED;
        }
    };

    Patience(InstantSource clock) {
        this.clock = clock;
    }

    /** Fails with TOO_MANY slow_down while the key has to wait. */
    synchronized void check(String key) {
        Misses known = misses.get(key);
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.until())) return;
        long seconds = Duration.between(now, known.until()).toSeconds() + 1;
        throw new Problem(
                Problem.Kind.TOO_MANY,
                "slow_down",
                "Too many wrong codes; try again in " + seconds + " seconds.",
                null);
    }

    synchronized void missed(String key) {
        Misses known = misses.get(key);
        int count = known == null ? 1 : known.count() + 1;
        long seconds = count < FREE ? 0 : Math.min(LONGEST_SECONDS, 1L << Math.min(count - FREE, 6));
        misses.put(key, new Misses(count, clock.instant().plusSeconds(seconds)));
    }

    synchronized void hit(String key) {
        misses.remove(key);
    }
}
