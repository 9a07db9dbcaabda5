package vn.diemcau.attendance;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What lately happened at the sites of a session, for the wall's margin; only what this node saw, and no figure depends on it. */
final class Arrivals {
    private static final int KEPT = 20;
    private static final int SESSIONS = 200;

    /** One line of the margin. */
    record Line(Instant at, String site, String what, int n) {}

    private final Map<String, Deque<Line>> lines = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Line>> eldest) {
            return size() > SESSIONS;
        }
    };

    synchronized void counted(TallyStore.Counted tally, String site, Instant now) {
        Sum before = tally.before();
        if (before == null || site.isEmpty()) return;
        int came = tally.counts().present() - before.counts().present();
        int substitutes = tally.counts().substituted() - before.counts().substituted();
        if (came > 0) add(tally.session(), new Line(now, site, "arrived", came));
        if (substitutes > 0) add(tally.session(), new Line(now, site, "substitute", substitutes));
    }

    synchronized void lateBatch(String session, String site, int entries, Instant now) {
        add(session, new Line(now, site, "late_batch", entries));
    }

    private void add(String session, Line line) {
        Deque<Line> here = lines.computeIfAbsent(session, key -> new ArrayDeque<>());
        Line last = here.peekFirst();
        if (last != null
                && last.site().equals(line.site())
                && last.what().equals(line.what())
                && last.at().plusSeconds(30).isAfter(line.at())) {
            here.removeFirst();
            here.addFirst(new Line(line.at(), line.site(), line.what(), last.n() + line.n()));
            return;
        }
        here.addFirst(line);
        if (here.size() > KEPT) here.removeLast();
    }

    synchronized List<Line> of(String session) {
        return new ArrayList<>(lines.getOrDefault(session, new ArrayDeque<>()));
    }
}
