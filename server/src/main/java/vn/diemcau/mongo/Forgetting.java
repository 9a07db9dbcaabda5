package vn.diemcau.mongo;

import io.vertx.core.Future;
import java.util.List;

/**
 * What a feature does beside its declared holdings when a person is forgotten: files, and words beside records that stay. It runs before
 * the holdings are blanked, which it may look for them by; done again it changes nothing more.
 */
public interface Forgetting {
    /** Stands where a name was. */
    String NOBODY = "—";

    /**
     * Completes when it is durable.
     *
     * @param accounts of the person; at most one
     */
    Future<Void> forget(String person, List<String> accounts);
}
