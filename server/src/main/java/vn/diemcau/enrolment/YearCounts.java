package vn.diemcau.enrolment;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The sums of one person's year: what was required, and what became of it. */
final class YearCounts {
    private int required;
    private int present;
    private int substituted;
    private int excused;
    private int unexcused;
    private int undetermined;
    private int late;
    private int leftEarly;
    private int madeUp;

    void add(Required entry, MyAttendance.@Nullable Attended attended) {
        if (!entry.counted()) return;
        required++;
        if (attended == null) {
            undetermined++;
            return;
        }
        switch (attended.standing()) {
            case "present" -> present++;
            case "substituted" -> substituted++;
            case "excused" -> excused++;
            case "unexcused" -> unexcused++;
            default -> undetermined++;
        }
        if (attended.flags().contains("late")) late++;
        if (attended.flags().contains("left_early")) leftEarly++;
        if (attended.madeUp()) madeUp++;
    }

    JsonObject json() {
        return new JsonObject()
                .put("required", required)
                .put("present", present)
                .put("substituted", substituted)
                .put("excused", excused)
                .put("unexcused", unexcused)
                .put("undetermined", undetermined)
                .put("late", late)
                .put("leftEarly", leftEarly)
                .put("madeUp", madeUp);
    }
}
