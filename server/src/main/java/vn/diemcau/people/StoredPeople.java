package vn.diemcau.people;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Filters;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/** Units and people as the store has them; the tree is held in memory until its revision rises. */
final class StoredPeople implements People {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Duration TREE_UNCHECKED = Duration.ofSeconds(2);
    private static final int UNITS_A_QUERY = 300;
    private static final int MANY_UNITS = 900;
    private static final int MOST_IDS = 5_000;

    private final PersonStore persons;
    private final UnitStore units;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    private record Known(UnitTree tree, long revision, Instant checked) {}

    StoredPeople(PersonStore persons, UnitStore units, InstantSource clock) {
        this.persons = persons;
        this.units = units;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    @Override
    public Future<UnitTree> tree() {
        Known now = known;
        if (now != null && clock.instant().isBefore(now.checked().plus(TREE_UNCHECKED))) {
            return Future.succeededFuture(now.tree());
        }
        return fresh();
    }

    /** The tree as the store has it this moment. */
    Future<UnitTree> fresh() {
        Instant asked = clock.instant();
        return units.revision().compose(revision -> {
            Known now = known;
            if (now != null && now.revision() == revision) {
                known = new Known(now.tree(), revision, asked);
                return Future.succeededFuture(now.tree());
            }
            return units.all().compose(all -> units.successions().map(successions -> {
                UnitTree tree = new UnitTree(all, successions);
                known = new Known(tree, revision, asked);
                return tree;
            }));
        });
    }

    @Override
    public Future<Optional<Person>> person(String id) {
        return persons.find(id).map(found -> found.map(dossier -> dossier.on(today())));
    }

    @Override
    public Future<List<Person>> persons(Collection<String> ids) {
        if (ids.size() > MOST_IDS) throw new IllegalArgumentException("more than " + MOST_IDS + " ids at once");
        return persons.findBy("_id", ids)
                .map(found -> found.stream().map(dossier -> dossier.on(today())).toList());
    }

    @Override
    public Future<Map<String, String>> unitsOn(Collection<String> ids, LocalDate day) {
        if (ids.size() > MOST_IDS) throw new IllegalArgumentException("more than " + MOST_IDS + " ids at once");
        return persons.findBy("_id", ids).map(found -> {
            Map<String, String> byPerson = new HashMap<>();
            found.forEach(dossier -> dossier.unitOn(day).ifPresent(unit -> byPerson.put(dossier.id(), unit)));
            return byPerson;
        });
    }

    @Override
    public Future<Void> eachWithin(String unit, LocalDate on, Consumer<Person> consumer) {
        return eachDossier(unit, on, dossier -> consumer.accept(dossier.on(on)));
    }

    /** The same with everything that is kept about each. */
    Future<Void> eachDossier(String unit, LocalDate on, Consumer<Dossier> consumer) {
        return tree().compose(tree -> {
            List<Unit> within = tree.within(unit, on);
            Set<String> ids = within.stream().map(Unit::id).collect(Collectors.toSet());
            boolean state = !within.isEmpty() && within.get(0).tree() == Tree.STATE;
            if (state) return eachHolding(List.copyOf(ids), ids, on, consumer);
            if (ids.size() > MANY_UNITS) {
                return persons.each(empty(), dossier -> {
                    if (dossier.unitOn(on).filter(ids::contains).isPresent()) consumer.accept(dossier);
                });
            }
            return eachOf(List.copyOf(ids), 0, on, consumer);
        });
    }

    /** Whoever belonged to one of the units on the day, a part of the units at a time; a person belongs to one unit a day, so nobody comes twice. */
    private Future<Void> eachOf(List<String> ids, int start, LocalDate on, Consumer<Dossier> consumer) {
        if (start >= ids.size()) return Future.succeededFuture();
        List<String> part = ids.subList(start, Math.min(ids.size(), start + UNITS_A_QUERY));
        Set<String> set = Set.copyOf(part);
        return persons.each(in("memberships.unit", part), dossier -> {
                    if (dossier.unitOn(on).filter(set::contains).isPresent()) consumer.accept(dossier);
                })
                .compose(done -> eachOf(ids, start + UNITS_A_QUERY, on, consumer));
    }

    /** The people of a state unit are those who hold a post in it. */
    private Future<Void> eachHolding(List<String> ids, Set<String> set, LocalDate on, Consumer<Dossier> consumer) {
        Set<String> seen = new HashSet<>();
        Bson filter = ids.size() > MANY_UNITS ? empty() : in("posts.unit", ids);
        return persons.each(filter, dossier -> {
            boolean holds = dossier.posts().stream().anyMatch(post -> post.on(on) && set.contains(post.unit()));
            if (holds && seen.add(dossier.id())) consumer.accept(dossier);
        });
    }

    @Override
    public Future<List<Person>> search(String text, String withinUnit, int limit) {
        if (limit < 1 || limit > 50) throw Problem.invalid("limit", "out_of_range", "Between 1 and 50.");
        return tree().compose(tree -> {
            LocalDate today = today();
            Set<String> ids =
                    tree.within(withinUnit, today).stream().map(Unit::id).collect(Collectors.toSet());
            Search search = Search.of(text);
            if (search.empty()) return Future.succeededFuture(List.of());
            return candidates(search, ids).map(found -> found.stream()
                    .filter(dossier -> ids.contains(dossier.unitNear(today)))
                    .filter(search::matches)
                    .map(dossier -> dossier.on(today))
                    .sorted(search.bestFirst())
                    .limit(limit)
                    .toList());
        });
    }

    private Future<List<Dossier>> candidates(Search search, Set<String> units) {
        if (search.card() != null || search.phone() != null) {
            Document number = new Document(
                    "$or",
                    List.of(
                            new Document("card", String.valueOf(search.card())),
                            new Document("phone", String.valueOf(search.phone()))));
            return persons.some(number, Search.MOST_CANDIDATES);
        }
        if (units.size() <= UNITS_A_QUERY / 3) {
            return persons.some(in("memberships.unit", units), Search.MOST_CANDIDATES);
        }
        return persons.some(Filters.regex("words", "^" + search.rarest()), Search.MOST_CANDIDATES);
    }
}
