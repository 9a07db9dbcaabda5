package vn.diemcau.report;

import java.util.Map;
import vn.diemcau.people.Unit;

/**
 * Reports handed in.
 *
 * @param byUnit by the id of the unit directly below, and by the unit's own id for those counted in it itself
 */
record Reflections(int total, Map<String, Integer> byUnit) {
    int of(Unit unit) {
        return byUnit.getOrDefault(unit.id(), 0);
    }
}
