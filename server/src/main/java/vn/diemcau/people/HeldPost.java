package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A post somebody held from when to when, in a unit of either tree.
 *
 * @param from {@link Membership#BEGINNING} when it is not known since when
 * @param to the last day, or null while it lasts
 */
public record HeldPost(
        String unit,
        String title,
        Tree tree,
        LocalDate from,
        @Nullable LocalDate to) {
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    private boolean samePost(HeldPost other) {
        return unit.equals(other.unit)
                && tree == other.tree
                && Names.exact(title).equals(Names.exact(other.title));
    }

    /** A roster says that the post is held on the day. */
    static List<HeldPost> asOf(List<HeldPost> known, HeldPost post, LocalDate day) {
        if (known.stream().anyMatch(held -> held.samePost(post) && held.on(day))) return known;
        List<HeldPost> with = new ArrayList<>(known);
        with.add(post);
        return with;
    }

    /** A dated record is taken in: it replaces the record of the same post with the same or with an unknown first day. */
    static List<HeldPost> stated(List<HeldPost> known, HeldPost post) {
        if (known.contains(post)) return known;
        List<HeldPost> with = new ArrayList<>();
        for (HeldPost held : known) {
            boolean replaced =
                    held.samePost(post) && (held.from.equals(post.from) || held.from.equals(Membership.BEGINNING));
            if (!replaced) with.add(held);
        }
        with.add(post);
        return with;
    }

    /** The post held on the day ends with it; empty if it was not held. */
    static Optional<List<HeldPost>> ended(List<HeldPost> known, String unit, String title, LocalDate lastDay) {
        List<HeldPost> with = new ArrayList<>();
        boolean found = false;
        for (HeldPost held : known) {
            boolean it = held.unit.equals(unit)
                    && held.title.equals(title)
                    && held.on(lastDay)
                    && (held.to == null || held.to.isAfter(lastDay));
            found |= it;
            with.add(it ? new HeldPost(held.unit, held.title, held.tree, held.from, lastDay) : held);
        }
        return found ? Optional.of(with) : Optional.empty();
    }
}
