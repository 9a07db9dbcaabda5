package vn.diemcau.letterhead;

import io.vertx.core.Future;
import java.time.LocalDate;
import vn.diemcau.paper.Layout;
import vn.diemcau.paper.Letterhead;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** What other features may ask of letterheads. */
public interface Letterheads {
    /** What the unit's office keeps; where it keeps nothing, what follows from the tree on that day. */
    Future<Letterhead> of(String unit, LocalDate on);

    /** What follows from the tree: the layout of the tree the unit stands in, the unit above it, its name. */
    static Letterhead byTree(UnitTree tree, String unit, LocalDate on) {
        return tree.unit(unit)
                .map(found -> byTree(tree, found, on))
                .orElseGet(() -> Letterhead.of(Layout.PARTY, null, unit));
    }

    private static Letterhead byTree(UnitTree tree, Unit unit, LocalDate on) {
        String superior = unit.placements().stream()
                .filter(placement -> placement.on(on) && placement.parent() != null)
                .findFirst()
                .flatMap(placement -> tree.unit(String.valueOf(placement.parent())))
                .map(Unit::name)
                .orElse(null);
        return Letterhead.of(unit.tree() == Tree.PARTY ? Layout.PARTY : Layout.STATE, superior, unit.name());
    }
}
