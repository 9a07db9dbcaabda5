package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Use case: bring a programme's span, its count and the numbers of its sessions into line with the sessions it has. */
final class RecountProgramme {
    private static final int TRIES = 8;

    private final ProgrammeStore programmes;
    private final SessionStore sessions;

    RecountProgramme(ProgrammeStore programmes, SessionStore sessions) {
        this.programmes = programmes;
        this.sessions = sessions;
    }

    /** May be repeated at will; does nothing for a programme that is gone. */
    Future<Void> handle(String programme) {
        return handle(programme, TRIES);
    }

    private Future<Void> handle(String id, int tries) {
        return programmes.get(id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            return sessions.ofProgrammeBriefly(id).compose(all -> {
                Programme before = found.get();
                Programme after = spanning(before, all);
                Future<Void> numbered = sessions.number(numbers(all));
                if (after.equals(before)) return numbered;
                return numbered.compose(done -> programmes.replace(after)).compose(written -> {
                    if (written.isPresent() || tries == 1) return Future.succeededFuture();
                    return handle(id, tries - 1);
                });
            });
        });
    }

    /** Cancelled sessions do not count, unless nothing else is left to say when it was meant to be. */
    static Programme spanning(Programme programme, List<Session> all) {
        List<Session> held = all.stream()
                .filter(session -> session.state() != State.CANCELLED)
                .toList();
        List<Session> known = held.isEmpty() ? all : held;
        Instant start = known.stream()
                .map(Session::startsAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Instant end = known.stream()
                .map(Session::endsAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return programme.withSpan(start, end, held.size());
    }

    /** Drafts are numbered by start. Once one was issued people know the numbers: they stay, and newcomers follow. */
    static Map<String, Integer> numbers(List<Session> byStart) {
        boolean known = byStart.stream().anyMatch(session -> session.state() != State.DRAFT);
        Map<String, Integer> numbers = new HashMap<>();
        int last = known ? byStart.stream().mapToInt(Session::number).max().orElse(0) : 0;
        for (Session session : byStart) {
            if (known && session.number() > 0) continue;
            int number = ++last;
            if (session.number() != number) numbers.put(session.id(), number);
        }
        return numbers;
    }
}
