package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post that ended with its unit is held again from the day on which the unit lives again. Done twice it is done once.
 *
 * @param until the last day it had before, or null
 */
record PostReturn(
        String person, String unit, String title, @Nullable LocalDate until) {
    Dossier on(Dossier person, Tree tree, LocalDate date) {
        boolean there = person.posts().stream()
                .anyMatch(one ->
                        one.unit().equals(unit) && one.title().equals(title) && PersonMove.lasts(one.to(), date));
        if (there) return person;
        List<HeldPost> posts = new ArrayList<>(person.posts());
        posts.add(new HeldPost(unit, title, tree, date, until));
        return person.withPosts(posts);
    }
}
