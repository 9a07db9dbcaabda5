package vn.diemcau.schedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions and sites for tests of rules. */
final class Sample {
    static final Instant START = Instant.parse("2026-12-07T00:30:00Z");

    private Sample() {}

    static Session session(String id, State state, int fromHour, int toHour) {
        return session(id, state, fromHour, toHour, null, List.of());
    }

    static Session session(
            String id, State state, int fromHour, int toHour, @Nullable String lecturer, List<Site> sites) {
        return new Session(
                id,
                "p-" + id,
                ProgrammeKind.CLASS,
                "Lớp " + id,
                "T19",
                "/T19/",
                1,
                null,
                lecturer,
                4,
                START.plusSeconds(fromHour * 3600L),
                START.plusSeconds(toHour * 3600L),
                Mode.HYBRID,
                state,
                "default",
                false,
                0,
                "dc-room",
                List.of(),
                sites,
                false,
                0);
    }

    static Site site(String id, @Nullable String place, int seats, @Nullable String phone, String... units) {
        return new Site(id, Site.Kind.LINKED, "Điểm " + id, place, null, seats, null, phone, List.of(units));
    }
}
