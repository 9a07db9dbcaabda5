package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Attendance as it was read or written last, for a few seconds. Who writes by compare-and-set on its rev may start from it: had
 * somebody else written since, the write would change nothing. Absence from the list is never remembered.
 */
final class RecentRows {
    private static final int MOST = 20_000;
    private static final long NANOS = 10_000_000_000L;

    private record Known(AttendanceStore.Row row, long until) {}

    private final AttendanceStore attendance;
    private final Map<String, Known> known = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    RecentRows(AttendanceStore attendance) {
        this.attendance = attendance;
    }

    Future<Map<String, AttendanceStore.Row>> get(Collection<String> ids) {
        Map<String, AttendanceStore.Row> found = new HashMap<>();
        List<String> missing;
        long now = System.nanoTime();
        synchronized (known) {
            for (String id : ids) {
                Known one = known.get(id);
                if (one != null && one.until() - now > 0) found.put(id, one.row());
            }
            missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
        }
        if (missing.isEmpty()) return Future.succeededFuture(found);
        return attendance.rows(missing).map(fresh -> {
            remember(fresh.values());
            found.putAll(fresh);
            return found;
        });
    }

    /** Of how many of these nothing is remembered. */
    int unknown(Collection<String> ids) {
        long now = System.nanoTime();
        int unknown = 0;
        synchronized (known) {
            for (String id : ids) {
                Known one = known.get(id);
                if (one == null || one.until() - now <= 0) unknown++;
            }
        }
        return unknown;
    }

    /** Of two readings the later revision stays. */
    void remember(Collection<AttendanceStore.Row> rows) {
        long until = System.nanoTime() + NANOS;
        synchronized (known) {
            for (AttendanceStore.Row row : rows) {
                if (!row.listed()) {
                    known.remove(row.id());
                    continue;
                }
                known.merge(
                        row.id(),
                        new Known(row, until),
                        (old, fresh) -> fresh.row().attendance().rev()
                                        >= old.row().attendance().rev()
                                ? fresh
                                : old);
            }
        }
    }

    void forget(Collection<String> ids) {
        synchronized (known) {
            ids.forEach(known::remove);
        }
    }
}
