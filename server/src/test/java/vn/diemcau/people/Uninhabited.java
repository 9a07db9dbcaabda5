package vn.diemcau.people;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Units in memory in which nobody lives, for tests of what follows from the tree alone. */
public final class Uninhabited implements People {
    private final UnitTree tree;

    public Uninhabited(UnitTree tree) {
        this.tree = tree;
    }

    @Override
    public Future<UnitTree> tree() {
        return Future.succeededFuture(tree);
    }

    @Override
    public Future<Optional<Person>> person(String id) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Map<String, String>> unitsOn(Collection<String> persons, LocalDate day) {
        return Future.succeededFuture(Map.of());
    }

    @Override
    public Future<List<Person>> persons(Collection<String> ids) {
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Void> eachWithin(String unit, LocalDate on, Consumer<Person> consumer) {
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Person>> search(String text, String withinUnit, int limit) {
        return Future.succeededFuture(List.of());
    }
}
