package vn.diemcau.meeting;

import io.vertx.core.Future;
import java.util.List;

/** Told of connections to meetings; completes when whoever listens has them durably. The same may be told again. */
public interface Heard {
    Future<Void> heard(List<Connection> connections);
}
