package vn.diemcau.enrolment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Whom a new list adds to, removes from and changes in the old one; ids in order. */
record ListDifference(List<String> added, List<String> removed, List<String> changed) {
    ListDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    static ListDifference between(Collection<Entry> old, Collection<Entry> fresh) {
        Map<String, Entry> before = new HashMap<>();
        old.forEach(entry -> before.put(entry.required().person(), entry));
        TreeSet<String> added = new TreeSet<>();
        TreeSet<String> changed = new TreeSet<>();
        for (Entry entry : fresh) {
            Entry was = before.remove(entry.required().person());
            if (was == null) added.add(entry.required().person());
            else if (!was.saysTheSameAs(entry)) changed.add(entry.required().person());
        }
        return new ListDifference(
                List.copyOf(added), List.copyOf(new TreeSet<>(before.keySet())), List.copyOf(changed));
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
