package vn.diemcau.attendance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.enrolment.Required;

/**
 * Turns, by outcome. Required = present + substituted + excused + unexcused + undetermined, always; the modes add up to present.
 * A rate is Σ present / Σ required on these integers, never a mean of percentages.
 *
 * @param exempt freed from taking part (miễn sinh hoạt)
 * @param otherwiseFree suspended or on special duty
 * @param exemptPresent freed people who came all the same: apart, so that no rate passes 100%
 * @param others guests, invited people and walk-ins who came: never in the members' rate
 */
public record Counts(
        int required,
        int present,
        int substituted,
        int excused,
        int unexcused,
        int undetermined,
        int late,
        int leftEarly,
        int madeUp,
        int mainHall,
        int linked,
        int broadcast,
        int remote,
        int exempt,
        int otherwiseFree,
        int exemptPresent,
        int others) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** One person's part of the counts. */
    public static Counts of(Required.Standing entry, Outcome outcome) {
        boolean present = outcome.present();
        return switch (entry) {
            case REQUIRED -> ofRequired(outcome);
            case EXEMPT -> free(1, 0, present);
            case SUSPENDED, ON_DUTY -> free(0, 1, present);
            case GUEST, INVITED -> new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, one(present));
        };
    }

    private static Counts ofRequired(Outcome outcome) {
        boolean present = outcome.present();
        PresenceMode mode = outcome.mode();
        return new Counts(
                1,
                one(present),
                one(outcome.standing() == Standing.SUBSTITUTED),
                one(outcome.standing() == Standing.EXCUSED),
                one(outcome.standing() == Standing.UNEXCUSED),
                one(outcome.standing() == Standing.UNDETERMINED),
                one(present && outcome.flags().contains(Flag.LATE)),
                one(present && outcome.flags().contains(Flag.LEFT_EARLY)),
                one(!present && outcome.flags().contains(Flag.MADE_UP)),
                one(present && (mode == PresenceMode.MAIN_HALL || mode == null)),
                one(present && mode == PresenceMode.LINKED),
                one(present && mode == PresenceMode.BROADCAST),
                one(present && mode == PresenceMode.REMOTE),
                0,
                0,
                0,
                0);
    }

    private static Counts free(int exempt, int otherwise, boolean present) {
        return new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, exempt, otherwise, one(present), 0);
    }

    private static int one(boolean holds) {
        return holds ? 1 : 0;
    }

    public Counts plus(Counts other) {
        return new Counts(
                required + other.required,
                present + other.present,
                substituted + other.substituted,
                excused + other.excused,
                unexcused + other.unexcused,
                undetermined + other.undetermined,
                late + other.late,
                leftEarly + other.leftEarly,
                madeUp + other.madeUp,
                mainHall + other.mainHall,
                linked + other.linked,
                broadcast + other.broadcast,
                remote + other.remote,
                exempt + other.exempt,
                otherwiseFree + other.otherwiseFree,
                exemptPresent + other.exemptPresent,
                others + other.others);
    }

    /** What is left when the parts are taken away, field by field; null when a part exceeds the whole. */
    public @Nullable Counts less(Counts parts) {
        Counts left = new Counts(
                required - parts.required,
                present - parts.present,
                substituted - parts.substituted,
                excused - parts.excused,
                unexcused - parts.unexcused,
                undetermined - parts.undetermined,
                late - parts.late,
                leftEarly - parts.leftEarly,
                madeUp - parts.madeUp,
                mainHall - parts.mainHall,
                linked - parts.linked,
                broadcast - parts.broadcast,
                remote - parts.remote,
                exempt - parts.exempt,
                otherwiseFree - parts.otherwiseFree,
                exemptPresent - parts.exemptPresent,
                others - parts.others);
        return left.negative() ? null : left;
    }

    private boolean negative() {
        int signs = required
                | present
                | substituted
                | excused
                | unexcused
                | undetermined
                | late
                | leftEarly
                | madeUp
                | mainHall
                | linked
                | broadcast
                | remote
                | exempt
                | otherwiseFree
                | exemptPresent
                | others;
        return signs < 0;
    }

    /** Whether the sums close; figures that do not are never exported as final. */
    public boolean closes() {
        return required == present + substituted + excused + unexcused + undetermined
                && present == mainHall + linked + broadcast + remote
                && late <= present
                && leftEarly <= present
                && madeUp <= required - present;
    }

    /** By the names on the wire, in their order. */
    public Map<String, Integer> asMap() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("required", required);
        map.put("present", present);
        map.put("substituted", substituted);
        map.put("excused", excused);
        map.put("unexcused", unexcused);
        map.put("undetermined", undetermined);
        map.put("late", late);
        map.put("leftEarly", leftEarly);
        map.put("madeUp", madeUp);
        map.put("mainHall", mainHall);
        map.put("linked", linked);
        map.put("broadcast", broadcast);
        map.put("remote", remote);
        map.put("exempt", exempt);
        map.put("otherwiseFree", otherwiseFree);
        map.put("exemptPresent", exemptPresent);
        map.put("others", others);
        return map;
    }

    /** The reverse of {@link #asMap()}; what is missing is 0. */
    public static Counts of(Map<String, ? extends Object> map) {
        return new Counts(
                at(map, "required"),
                at(map, "present"),
                at(map, "substituted"),
                at(map, "excused"),
                at(map, "unexcused"),
                at(map, "undetermined"),
                at(map, "late"),
                at(map, "leftEarly"),
                at(map, "madeUp"),
                at(map, "mainHall"),
                at(map, "linked"),
                at(map, "broadcast"),
                at(map, "remote"),
                at(map, "exempt"),
                at(map, "otherwiseFree"),
                at(map, "exemptPresent"),
                at(map, "others"));
    }

    private static int at(Map<String, ? extends Object> map, String key) {
        return map.get(key) instanceof Number number ? number.intValue() : 0;
    }
}
