package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody goes from one unit to another on a day: the member with the membership, the holder of a state unit's posts with the posts.
 * Done twice it is done once.
 *
 * @param only the one post that goes; null when everything in the unit does
 */
record PersonMove(
        String person, String from, String to, @Nullable Only only) {
    /** One post of a state unit: its title, and the day since which it is held there. */
    record Only(String title, LocalDate since) {
        boolean is(HeldPost post) {
            return post.title().equals(title) && post.from().equals(since);
        }
    }

    PersonMove(String person, String from, String to) {
        this(person, from, to, null);
    }

    /** Whether the person is in the unit on the day or later: as a member, or, in a state unit, by a post. */
    static boolean isIn(Dossier person, String unit, Tree tree, LocalDate date) {
        return switch (tree) {
            case PARTY ->
                person.memberships().stream().anyMatch(one -> one.unit().equals(unit) && lasts(one.to(), date));
            case STATE -> person.posts().stream().anyMatch(one -> one.unit().equals(unit) && lasts(one.to(), date));
        };
    }

    /** Whether the person was in the unit on the day. */
    static boolean wasIn(Dossier person, String unit, Tree tree, LocalDate day) {
        return switch (tree) {
            case PARTY ->
                person.memberships().stream().anyMatch(one -> one.unit().equals(unit) && one.on(day));
            case STATE -> person.posts().stream().anyMatch(one -> one.unit().equals(unit) && one.on(day));
        };
    }

    Dossier on(Dossier person, Tree tree, LocalDate date) {
        return switch (tree) {
            case PARTY -> {
                List<Membership> changed = new ArrayList<>();
                for (Membership one : person.memberships()) {
                    if (!one.unit().equals(from) || !lasts(one.to(), date)) {
                        changed.add(one);
                        continue;
                    }
                    if (one.from().isBefore(date)) changed.add(one.endedOn(date.minusDays(1)));
                    changed.add(new Membership(to, one.from().isBefore(date) ? date : one.from(), one.to(), false));
                }
                yield changed.equals(person.memberships()) ? person : person.withMemberships(changed);
            }
            case STATE -> {
                List<HeldPost> changed = new ArrayList<>();
                boolean went = false;
                for (HeldPost one : person.posts()) {
                    boolean goes =
                            one.unit().equals(from) && lasts(one.to(), date) && (only == null || !went && only.is(one));
                    if (!goes) {
                        changed.add(one);
                        continue;
                    }
                    went = true;
                    if (one.from().isBefore(date))
                        changed.add(new HeldPost(from, one.title(), one.tree(), one.from(), date.minusDays(1)));
                    LocalDate since = one.from().isBefore(date) ? date : one.from();
                    changed.add(new HeldPost(to, one.title(), one.tree(), since, one.to()));
                }
                yield changed.equals(person.posts()) ? person : person.withPosts(changed);
            }
        };
    }

    /** The posts of the person in units that end. */
    static List<HeldPost> ending(Dossier person, Set<String> ended, LocalDate date) {
        return person.posts().stream()
                .filter(one -> ended.contains(one.unit()) && lasts(one.to(), date))
                .toList();
    }

    /** Posts in units that end end with them. */
    static Dossier postsEnded(Dossier person, Set<String> ended, LocalDate date) {
        List<HeldPost> changed = new ArrayList<>();
        for (HeldPost one : person.posts()) {
            if (!ended.contains(one.unit()) || !lasts(one.to(), date)) changed.add(one);
            else if (one.from().isBefore(date))
                changed.add(new HeldPost(one.unit(), one.title(), one.tree(), one.from(), date.minusDays(1)));
        }
        return changed.equals(person.posts()) ? person : person.withPosts(changed);
    }

    static boolean lasts(@Nullable LocalDate to, LocalDate date) {
        return to == null || !to.isBefore(date);
    }
}
