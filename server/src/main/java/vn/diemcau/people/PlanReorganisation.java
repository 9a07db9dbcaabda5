package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.Audit;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.Affected.Reach;
import vn.diemcau.people.Affected.Touch;
import vn.diemcau.people.Reorganisation.Fault;
import vn.diemcau.people.Reorganisation.Hand;
import vn.diemcau.people.Reorganisation.State;
import vn.diemcau.people.Reorganisation.Why;
import vn.diemcau.people.Reorganisation.Wish;
import vn.diemcau.problem.Problem;

/** Use cases of planning a reorganisation: draft it, look what it would do, approve what was seen, withdraw it. */
final class PlanReorganisation {
    /**
     * What a reorganisation would do.
     *
     * @param undone what it takes back; null unless it is an UNDO
     * @param parted the units that are parted and stay
     * @param people everybody of the units concerned
     * @param members how many people belong to units whose path changes
     */
    record Preview(
            Consequence consequence,
            @Nullable Undone undone,
            List<String> parted,
            UnitTree tree,
            List<Dossier> people,
            int members,
            List<Touch> touched) {}

    private final ReorganisationStore store;
    private final PersonStore persons;
    private final StoredPeople people;
    private final List<Affected> affected;
    private final Audit audit;
    private final InstantSource clock;

    PlanReorganisation(
            ReorganisationStore store,
            PersonStore persons,
            StoredPeople people,
            List<Affected> affected,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.persons = persons;
        this.people = people;
        this.affected = affected;
        this.audit = audit;
        this.clock = clock;
    }

    Future<Reorganisation> find(String id) {
        return store.find(id)
                .map(found -> found.orElseThrow(
                        () -> Problem.missing("not_found", "There is no such reorganisation here for you.")));
    }

    Future<Optional<Reorganisation>> known(String id) {
        return store.find(id);
    }

    Future<List<Reorganisation>> latest() {
        return store.latest();
    }

    /**
     * Keeps a draft under the sender's id; what was approved becomes a draft again. The same again changes nothing. Fails with
     * id_reused, changed_meanwhile, and state_not_allowed once it was begun.
     */
    Future<Reorganisation> draft(String id, Wish wish, long rev, String account, String name) {
        Hand hand = new Hand(account, name, now());
        return store.find(id).compose(found -> {
            if (found.isEmpty()) {
                Reorganisation fresh = new Reorganisation(id, wish, State.DRAFT, hand, null, null, List.of(), null, 1);
                return store.insert(fresh)
                        .recover(failure ->
                                Future.failedFuture(Mongo.isDuplicateKey(failure) ? changedMeanwhile() : failure))
                        .compose(done -> note(account, "reorganisation_drafted", fresh))
                        .map(fresh);
            }
            Reorganisation before = found.get();
            if (before.wish().equals(wish) && before.state() != State.WITHDRAWN) return Future.succeededFuture(before);
            if (before.rev() != rev) throw rev == 0 ? idReused() : changedMeanwhile();
            open(before);
            Reorganisation changed = new Reorganisation(
                    id, wish, State.DRAFT, before.drafted(), null, null, List.of(), null, before.rev());
            return replace(changed, "reorganisation_drafted", account);
        });
    }

    /** What it would do, worked out now. Writes nothing. */
    Future<Preview> preview(Reorganisation one) {
        return people.fresh().compose(tree -> undone(one)
                .compose(undone -> people(one.wish(), undone).compose(dossiers -> {
                    Consequence rule = Reorganising.of(one.wish(), undone, tree, dossiers);
                    return taken(one)
                            .map(faults -> faults.isEmpty() ? rule : rule.withFaults(faults))
                            .compose(consequence -> members(tree, consequence)
                                    .compose(members -> touched(reach(one.wish(), undone, consequence, tree))
                                            .map(touched -> new Preview(
                                                    consequence,
                                                    undone,
                                                    parted(one.wish()),
                                                    tree,
                                                    dossiers,
                                                    members,
                                                    touched))));
                })));
    }

    /** Approves what was seen. Fails with other_than_seen when it would do something else by now, and not_possible when it cannot be done. */
    Future<Reorganisation> approve(String id, long rev, String sees, String account, String name) {
        return find(id).compose(before -> {
            if (before.rev() != rev) throw changedMeanwhile();
            if (before.state() != State.DRAFT) throw notNow();
            return preview(before).compose(preview -> {
                if (!preview.consequence().faults().isEmpty()) {
                    throw Problem.refused("not_possible", "Something stands in the way; the preview says what.");
                }
                if (!preview.consequence().print().equals(sees)) {
                    throw Problem.conflict("other_than_seen", "It would do something else by now; look again.");
                }
                Reorganisation approved = before.approvedBy(new Hand(account, name, now()));
                return replace(approved, "reorganisation_approved", account);
            });
        });
    }

    Future<Reorganisation> withdraw(String id, long rev, String account) {
        return find(id).compose(before -> {
            if (before.state() == State.WITHDRAWN) return Future.succeededFuture(before);
            if (before.rev() != rev) throw changedMeanwhile();
            open(before);
            return replace(before.in(State.WITHDRAWN), "reorganisation_withdrawn", account);
        });
    }

