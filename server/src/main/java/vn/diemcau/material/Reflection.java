package vn.diemcau.material;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.StoredFile;

/**
 * A report (bài thu hoạch) that a person handed in for a programme; the last one handed in counts.
 *
 * @param file null once its person was forgotten
 * @param times how often they handed one in
 */
record Reflection(
        String programme,
        String person,
        String name,
        @Nullable StoredFile file,
        Instant at,
        int times) {
    long size() {
        return file == null ? 0 : file.size();
    }

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
