package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.problem.Problem;

/** Use cases of small corrections without a file: somebody new, details, a move, a status, a post. Each is one compare-and-set on the person. */
final class CorrectPeople {
    private final PersonStore persons;
    private final StoredPeople people;
    private final Audit audit;

    CorrectPeople(PersonStore persons, StoredPeople people, Audit audit) {
        this.persons = persons;
        this.people = people;
        this.audit = audit;
    }

    /**
     * Somebody new, under the sender's id. The same again changes nothing. Fails with id_reused when somebody else stands under the id,
     * and with card_taken when the card is somebody's.
     */
    Future<Dossier> add(String id, Details details, String unit, Person.Status status, LocalDate from, SignedIn by) {
        Dossier fresh = new Dossier(
                id,
                details,
                List.of(new Membership(unit, from, null, false)),
                List.of(new DatedStatus(status, from)),
                List.of(),
                List.of(),
                1);
        return people.tree()
                .map(tree -> stands(tree, unit, from))
                .compose(done -> persons.find(id))
                .compose(found -> {
                    if (found.isPresent()) {
                        if (found.get().details().equals(details)) return Future.succeededFuture(found.get());
                        return Future.failedFuture(Problem.conflict("id_reused", "The id stands for somebody else."));
                    }
                    return persons.insert(fresh)
                            .recover(failure -> Future.failedFuture(
                                    Mongo.isDuplicateKey(failure)
                                            ? Problem.conflict("card_taken", "This card number is somebody's already.")
                                            : failure))
                            .compose(done -> note(by, "person_added", fresh, new JsonObject().put("unit", unit)))
                            .map(done -> fresh);
                });
    }

    Future<Dossier> details(String id, long rev, Details details, SignedIn by) {
        return change(id, rev, by, "person_corrected", dossier -> Optional.of(dossier.with(details)))
                .recover(failure -> Future.failedFuture(
                        Mongo.isDuplicateKey(failure)
                                ? Problem.conflict("card_taken", "This card number is somebody's already.")
                                : failure));
    }

    /** From the day on in another unit. Fails with later_records when a record that begins later stands in the way. */
    Future<Dossier> move(String id, long rev, String unit, LocalDate from, SignedIn by) {
        return people.tree()
                .map(tree -> stands(tree, unit, from))
                .compose(done -> change(id, rev, by, "person_moved", dossier -> Memberships.moved(
                                dossier.membershipsAt(from), unit, from)
                        .map(dossier::withMemberships)));
    }

    Future<Dossier> leave(String id, long rev, LocalDate lastDay, SignedIn by) {
        return change(id, rev, by, "person_left", dossier -> Memberships.ended(dossier.membershipsAt(lastDay), lastDay)
                .map(dossier::withMemberships));
    }

    /** For a time with another unit's cell, then back. Fails with later_records when what is recorded does not allow it. */
    Future<Dossier> stay(String id, long rev, String unit, LocalDate from, @Nullable LocalDate to, SignedIn by) {
        return people.tree()
                .map(tree -> exists(tree, unit, from))
                .compose(done -> change(
                        id, rev, by, "person_stays", dossier -> Memberships.stay(dossier.memberships(), unit, from, to)
                                .map(dossier::withMemberships)
                                .map(there -> there.withStatuses(statuses(there, Person.Status.TEMPORARY, from, to)))));
    }

    private static List<DatedStatus> statuses(
            Dossier dossier, Person.Status status, LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? DatedStatus.changed(dossier.statuses(), status, from)
                : DatedStatus.during(dossier.statuses(), status, from, to);
    }

    /** From the day on, until the last day if there is one. */
    Future<Dossier> status(
            String id, long rev, Person.Status status, LocalDate from, @Nullable LocalDate to, SignedIn by) {
        return change(
                id,
                rev,
                by,
                "person_status_changed",
                dossier -> Optional.of(dossier.withStatuses(statuses(dossier, status, from, to))));
    }

    Future<Dossier> givePost(
            String id, long rev, String unit, String title, LocalDate from, @Nullable LocalDate to, SignedIn by) {
        return people.tree().compose(tree -> {
            Unit held = tree.unit(unit)
                    .orElseThrow(() -> Problem.invalid("unit", "unknown_unit", "There is no such unit."));
            HeldPost post = new HeldPost(unit, title, held.tree(), from, to);
            return change(
                    id,
                    rev,
                    by,
                    "post_given",
                    dossier -> Optional.of(dossier.withPosts(HeldPost.stated(dossier.posts(), post))));
        });
    }

    Future<Dossier> endPost(String id, long rev, String unit, String title, LocalDate lastDay, SignedIn by) {
        return change(id, rev, by, "post_ended", dossier -> HeldPost.ended(dossier.posts(), unit, title, lastDay)
                .map(dossier::withPosts));
    }

    private Future<Dossier> change(
            String id, long rev, SignedIn by, String what, Function<Dossier, Optional<Dossier>> how) {
        return persons.find(id).compose(found -> {
            Dossier before = found.orElseThrow(CorrectPeople::nobody);
            if (before.rev() != rev) throw changedMeanwhile();
            Dossier after = how.apply(before)
                    .orElseThrow(() ->
                            Problem.refused("later_records", "What is recorded does not allow this on that day."));
            if (after.equals(before)) return Future.succeededFuture(before);
            return persons.replace(after).compose(written -> {
                if (!written) throw changedMeanwhile();
                return note(by, what, after, difference(before, after)).map(done -> after.raised());
            });
        });
    }

    private Future<Void> note(SignedIn by, String what, Dossier whom, JsonObject detail) {
        return audit.add(by.account(), what, "person/" + whom.id(), by.did(detail));
    }

    private static JsonObject difference(Dossier before, Dossier after) {
        JsonObject one = PersonJson.dossier(before);
        JsonObject two = PersonJson.dossier(after);
        JsonObject difference = new JsonObject();
        // also those that are gone, such as a telephone that was taken out
        Set<String> fields = new TreeSet<>(one.fieldNames());
        fields.addAll(two.fieldNames());
        for (String field : fields) {
            @Nullable Object was = one.getValue(field);
            @Nullable Object is = two.getValue(field);
            if (!Objects.equals(was, is)) {
                difference.put(field, new JsonObject().put("before", was).put("after", is));
            }
        }
        return difference;
    }

    /** Whoever comes without a last day comes into a unit that is there on the day and has not ended since. */
    private Unit stands(UnitTree tree, String unit, LocalDate from) {
        LocalDate today = people.today();
        exists(tree, unit, from);
        return exists(tree, unit, from.isAfter(today) ? from : today);
    }

    private static Unit exists(UnitTree tree, String unit, LocalDate on) {
        return tree.unit(unit)
                .filter(one -> one.exists(on))
                .orElseThrow(() -> Problem.invalid("unit", "unknown_unit", "There is no such unit on that day."));
    }

    static Problem nobody() {
        return Problem.missing("not_found", "There is nobody here for you under this id.");
    }

    private static Problem changedMeanwhile() {
        return Problem.conflict("changed_meanwhile", "Somebody changed this in between; look again.");
    }
}
