package vn.diemcau.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Person.Status;

/**
 * What a row of a roster, or of a list of non-members, says about somebody as of a day.
 *
 * @param status null when the row says nothing of it
 * @param key for rows without a card: what finds the person again when the same row is read again, else null
 * @param post a post in that unit, or null
 */
record RosterRow(
        int number,
        Details details,
        String unit,
        @Nullable String post,
        @Nullable Status status,
        @Nullable String key) {
    /** Somebody new. */
    Dossier fresh(String id) {
        List<HeldPost> posts =
                post == null ? List.of() : List.of(new HeldPost(unit, post, Tree.PARTY, Membership.BEGINNING, null));
        return new Dossier(
                id,
                details,
                List.of(new Membership(unit, Membership.BEGINNING, null, true)),
                List.of(new DatedStatus(status == null ? Status.OFFICIAL : status, Membership.BEGINNING)),
                posts,
                key == null ? List.of() : List.of(key),
                1);
    }

    /** The same person with what the row says; empty when a later record of where the person belongs stands in the way. */
    Optional<Dossier> applied(Dossier known, LocalDate asOf) {
        return Memberships.asOf(known.memberships(), unit, asOf).map(memberships -> {
            Dossier told = known.with(known.details().told(details)).withMemberships(memberships);
            if (status != null) told = told.withStatuses(DatedStatus.changed(known.statuses(), status, asOf));
            if (key != null) told = told.withRowKey(key);
            if (post == null) return told;
            return told.withPosts(HeldPost.asOf(known.posts(), new HeldPost(unit, post, Tree.PARTY, asOf, null), asOf));
        });
    }

    /** Whether the row plainly means somebody else: neither the name nor the birth agrees. */
    boolean contradicts(Dossier known) {
        boolean otherName = !Names.fold(known.name()).equals(Names.fold(details.name()));
        BirthDate one = known.details().birth();
        BirthDate two = details.birth();
        boolean otherBirth = one == null || two == null || one.year() != two.year();
        return otherName && otherBirth;
    }
}
