package vn.diemcau.people;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of the organisation by a decision: planned as a draft, approved as it was seen, applied on its day, and taken back only by a
 * later one.
 *
 * @param stuck why it could not be applied on its day, or, once applied, what nobody said where it goes; empty when there is nothing
 * @param summary what it does, kept when it is begun; null before
 */
record Reorganisation(
        String id,
        Wish wish,
        State state,
        Hand drafted,
        @Nullable Hand approved,
        @Nullable Instant appliedAt,
        List<Fault> stuck,
        @Nullable JsonObject summary,
        long rev) {
    /** Where it stands. */
    enum State {
        DRAFT,
        APPROVED,
        /** Begun and to be gone on with, whatever happens. */
        APPLYING,
        APPLIED,
        WITHDRAWN
    }

    /** Who did it when. */
    record Hand(String account, String name, Instant at) {}

    /** A unit that is born by it; codes are never used twice. */
    record Fresh(
            String code,
            String name,
            String type,
            int level,
            @Nullable String parent) {}

    /** Where a part goes: a unit below, or a person, by id. */
    record Place(String what, String to) {}

    /** What stands in the way; the unit or person concerned, if it is one. */
    record Fault(Why why, @Nullable String what) {}

    /** The closed list of what can stand in the way. */
    enum Why {
        TOO_FEW_UNITS,
        ONE_UNIT_ONLY,
        TOO_FEW_NEW_UNITS,
        UNIT_UNKNOWN,
        TWICE,
        OTHER_TREE,
        INTO_MISSING,
        BELOW_ITSELF,
        SAME_PARENT,
        PARENT_UNKNOWN,
        CODE_TAKEN,
        NAME_MISSING,
        SAME_NAME,
        UNPLACED_UNIT,
        UNPLACED_PERSON,
        PLACE_UNKNOWN,
        NOTHING_GOES,
        LATER_RECORDS,
        NOT_APPLIED,
        TOO_EARLY,
        ALREADY_UNDONE,
        NOT_UNDOABLE
    }

    /**
     * What is decided.
     *
     * @param date the first day on which it holds
     * @param units the units it is done to
     * @param into the unit that takes them in (absorb), their parts (dissolve), or that stands above them from then on (transfer)
     * @param fresh the units that are born (consolidate, divide, separate)
     * @param name the new name (rename)
     * @param places which part goes where, where that does not follow (divide, separate, dissolve, what came later when undoing)
     * @param undoes the applied reorganisation that is taken back (undo)
     * @param rightsFollow whether office accounts of units that end hold the same over what follows
     */
    record Wish(
            Succession.Kind kind,
            LocalDate date,
            String decision,
            @Nullable LocalDate decidedOn,
            String note,
            List<String> units,
            @Nullable String into,
            List<Fresh> fresh,
            @Nullable String name,
            List<Place> places,
            @Nullable String undoes,
            boolean rightsFollow) {
        /** The last day before it. */
        LocalDate eve() {
            return date.minusDays(1);
        }

        /** Every unit named: done to, taking in, born. */
        Set<String> named() {
            Set<String> named = new LinkedHashSet<>(units);
            if (into != null) named.add(into);
            fresh.forEach(one -> named.add(one.code()));
            return named;
        }
    }

    Reorganisation in(State next) {
        return new Reorganisation(id, wish, next, drafted, approved, appliedAt, stuck, summary, rev);
    }

    Reorganisation approvedBy(Hand hand) {
        return new Reorganisation(id, wish, State.APPROVED, drafted, hand, null, List.of(), null, rev);
    }

    Reorganisation stuckWith(List<Fault> faults) {
        return new Reorganisation(id, wish, state, drafted, approved, appliedAt, List.copyOf(faults), summary, rev);
    }

    Reorganisation with(JsonObject what) {
        return new Reorganisation(id, wish, state, drafted, approved, appliedAt, stuck, what, rev);
    }

    Reorganisation done(Instant at) {
        return new Reorganisation(id, wish, State.APPLIED, drafted, approved, at, List.of(), summary, rev);
    }

    Reorganisation raised() {
        return new Reorganisation(id, wish, state, drafted, approved, appliedAt, stuck, summary, rev + 1);
    }
}
