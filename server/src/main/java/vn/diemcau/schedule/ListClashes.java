package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Use case: what of a programme's plan does not go together with itself, with other plans, or with the rooms. */
final class ListClashes {
    private final SessionStore sessions;
    private final Expected expected;

    ListClashes(SessionStore sessions, Expected expected) {
        this.sessions = sessions;
        this.expected = expected;
    }

    /** Cell meetings are left out of the comparison: nobody plans them centrally. */
    Future<List<Clash>> handle(Programme programme) {
        return sessions.ofProgramme(programme.id()).compose(mine -> {
            if (mine.isEmpty()) return Future.succeededFuture(List.of());
            Instant from = mine.get(0).startsAt();
            Instant to = mine.stream()
                    .map(Session::endsAt)
                    .max(Comparator.naturalOrder())
                    .orElse(from);
            Map<String, Map<String, Integer>> people = new HashMap<>();
            List<Future<Void>> counted = mine.stream()
                    .map(session -> expected.of(session.id()).<Void>map(bySite -> {
                        people.put(session.id(), bySite);
                        return null;
                    }))
                    .toList();
            return Future.all(counted)
                    .compose(done -> sessions.between(from, to, "/"))
                    .map(others -> Clashes.of(
                            mine,
                            others.stream()
                                    .filter(other -> other.kind() != ProgrammeKind.CELL_MEETING)
                                    .toList(),
                            people));
        });
    }
}