    /** What an UNDO takes back; null when it is none, or there is nothing applied to take back. */
    Future<@Nullable Undone> undone(Reorganisation one) {
        String id = one.wish().undoes();
        if (one.wish().kind() != Succession.Kind.UNDO || id == null) return Future.succeededFuture();
        return store.find(id).compose(found -> {
            Optional<Wish> wish =
                    found.filter(each -> each.state() == State.APPLIED).map(Reorganisation::wish);
            if (wish.isEmpty()) return Future.succeededFuture();
            return store.followed(id).map(followed -> new Undone(wish.get(), followed));
        });
    }

    /** Everybody who ever belonged to a unit concerned or holds a post there. */
    Future<List<Dossier>> people(Wish wish, @Nullable Undone undone) {
        Set<String> units = Reorganising.concerned(wish, undone);
        return persons.findBy("memberships.unit", units)
                .compose(members -> persons.findBy("posts.unit", units).map(holders -> {
                    Map<String, Dossier> all = new LinkedHashMap<>();
                    members.forEach(person -> all.put(person.id(), person));
                    holders.forEach(person -> all.put(person.id(), person));
                    return List.copyOf(all.values());
                }));
    }

    /** The people among what is stuck. */
    Future<List<Dossier>> stuck(Reorganisation one) {
        List<String> people = new ArrayList<>();
        for (Fault fault : one.stuck()) {
            if (fault.why() == Why.UNPLACED_PERSON && fault.what() != null) people.add(fault.what());
        }
        return people.isEmpty() ? Future.succeededFuture(List.of()) : persons.findBy("_id", people);
    }

    private static List<String> parted(Wish wish) {
        return wish.kind() == Succession.Kind.SEPARATE ? wish.units() : List.of();
    }

    static Reach reach(Wish wish, @Nullable Undone undone, Consequence consequence, UnitTree tree) {
        Map<String, List<String>> heirs = consequence.successions().stream()
                .filter(one ->
                        consequence.ended().contains(one.from()) && !one.from().equals(one.to()))
                .collect(Collectors.groupingBy(
                        Succession::from, Collectors.mapping(Succession::to, Collectors.toList())));
        return new Reach(
                wish.date(),
                consequence.paths(tree),
                consequence.ended(),
                heirs,
                wish.rightsFollow(),
                undone == null ? List.of() : undone.followed());
    }

    /** What was done once is not taken back twice. */
    private Future<List<Fault>> taken(Reorganisation one) {
        String undoes = one.wish().undoes();
        if (undoes == null) return Future.succeededFuture(List.of());
        return store.undoing(undoes).map(others -> {
            boolean already = others.stream()
                    .anyMatch(other -> !other.id().equals(one.id())
                            && (other.state() == State.APPLIED
                                    || other.state() == State.APPLYING
                                    || other.state() == State.APPROVED));
            return already ? List.of(new Fault(Why.ALREADY_UNDONE, null)) : List.of();
        });
    }

    private Future<Integer> members(UnitTree tree, Consequence consequence) {
        AtomicInteger count = new AtomicInteger();
        Set<String> units = consequence.paths(tree).keySet();
        Future<Void> chain = Future.succeededFuture();
        for (String top :
                new Reach(consequence.date(), consequence.paths(tree), Set.of(), Map.of(), false, List.of()).tops()) {
            String[] way = top.split("/");
            String unit = way[way.length - 1];
            if (!units.contains(unit)) continue;
            chain = chain.compose(done ->
                    people.eachWithin(unit, consequence.date().minusDays(1), person -> count.incrementAndGet()));
        }
        return chain.map(done -> count.get());
    }

    private Future<List<Touch>> touched(Reach reach) {
        List<Touch> all = new ArrayList<>();
        Future<Void> chain = Future.succeededFuture();
        for (Affected one : affected) {
            chain = chain.compose(done -> one.touches(reach)).map(touches -> {
                all.addAll(touches);
                return null;
            });
        }
        return chain.map(done -> all);
    }

    private Future<Reorganisation> replace(Reorganisation changed, String what, String by) {
        return store.replace(changed).compose(written -> {
            if (!written) throw changedMeanwhile();
            return note(by, what, changed).map(done -> changed.raised());
        });
    }

    private Future<Void> note(String by, String what, Reorganisation one) {
        return audit.add(by, what, "reorganisation/" + one.id(), detail(one.wish()));
    }

    static JsonObject detail(Wish wish) {
        return new JsonObject()
                .put("kind", PersonDocument.code(wish.kind()))
                .put("date", wish.date().toString())
                .put("decision", wish.decision())
                .put("units", List.copyOf(wish.named()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void open(Reorganisation one) {
        if (one.state() != State.DRAFT && one.state() != State.APPROVED) throw notNow();
    }

    static Problem notNow() {
        return Problem.refused("state_not_allowed", "It is not in a state that allows this.");
    }

    static Problem changedMeanwhile() {
        return Problem.conflict("changed_meanwhile", "Somebody changed this in between; look again.");
    }

    private static Problem idReused() {
        return Problem.conflict("id_reused", "The id stands for another reorganisation.");
    }
}
