package vn.diemcau.people;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.in;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use case: the people of a part of the tree by name, page by page. */
final class ListPeople {
    private static final int FEW_UNITS = 120;
    private static final int A_READ = 500;

    /** Some people, and the cursor of the next page or null at the end. */
    record Page(List<Person> people, @Nullable String next) {}

    private final PersonStore persons;

    ListPeople(PersonStore persons) {
        this.persons = persons;
    }

    Future<Page> within(UnitTree tree, String unit, LocalDate on, @Nullable String after, int limit) {
        Set<String> units = tree.within(unit, on).stream().map(Unit::id).collect(Collectors.toSet());
        boolean state = tree.unit(unit).filter(one -> one.tree() == Tree.STATE).isPresent();
        String[] start = after == null ? null : cursor(after);
        if (units.size() > FEW_UNITS && !state) return scan(units, on, start, limit, new ArrayList<>());
        return persons.some(in(state ? "posts.unit" : "memberships.unit", units), 20_000)
                .map(found -> page(
                        found.stream()
                                .filter(one -> within(one, units, on, state))
                                .map(one -> one.on(on))
                                .sorted(Comparator.comparing(Person::sortKey).thenComparing(Person::id))
                                .filter(one -> start == null || isAfter(one, start))
                                .limit(limit + 1L)
                                .toList(),
                        limit));
    }

    private static boolean within(Dossier one, Set<String> units, LocalDate on, boolean state) {
        return state
                ? one.posts().stream().anyMatch(post -> post.on(on) && units.contains(post.unit()))
                : one.unitOn(on).filter(units::contains).isPresent();
    }

    /** Many units: everybody in the order of names, until the page is full. */
    private Future<Page> scan(
            Set<String> units, LocalDate on, String @Nullable [] start, int limit, List<Person> found) {
        return persons.byName(empty(), start == null ? null : start[0], A_READ).compose(read -> {
            String[] last = start;
            for (Dossier one : read) {
                Person person = one.on(on);
                if (start != null && !isAfter(person, start)) continue;
                if (one.unitOn(on).filter(units::contains).isPresent()) found.add(person);
                last = new String[] {person.sortKey(), person.id()};
            }
            boolean stuck = last == start || last != null && start != null && last[1].equals(start[1]);
            if (found.size() > limit || read.size() < A_READ || stuck) {
                return Future.succeededFuture(page(found, limit));
            }
            return scan(units, on, last, limit, found);
        });
    }

    private static Page page(List<Person> found, int limit) {
        if (found.size() <= limit) return new Page(List.copyOf(found), null);
        Person last = found.get(limit - 1);
        String cursor = last.sortKey() + "\u0000" + last.id();
        return new Page(
                List.copyOf(found.subList(0, limit)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8)));
    }

    private static String[] cursor(String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\u0000", -1);
            if (parts.length == 2) return parts;
        } catch (IllegalArgumentException foreign) {
            // answered below
        }
        throw vn.diemcau.problem.Problem.invalid("after", "malformed", "Not a cursor of this list.");
    }

    private static boolean isAfter(Person person, String[] start) {
        int byName = person.sortKey().compareTo(start[0]);
        return byName > 0 || byName == 0 && person.id().compareTo(start[1]) > 0;
    }
}
