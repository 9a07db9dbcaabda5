package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where many come in at one door at once, the attendance of everybody who is expected there is read in one go, so that those who come
 * next need not wait for theirs. What was read is a guess like everything that {@link RecentRows} remembers.
 */
final class ReadAhead {
    /** So many unknown people at one door within the moment are a rush. */
    private static final int RUSH = 16;

    private static final long MOMENT = 1_000_000_000L;
    /** A little less than what was read is remembered. */
    private static final long AGAIN = 8_000_000_000L;

    private static final int DOORS = 1_000;
    private static final int PEOPLE = 2_000;

    private static final class Door {
        private long since;
        private int unknown;
        private long readAt;
        private boolean read;
    }

    private final AttendanceStore attendance;
    private final RecentRows rows;
    private final Map<String, Door> doors = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Door> eldest) {
            return size() > DOORS;
        }
    };

    ReadAhead(AttendanceStore attendance, RecentRows rows) {
        this.attendance = attendance;
        this.rows = rows;
    }

    /** So many came in at the group's door ({@code session|site:id}) of whom nothing was remembered; tells how many were read ahead. */
    Future<Integer> unknown(String group, int people) {
        if (people == 0 || !isRush(group, people, System.nanoTime())) return Future.succeededFuture(0);
        return attendance.inGroup(group, PEOPLE).map(found -> {
            rows.remember(found);
            return found.size();
        });
    }

    private synchronized boolean isRush(String group, int people, long now) {
        Door door = doors.computeIfAbsent(group, absent -> new Door());
        if (door.unknown == 0 || now - door.since > MOMENT) {
            door.since = now;
            door.unknown = 0;
        }
        door.unknown += people;
        if (door.unknown < RUSH || (door.read && now - door.readAt < AGAIN)) return false;
        door.read = true;
        door.readAt = now;
        return true;
    }
}
