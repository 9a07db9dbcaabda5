package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Use case: what of a programme's plan does not go together with itself, with other plans, or with the rooms. */
final class ListClashes {
    /** Sessions of one programme mostly have the same people: the first ones tell. */
    private static final int MOST_COUNTED = 8;

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
            return people(mine).compose(people -> sessions.between(from, to, "/")
                    .map(others -> Clashes.of(
                            mine,
                            others.stream()
                                    .filter(other -> other.kind() != ProgrammeKind.CELL_MEETING)
                                    .toList(),
                            people)));
        });
    }

    /** One session after the other: a list may hold tens of thousands of people. */
    private Future<Map<String, Map<String, Integer>>> people(List<Session> mine) {
        Map<String, Map<String, Integer>> people = new HashMap<>();
        Future<Void> chain = Future.succeededFuture();
        for (Session session : mine) {
            if (session.state() != State.ISSUED || people.size() == MOST_COUNTED) continue;
            people.put(session.id(), Map.of());
            chain = chain.compose(done -> expected.of(session.id()))
                    .onSuccess(bySite -> people.put(session.id(), bySite))
                    .mapEmpty();
        }
        return chain.map(done -> people);
    }
}
