package vn.diemcau.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became, or would become, of the rows of one file. Counted by the one thread that reads. */
final class FileReport {
    private static final int SAMPLES = 12;

    /** How a row that was understood changes what is known. */
    enum Effect {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /** One row as an example. */
    record Sample(int row, String before, String after) {}

    /** How many rows, and some of them. */
    static final class Tally {
        int count;
        final List<Sample> samples = new ArrayList<>();

        void add(Sample sample) {
            count++;
            if (samples.size() < SAMPLES) samples.add(sample);
        }
    }

    /** Told of every refused row. */
    interface Refused {
        void refused(int row, Refusal why, String what);
    }

    int rows;
    int understood;
    int repairedRows;
    int refusedRows;
    int waiting;
    final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
    final Map<Repair, Tally> repairs = new EnumMap<>(Repair.class);
    final Map<Refusal, Tally> refusals = new EnumMap<>(Refusal.class);
    final Map<Change, Tally> changes = new EnumMap<>(Change.class);
    private final Refused refused;
    private int lastRepaired = -1;

    /** What a row changes of somebody known. */
    enum Change {
        NAME,
        BIRTH,
        PHONE,
        OTHER_DETAIL,
        STATUS,
        MOVED,
        POST,
        HISTORY,
        PLACEMENT
    }

    FileReport(Refused refused) {
        this.refused = refused;
        for (Effect effect : Effect.values()) effects.put(effect, 0);
    }

    void repaired(int row, Repair repair, String before, String after) {
        repairs.computeIfAbsent(repair, key -> new Tally()).add(new Sample(row, before, after));
        if (row != lastRepaired) repairedRows++;
        lastRepaired = row;
    }

    void refuse(int row, Refusal why, String what) {
        refusedRows++;
        refusals.computeIfAbsent(why, key -> new Tally()).add(new Sample(row, what, ""));
        refused.refused(row, why, what);
    }

    void took(Effect effect) {
        understood++;
        effects.merge(effect, 1, Integer::sum);
    }

    void change(int row, Change change, String before, String after) {
        changes.computeIfAbsent(change, key -> new Tally()).add(new Sample(row, before, after));
    }
}
