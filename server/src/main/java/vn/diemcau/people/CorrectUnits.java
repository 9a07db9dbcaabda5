package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.problem.Problem;

/** Use cases of small corrections of units: a new one, another name. */
final class CorrectUnits {
    private final UnitStore units;
    private final StoredPeople people;
    private final Audit audit;

    CorrectUnits(UnitStore units, StoredPeople people, Audit audit) {
        this.units = units;
        this.people = people;
        this.audit = audit;
    }

    /** Fails with code_taken when the code was ever used. */
    Future<Unit> add(
            String code,
            String name,
            Tree tree,
            String type,
            int level,
            @Nullable String parent,
            LocalDate from,
            SignedIn by) {
        return people.tree().compose(known -> {
            if (parent != null
                    && known.unit(parent)
                            .filter(unit -> unit.exists(from) && unit.tree() == tree)
                            .isEmpty()) {
                throw Problem.invalid("parent", "unknown_unit", "There is no such unit of this tree on that day.");
            }
            String tidy = Names.tidy(name);
            Unit unit = new Unit(
                    code,
                    tidy,
                    tree,
                    type,
                    level,
                    List.of(new Unit.Placement(parent, from, null)),
                    Names.fold(tidy),
                    Names.unitSortKey(tidy));
            return units.insert(new UnitStore.Kept(unit, List.of(), 1))
                    .recover(failure -> Future.failedFuture(
                            Mongo.isDuplicateKey(failure)
                                    ? Problem.conflict(
                                            "code_taken", "This code was used already; codes are never used again.")
                                    : failure))
                    .compose(done -> audit.add(
                            by.account(), "unit_added", "unit/" + code, by.did(new JsonObject().put("after", tidy))))
                    .compose(done -> people.fresh())
                    .map(done -> unit);
        });
    }

    /** From the day on the unit bears another name; the former one is kept. */
    Future<Unit> rename(String id, long rev, String name, LocalDate from, SignedIn by) {
        return units.find(id).compose(found -> {
            UnitStore.Kept before =
                    found.orElseThrow(() -> Problem.missing("not_found", "There is no such unit here for you."));
            if (before.rev() != rev) throw changedMeanwhile();
            Unit unit = before.unit();
            String tidy = Names.tidy(name);
            if (tidy.equals(unit.name())) return Future.succeededFuture(unit);
            List<UnitStore.FormerName> names = new ArrayList<>(before.formerNames());
            names.add(new UnitStore.FormerName(unit.name(), from.minusDays(1)));
            Unit renamed = new Unit(
                    id,
                    tidy,
                    unit.tree(),
                    unit.type(),
                    unit.level(),
                    unit.placements(),
                    Names.fold(tidy),
                    Names.unitSortKey(tidy));
            return units.replace(new UnitStore.Kept(renamed, names, rev)).compose(written -> {
                if (!written) throw changedMeanwhile();
                JsonObject detail = new JsonObject().put("before", unit.name()).put("after", tidy);
                return audit.add(by.account(), "unit_renamed", "unit/" + id, by.did(detail))
                        .compose(done -> people.fresh())
                        .map(done -> renamed);
            });
        });
    }

    private static Problem changedMeanwhile() {
        return Problem.conflict("changed_meanwhile", "Somebody changed this in between; look again.");
    }
}
