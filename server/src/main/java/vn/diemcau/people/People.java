package vn.diemcau.people;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What other features may ask of units and people. */
public interface People {
    /** The units through time; the same value until a unit changes. */
    Future<UnitTree> tree();

    Future<Optional<Person>> person(String id);

    /** Those of the ids that exist, in no order; at most 5,000 ids. */
    Future<List<Person>> persons(Collection<String> ids);

    /** Where each of the persons belonged on the day; whoever belonged nowhere is left out. At most 5,000 ids. */
    Future<Map<String, String>> unitsOn(Collection<String> persons, LocalDate day);

    /** Everybody who belonged to the unit or a unit below it on the day (posts as of the day too), one at a time; the consumer must not block. */
    Future<Void> eachWithin(String unit, LocalDate on, Consumer<Person> consumer);

    /** Best matches by name, card number or phone within the subtree of today, exact marks first; at most 50. */
    Future<List<Person>> search(String text, String withinUnit, int limit);
}
