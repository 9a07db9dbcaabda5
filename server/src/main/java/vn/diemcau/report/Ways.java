package vn.diemcau.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/**
 * Every way from a root down to a unit that ever stood, with how far the places lie together to which what was counted below it is
 * restated. So whole subtrees that went to one place are taken as one sum, and those that never touch a unit are not read.
 */
final class Ways {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private final Restating restating;
    private final Map<String, List<String>> below = new HashMap<>();
    private final Map<String, String> common = new HashMap<>();
    private final Set<String> roots = new LinkedHashSet<>();

    Ways(UnitTree tree, Tree which, Restating restating) {
        this.restating = restating;
        String head = which.name().toLowerCase(Locale.ROOT) + ":";
        for (Unit unit : tree.all()) {
            if (unit.tree() != which) continue;
            List<String> places = new ArrayList<>();
            for (String gone : restating.reach(unit.id())) {
                places.add(restating.place(gone).path());
            }
            for (String path : UnitFigures.paths(tree, unit, FIRST, restating.day())) {
                places.forEach(place -> meet(path, place));
                String parent = parent(path);
                if (parent.equals(head + "/")) roots.add(path);
                else below.computeIfAbsent(parent, key -> new ArrayList<>()).add(path);
            }
        }
        List<String> deepestFirst = new ArrayList<>(common.keySet());
        deepestFirst.sort((one, other) -> Integer.compare(depth(other), depth(one)));
        for (String path : deepestFirst) {
            String place = common.get(path);
            if (place != null) meet(parent(path), place);
        }
    }

    private void meet(String path, String place) {
        if (!place.isEmpty()) common.merge(path, place, Ways::shared);
    }

    private static int depth(String path) {
        return (int) path.chars().filter(letter -> letter == '/').count();
    }

    /** The tree path that this one lies directly below. */
    static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    /** The longest way that both have in common, up to a whole unit. */
    static String shared(String one, String other) {
        int end = Math.min(one.length(), other.length());
        int same = 0;
        while (same < end && one.charAt(same) == other.charAt(same)) same++;
        return one.substring(0, one.substring(0, same).lastIndexOf('/') + 1);
    }

    Restating restating() {
        return restating;
    }

    /** The tree paths of all roots that ever were. */
    Set<String> roots() {
        return roots;
    }

    /** The tree paths that ever lay directly below. */
    List<String> below(String path) {
        return below.getOrDefault(path, List.of());
    }

    /** What all places have in common to which the subtree is restated; null when nothing of it stands on the day. */
    @Nullable
    String common(String path) {
        String known = common.get(path);
        if (known != null) return known;
        String alone = restating.place(UnitFigures.lastPart(path)).path();
        return alone.isEmpty() ? null : alone;
    }
}
