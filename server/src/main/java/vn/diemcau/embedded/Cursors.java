package vn.diemcau.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Open cursors; one that nobody asks for ten minutes is closed, and so is the oldest of too many. */
final class Cursors {

    private static final long IDLE = TimeUnit.MINUTES.toNanos(10);
    private static final int MOST = 2000;

    record Open(long id, String namespace, Source source, long[] lastUsed) {}

    private final ConcurrentHashMap<Long, Open> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    long add(String namespace, Source source) {
        tidy();
        long id = (random.nextLong() & Long.MAX_VALUE) | 1;
        open.put(id, new Open(id, namespace, source, new long[] {System.nanoTime()}));
        return id;
    }

    /** Takes a cursor out while a command uses it. */
    Open take(long id) {
        Open cursor = open.remove(id);
        if (cursor == null) {
            throw new MongoServerError(43, "CursorNotFound", "cursor id " + id + " not found");
        }
        return cursor;
    }

    void giveBack(Open cursor) {
        cursor.lastUsed()[0] = System.nanoTime();
        open.put(cursor.id(), cursor);
    }

    List<Long> kill(List<?> ids) {
        List<Long> killed = new ArrayList<>();
        for (Object id : ids) {
            if (id instanceof Number number) {
                @Nullable Open cursor = open.remove(number.longValue());
                if (cursor != null) {
                    cursor.source().close();
                    killed.add(number.longValue());
                }
            }
        }
        return killed;
    }

    void close() {
        kill(List.copyOf(open.keySet()));
    }

    int count() {
        return open.size();
    }

    void tidy() {
        long now = System.nanoTime();
        open.values().removeIf(cursor -> {
            boolean stale = now - cursor.lastUsed()[0] > IDLE;
            if (stale) {
                cursor.source().close();
            }
            return stale;
        });
        while (open.size() >= MOST) {
            open.values().stream()
                    .max((a, b) -> Long.compare(now - a.lastUsed()[0], now - b.lastUsed()[0]))
                    .ifPresent(oldest -> kill(List.of(oldest.id())));
        }
    }
}
