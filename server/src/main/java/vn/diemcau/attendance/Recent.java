package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Remembers what was read for a moment, absence too, so that a rush at one door reads the same document a few times a second. */
final class Recent<V> {
    private static final int MOST = 10_000;

    private record Known<V>(Optional<V> value, long until) {}

    private final long nanos;
    private final Map<String, Known<V>> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known<V>> eldest) {
            return size() > MOST;
        }
    };

    Recent(long millis) {
        nanos = millis * 1_000_000;
    }

    Future<Map<String, V>> get(Collection<String> ids, Function<Collection<String>, Future<Map<String, V>>> read) {
        Map<String, V> found = new HashMap<>();
        Set<String> missing = new HashSet<>();
        long now = System.nanoTime();
        synchronized (known) {
            for (String id : ids) {
                Known<V> one = known.get(id);
                if (one == null || one.until() - now < 0) missing.add(id);
                else one.value().ifPresent(value -> found.put(id, value));
            }
        }
        if (missing.isEmpty()) return Future.succeededFuture(found);
        return read.apply(missing).map(fresh -> {
            synchronized (known) {
                for (String id : missing) {
                    known.put(id, new Known<>(Optional.ofNullable(fresh.get(id)), System.nanoTime() + nanos));
                }
            }
            found.putAll(fresh);
            return found;
        });
    }

    void forget(String id) {
        synchronized (known) {
            known.remove(id);
        }
    }
}
