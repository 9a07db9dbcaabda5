package vn.diemcau.meeting;

import io.vertx.core.Future;
import java.util.List;

/**
 * Told of connections to meetings; completes when whoever listens has them durably, and answers how many were not taken because another
 * telling of them stands. The same may be told again.
 */
public interface Heard {
    Future<Integer> heard(List<Connection> connections);
}
