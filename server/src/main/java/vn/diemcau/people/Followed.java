package vn.diemcau.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that went over, or ended, when a reorganisation was applied, so that taking it back brings back what is still there.
 *
 * @param id of the thing; for posts the person's
 * @param from the unit it hung on
 * @param to the unit it hangs on since, or empty when it ended
 * @param detail what else is needed to bring it back: the role, or the title of the post; empty otherwise
 * @param until the last day it would have had, or null
 */
public record Followed(
        Affected.What what,
        String id,
        String from,
        String to,
        String detail,
        @Nullable LocalDate until) {
    public Followed(Affected.What what, String id, String from, String to) {
        this(what, id, from, to, "", null);
    }
}
