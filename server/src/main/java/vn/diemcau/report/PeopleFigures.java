package vn.diemcau.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * Persons, never turns: how many different people were to come to anything, and how often they did; and the turns of those who hold a
 * post. Somebody who moved from one cell to another within is one person.
 *
 * @param required people who were to come at least once
 * @param always of them, present every time that is known
 * @param sometimes of them, present some of the times
 * @param never of them, present at none of the times that are known
 * @param unknown of them, nothing is known yet
 * @param others guests, invited and exempt people and walk-ins who came at least once
 * @param posts the posts held, those of most people first
 */
record PeopleFigures(int required, int always, int sometimes, int never, int unknown, int others, List<Post> posts) {
    private static final int MOST_POSTS = 60;

    /** Those who hold a post of this title, and their turns. */
    record Post(String title, int persons, Figures figures) {}

    /** Gathers records one at a time, in any order. */
    static final class Gathering {
        private final @Nullable ProgrammeKind kind;
        private final Map<String, Figures> turns = new HashMap<>();
        private final Map<String, Set<String>> posts;

        /** @param posts the titles that a person holds, by person */
        Gathering(@Nullable ProgrammeKind kind, Map<String, Set<String>> posts) {
            this.kind = kind;
            this.posts = posts;
        }

        synchronized void add(Attendance record) {
            if (kind != null && record.kind() != kind) return;
            turns.merge(record.person(), new Figures(0, record.counts()), Figures::plus);
        }

        synchronized PeopleFigures figures() {
            int[] sums = new int[5];
            int required = 0;
            Map<String, List<Figures>> byTitle = new LinkedHashMap<>();
            for (var each : turns.entrySet()) {
                Figures own = each.getValue();
                if (own.counts().required() == 0) {
                    sums[4] += own.counts().others() + own.counts().exemptPresent() > 0 ? 1 : 0;
                    continue;
                }
                required++;
                sums[share(own.rate())]++;
                for (String title : posts.getOrDefault(each.getKey(), Set.of())) {
                    byTitle.computeIfAbsent(title, key -> new ArrayList<>()).add(own);
                }
            }
            List<Post> held = new ArrayList<>();
            byTitle.forEach((title, all) -> held.add(new Post(title, all.size(), Figures.sum(all))));
            held.sort(Comparator.comparing(Post::persons).reversed().thenComparing(Post::title));
            return new PeopleFigures(
                    required,
                    sums[0],
                    sums[1],
                    sums[2],
                    sums[3],
                    sums[4],
                    held.subList(0, Math.min(MOST_POSTS, held.size())));
        }

        private static int share(Rate rate) {
            if (rate.empty()) return 3;
            return rate.present() == rate.required() ? 0 : rate.present() > 0 ? 1 : 2;
        }
    }
}
