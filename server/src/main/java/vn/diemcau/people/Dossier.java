package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything kept about one person, through time.
 *
 * @param memberships disjoint, in order
 * @param statuses by date, never empty
 * @param rowKeys what rows of files without a card number this person came from, so that the same file read again finds them
 */
record Dossier(
        String id,
        Details details,
        List<Membership> memberships,
        List<DatedStatus> statuses,
        List<HeldPost> posts,
        List<String> rowKeys,
        long rev) {
    Dossier {
        memberships = List.copyOf(memberships);
        statuses = List.copyOf(statuses);
        posts = List.copyOf(posts);
        rowKeys = List.copyOf(rowKeys);
    }

    String name() {
        return details.name();
    }

    /** Where the person belonged on the day. */
    Optional<String> unitOn(LocalDate day) {
        return memberships.stream()
                .filter(membership -> membership.on(day))
                .map(Membership::unit)
                .findFirst();
    }

    /** What a change on the day builds on: the return that only continues home after a temporary stay gives way to it. */
    List<Membership> membershipsAt(LocalDate day) {
        boolean temporary =
                memberships.stream().anyMatch(m -> m.on(day) && statusOn(m.from()) == Person.Status.TEMPORARY);
        return temporary ? Memberships.withoutReturn(memberships, day) : memberships;
    }

    /** The unit of the day; or the last one before, or the first one after. */
    String unitNear(LocalDate day) {
        return unitOn(day)
                .or(() -> memberships.stream()
                        .filter(membership -> !membership.from().isAfter(day))
                        .max(Comparator.comparing(Membership::from))
                        .map(Membership::unit))
                .or(() -> memberships.stream().findFirst().map(Membership::unit))
                .orElse("");
    }

    Person.Status statusOn(LocalDate day) {
        return DatedStatus.on(statuses, day);
    }

    /** The person as of the day. */
    Person on(LocalDate day) {
        return new Person(
                id,
                details.name(),
                Names.sortKey(details.name()),
                Names.fold(details.name()),
                details.sex(),
                details.birth(),
                details.card(),
                details.phone(),
                details.phoneTyped(),
                statusOn(day),
                details.category(),
                unitNear(day),
                posts.stream()
                        .filter(post -> post.on(day))
                        .map(post -> new Person.Post(post.unit(), post.title(), post.tree()))
                        .toList(),
                rev);
    }

    Dossier with(Details changed) {
        return new Dossier(id, changed, memberships, statuses, posts, rowKeys, rev);
    }

    Dossier withMemberships(List<Membership> changed) {
        return new Dossier(id, details, changed, statuses, posts, rowKeys, rev);
    }

    Dossier withStatuses(List<DatedStatus> changed) {
        return new Dossier(id, details, memberships, changed, posts, rowKeys, rev);
    }

    Dossier withPosts(List<HeldPost> changed) {
        return new Dossier(id, details, memberships, statuses, changed, rowKeys, rev);
    }

    Dossier withRowKey(String key) {
        if (rowKeys.contains(key)) return this;
        List<String> keys = new ArrayList<>(rowKeys);
        keys.add(key);
        return new Dossier(id, details, memberships, statuses, posts, keys, rev);
    }

    /** The same with the rev it gets when written. */
    Dossier raised() {
        return new Dossier(id, details, memberships, statuses, posts, rowKeys, rev + 1);
    }
}
