package vn.diemcau.material;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What other features may ask of reports that were handed in (bài thu hoạch). */
public interface HandedIn {
    /** Who has handed one in for the programme. */
    Future<Set<String>> of(String programme);

    /** Those handed in within [from, to). */
    Future<List<One>> between(Instant from, Instant to);

    /** One person's, for one programme. */
    record One(String programme, String person) {}
}
