package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A list with one person on it, whom also another name leads to. */
public final class OneList implements Enrolments {
    private final Required required = new Required(
            "s",
            "a",
            1,
            Required.Standing.REQUIRED,
            "Hoàng Thị Mai",
            "mai",
            "hoang thi mai",
            1980,
            "T19",
            "Đảng bộ tỉnh",
            List.of("party:/T19/"),
            null,
            null,
            null,
            null,
            Required.Reply.NONE);

    @Override
    public Future<Integer> version(String session) {
        return Future.succeededFuture(1);
    }

    @Override
    public Future<Void> each(String session, Consumer<Required> consumer) {
        consumer.accept(required);
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Required>> atSite(String session, @Nullable String site) {
        return Future.succeededFuture(List.of(required));
    }

    @Override
    public Future<Optional<Required>> entry(String session, String person) {
        return Future.succeededFuture(
                Optional.of(required).filter(known -> Set.of("a", "b").contains(person)));
    }

    @Override
    public Future<List<Required>> of(String person, Instant from, Instant to) {
        return Future.succeededFuture(List.of(required));
    }
}
