package vn.diemcau.attendance;

import java.util.Locale;

/**
 * One step of why: a piece of evidence, whether it won, and the rule that says so.
 *
 * @param evidence the id of the evidence, or empty when the absence of any is the reason
 */
public record Reason(String evidence, Weight weight, Why why) {
    /** Whether the evidence decided or was set aside. */
    public enum Weight {
        WON,
        LOST;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The rules, by name; the client has a sentence for each. */
    public enum Why {
        CAME_IN,
        CAME_IN_AT_OTHER_SITE,
        CALLED_IN_ROLL,
        ON_PAPER,
        DECLARED_FROM,
        WENT_OUT,
        WENT_OUT_AND_CAME_BACK,
        OUT_WITHOUT_IN,
        AFTER_THE_END,
        CONNECTED,
        CONNECTED_SO_FAR,
        CONNECTED_TOO_SHORT,
        SAME_AS_EARLIER,
        UNDONE,
        UNDOES,
        WALK_IN_OF_THIS_PERSON,
        MERGED_INTO_PERSON,
        EXCUSE_APPROVED,
        SUBSTITUTE_APPROVED,
        SUBSTITUTE_CAME,
        SUBSTITUTE_NOT_YET,
        PRESENCE_OUTWEIGHS,
        WATCHED_ENOUGH,
        WATCHED_TOO_LITTLE,
        CORRECTED,
        LATER_CORRECTION,
        CORRECTION_OUTWEIGHS,
        NOT_OF_A_PERSON,
        NOTHING_AND_CLOSED,
        /** Closed without a roll by name: nobody knows who was there, so nobody is absent. */
        ROLL_NOT_TAKEN,
        NOTHING_YET;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
