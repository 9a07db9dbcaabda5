package vn.diemcau.attendance;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What evidence says of those who came without being on the list, by their subject.
 *
 * @param insteadOf in whose place they say they come: nothing follows from it until somebody who may approves it
 * @param mergedInto who they turned out to be, unless that was taken back
 */
record WalkIns(Map<String, String> insteadOf, Map<String, String> mergedInto) {
    static WalkIns of(List<Evidence> evidence) {
        Set<String> undone = new HashSet<>();
        for (Evidence each : evidence) {
            if (each.kind() == Evidence.Kind.UNDO && each.detail().undoes() != null)
                undone.add(each.detail().undoes());
        }
        Map<String, String> insteadOf = new HashMap<>();
        Map<String, String> mergedInto = new HashMap<>();
        evidence.stream()
                .filter(each -> each.detail().person() != null && !undone.contains(each.id()))
                .sorted(Comparator.comparing(Evidence::seenAt).thenComparing(Evidence::id))
                .forEach(each -> {
                    String person = Objects.requireNonNull(each.detail().person());
                    if (each.kind() == Evidence.Kind.WALK_IN) insteadOf.put(each.subject(), person);
                    if (each.kind() == Evidence.Kind.MERGE) mergedInto.putIfAbsent(each.subject(), person);
                });
        return new WalkIns(insteadOf, mergedInto);
    }

    /** Everybody of the list whom one of them concerns. */
    Set<String> persons() {
        Set<String> persons = new HashSet<>(insteadOf.values());
        persons.addAll(mergedInto.values());
        return persons;
    }
}
