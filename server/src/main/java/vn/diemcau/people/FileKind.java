package vn.diemcau.people;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of files that can be taken in, in the order they must be: each needs what those before it bring. */
enum FileKind {
    UNITS(
            EnumSet.of(Column.CODE, Column.UNIT_NAME, Column.PARENT),
            EnumSet.of(Column.TREE, Column.TYPE, Column.LEVEL, Column.FROM, Column.TO)),
    SUCCESSIONS(EnumSet.of(Column.KIND, Column.FROM_UNIT, Column.TO_UNIT, Column.DATE), EnumSet.of(Column.DECISION)),
    ROSTER(
            EnumSet.of(Column.UNIT),
            EnumSet.of(
                    Column.NAME,
                    Column.FAMILY_NAME,
                    Column.GIVEN_NAME,
                    Column.CARD,
                    Column.SEX,
                    Column.BIRTH,
                    Column.POST,
                    Column.JOINED,
                    Column.STATUS,
                    Column.PHONE)),
    MEMBERSHIPS(EnumSet.of(Column.CARD, Column.UNIT, Column.FROM), EnumSet.of(Column.TO)),
    POSTS(EnumSet.of(Column.CARD, Column.UNIT, Column.POST), EnumSet.of(Column.TREE, Column.FROM, Column.TO)),
    OTHERS(
            EnumSet.of(Column.UNIT, Column.CATEGORY),
            EnumSet.of(
                    Column.NAME,
                    Column.FAMILY_NAME,
                    Column.GIVEN_NAME,
                    Column.SEX,
                    Column.BIRTH,
                    Column.POST,
                    Column.PHONE));

    private final Set<Column> needed;
    private final Set<Column> columns;

    FileKind(EnumSet<Column> needed, EnumSet<Column> welcome) {
        this.needed = needed;
        this.columns = EnumSet.copyOf(needed);
        this.columns.addAll(welcome);
        this.columns.add(Column.NUMBER);
    }

    Set<Column> columns() {
        return columns;
    }

    /** Whether a sheet with these columns can be of this kind. */
    boolean fits(Set<Column> found) {
        if (!found.containsAll(needed)) return false;
        return switch (this) {
            case UNITS, SUCCESSIONS -> true;
            case MEMBERSHIPS, POSTS -> !named(found);
            case ROSTER, OTHERS -> named(found);
        };
    }

    private static boolean named(Set<Column> found) {
        return found.contains(Column.NAME) || found.contains(Column.FAMILY_NAME) && found.contains(Column.GIVEN_NAME);
    }

    boolean ofUnits() {
        return this == UNITS || this == SUCCESSIONS;
    }
}
