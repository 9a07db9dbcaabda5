package vn.diemcau.http;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What failed lately and how often, by hashed keys: known here at once, and told to the other nodes. Asking costs nothing but memory, so
 * that a rush of people who do nothing wrong writes and reads nothing; what is an hour old is forgotten.
 */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST = 50_000;

    /** Where failures are written down for all nodes. */
    public interface Elsewhere {
        /** One more; how many there are now. */
        Future<Integer> add(String id, Instant at);

        Future<Void> forgive(String id);
    }

    /** So many, the last one then. */
    record Count(int count, Instant at) {}

    private final InstantSource clock;
    private final @Nullable Elsewhere elsewhere;
    private final Map<String, Count> counts = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST;
        }
    };

    /** @param elsewhere where to tell the other nodes, or null when nobody else counts */
    public Failures(InstantSource clock, @Nullable Elsewhere elsewhere) {
        this.clock = clock;
        this.elsewhere = elsewhere;
    }

    Instant now() {
        return clock.instant();
    }

    @Nullable
    Count of(String key) {
        String id = id(key);
        synchronized (counts) {
            Count found = counts.get(id);
            return found == null || found.at().plus(REMEMBERED).isBefore(clock.instant()) ? null : found;
        }
    }

    void add(String key) {
        String id = id(key);
        Instant now = clock.instant();
        Count before = of(key);
        hear(id, before == null ? 1 : before.count() + 1, now);
        if (elsewhere == null) return;
        elsewhere
                .add(id, now)
                .onSuccess(count -> hear(id, count, now))
                .onFailure(failure -> LOG.warn("a failed try is not told to other nodes: {}", failure.toString()));
    }

    void forgive(String key) {
        String id = id(key);
        synchronized (counts) {
            if (counts.remove(id) == null) return;
        }
        if (elsewhere == null) return;
        elsewhere
                .forgive(id)
                .onFailure(failure -> LOG.warn("a failed try is not forgiven elsewhere: {}", failure.toString()));
    }

    /** So many failed on all nodes together. */
    public void hear(String id, int count, Instant at) {
        synchronized (counts) {
            counts.put(id, new Count(count, at));
        }
    }

    private static String id(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
