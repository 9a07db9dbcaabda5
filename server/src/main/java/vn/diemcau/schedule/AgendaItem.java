package vn.diemcau.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One point of a session's agenda. */
public record AgendaItem(
        @Nullable Instant at, String topic, @Nullable String presenter) {}
