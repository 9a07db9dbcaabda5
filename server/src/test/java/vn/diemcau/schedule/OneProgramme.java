package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One programme with one session. */
public final class OneProgramme implements Schedule {
    private final Instant start;
    private final Programme programme;
    private final Session session;

    /** @param start of the programme {@code p} and its session {@code s}, which lasts an hour */
    public OneProgramme(Instant start) {
        this.start = start;
        Instant end = start.plusSeconds(3600);
        programme = new Programme(
                "p",
                ProgrammeKind.CLASS,
                "Lớp",
                "T19",
                "/T19/",
                null,
                Mode.HYBRID,
                State.ISSUED,
                "default",
                false,
                List.of(),
                start,
                end,
                1,
                start,
                1,
                null);
        session = another("s");
    }

    /** A session like the programme's under another id, which is not found by it. */
    public Session another(String id) {
        return new Session(
                id,
                "p",
                ProgrammeKind.CLASS,
                "Lớp",
                "T19",
                "/T19/",
                1,
                null,
                null,
                4,
                start,
                start.plusSeconds(3600),
                Mode.HYBRID,
                State.ISSUED,
                "default",
                false,
                0,
                "room",
                List.of(),
                List.of(),
                false,
                1);
    }

    @Override
    public Future<Optional<Programme>> programme(String id) {
        return Future.succeededFuture(
                Optional.of(programme).filter(known -> known.id().equals(id)));
    }

    @Override
    public Future<Optional<Session>> session(String id) {
        return Future.succeededFuture(
                Optional.of(session).filter(known -> known.id().equals(id)));
    }

    @Override
    public Future<List<Session>> sessions(Collection<String> ids) {
        return Future.succeededFuture(ids.contains("s") ? List.of(session) : List.of());
    }

    @Override
    public Future<List<Session>> sessionsOf(String of) {
        return Future.succeededFuture(of.equals("p") ? List.of(session) : List.of());
    }

    @Override
    public Future<List<Session>> between(Instant from, Instant to, String unitPathPrefix) {
        return Future.succeededFuture(List.of(session));
    }
}
