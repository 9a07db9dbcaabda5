package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Function;

/** How many people are expected at each site of a session: known further down the flow; Platform connects whoever knows. */
public final class Expected {
    private Function<String, Future<Map<String, Integer>>> source = session -> Future.succeededFuture(Map.of());

    /** @param counts from a session's id to the number of people by site id */
    public void from(Function<String, Future<Map<String, Integer>>> counts) {
        source = counts;
    }

    Future<Map<String, Integer>> of(String session) {
        return source.apply(session);
    }
}
