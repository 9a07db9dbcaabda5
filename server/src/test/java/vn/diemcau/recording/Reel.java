package vn.diemcau.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.diemcau.recording.Recording.Rule;
import vn.diemcau.recording.Recording.State;

/** Recordings that are told apart by what a test is about. */
final class Reel {
    static final Instant DUE = Instant.parse("2026-11-22T12:00:00Z");

    private Reel() {}

    static Recording of(State state, Instant dueAt) {
        return of("r", state, "s", "/T/", dueAt, null, null);
    }

    static Recording of(String id, State state, @Nullable String session, String unitPath, Instant dueAt) {
        return of(id, state, session, unitPath, dueAt, null, null);
    }

    static Recording of(State state, @Nullable Instant removeAfter, @Nullable Instant warnedAt) {
        return of("r", state, "s", "/T/", DUE, removeAfter, warnedAt);
    }

    private static Recording of(
            String id,
            State state,
            @Nullable String session,
            String unitPath,
            Instant dueAt,
            @Nullable Instant removeAfter,
            @Nullable Instant warnedAt) {
        return new Recording(
                id,
                null,
                session,
                "p",
                unitPath,
                "Buổi 1",
                state,
                dueAt,
                dueAt,
                1000,
                null,
                null,
                null,
                null,
                removeAfter,
                warnedAt,
                Rule.USUAL,
                false,
                false);
    }
}
