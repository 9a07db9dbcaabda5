package vn.diemcau.material;

import java.time.Instant;
import vn.diemcau.files.StoredFile;

/**
 * A report (bài thu hoạch) that a person handed in for a programme; the last one handed in counts.
 *
 * @param times how often they handed one in
 */
record Reflection(String programme, String person, String name, StoredFile file, Instant at, int times) {
    /**
     * What was asked for.
     *
     * @param task what to write about, or empty
     */
    record Asked(String programme, Instant deadline, String task) {
        boolean late(Reflection handedIn) {
            return handedIn.at().isAfter(deadline);
        }
    }
}
