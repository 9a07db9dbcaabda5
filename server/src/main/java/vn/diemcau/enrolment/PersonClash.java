package vn.diemcau.enrolment;

import java.util.List;
import vn.diemcau.schedule.Session;

/**
 * People whom two sessions at the same time summon.
 *
 * @param other the other session
 * @param persons how many
 * @param some a few of them
 * @param weight which summons weighs more: the one of the higher level
 */
record PersonClash(Session other, int persons, List<Entry> some, Weight weight) {
    /** Which of the two sessions the higher level holds. */
    enum Weight {
        THIS,
        OTHER,
        EQUAL
    }

    /** By the level of the holder: the shorter its path, the higher. */
    static Weight weigh(Session one, Session other) {
        int here = level(one.unitPath());
        int there = level(other.unitPath());
        if (here == there) return Weight.EQUAL;
        return here < there ? Weight.THIS : Weight.OTHER;
    }

    private static int level(String path) {
        return path.split("/").length;
    }
}
