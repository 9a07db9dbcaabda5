package vn.diemcau.recording;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.StoredFile;
import vn.diemcau.files.Uploads;
import vn.diemcau.problem.Problem;
import vn.diemcau.recording.Recording.Rule;
import vn.diemcau.recording.Recording.State;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: a recording is expected, begins to arrive, and is there. Each step twice is once. */
final class TakeRecording {
    static final String PURPOSE = "recording";
    /** After its end a session's recording should be here within this. */
    private static final Duration PATIENCE = Duration.ofHours(6);

    private static final int MOST_EXPECTED = 20;

    /**
     * What arrived, as its sender tells it.
     *
     * @param key of the sender
     * @param session null when only the room is known
     * @param sha256 of the file as the sender has it, or null when nobody reckoned it
     */
    record Arrival(
            String key,
            String upload,
            String owner,
            @Nullable Session session,
            String title,
            Instant startedAt,
            int seconds,
            @Nullable String sha256) {}

    private final RecordingStore recordings;
    private final Schedule schedule;
    private final Uploads uploads;
    private final int days;
    private final InstantSource clock;

    TakeRecording(RecordingStore recordings, Schedule schedule, Uploads uploads, int days, InstantSource clock) {
        this.recordings = recordings;
        this.schedule = schedule;
        this.uploads = uploads;
        this.days = days;
        this.clock = clock;
    }

    /** The session that somebody names by its id or by its meeting room. */
    Future<Optional<Session>> session(String id, String room) {
        if (!id.isEmpty()) return schedule.session(id);
        return room.isEmpty() ? Future.succeededFuture(Optional.empty()) : schedule.inRoom(room);
    }

    /** One recording of the session is expected from now on; asked again, the same one, unless that was tied elsewhere or removed. */
    Future<Recording> expect(Session session) {
        return expect(session, 1);
    }

    private Future<Recording> expect(Session session, int attempt) {
        String id = "expected-" + session.id() + (attempt == 1 ? "" : "-" + attempt);
        Recording expected = fresh(id, null, session, title(session), session.startsAt());
        return recordings
                .add(expected)
                .compose(added -> recordings.find(expected.id()))
                .map(Optional::orElseThrow)
                .compose(there -> {
                    boolean another = !session.id().equals(there.session()) || there.state() == State.REMOVED;
                    return another && attempt < MOST_EXPECTED
                            ? expect(session, attempt + 1)
                            : Future.succeededFuture(there);
                });
    }

    /** Bytes begin to come. */
    Future<Void> arriving(Session session, String key) {
        return recordings
                .byKey(key)
                .compose(known -> known.isPresent()
                        ? Future.succeededFuture()
                        : recordings.arriving(session.id(), key).mapEmpty());
    }

    /** Fails with checksum_differs, and then the upload can be given up and sent again, or as {@link Uploads#take} does. */
    Future<Recording> handle(Arrival arrival) {
        return recordings.byKey(arrival.key()).compose(known -> {
            if (known.filter(there -> there.file() != null).isPresent()) return Future.succeededFuture(known.get());
            if (known.filter(there -> there.state() == State.REMOVED).isPresent())
                return Future.succeededFuture(known.get());
            return uploads.about(arrival.upload(), arrival.owner()).compose(about -> {
                if (arrival.sha256() != null && !arrival.sha256().equals(about.sha256()) && about.sha256() != null)
                    return Future.failedFuture(
                            Problem.conflict("checksum_differs", "What arrived is not what was sent; send it again."));
                return uploads.take(arrival.upload(), arrival.owner(), PURPOSE, arrival.key())
                        .compose(file ->
                                place(arrival).compose(recording -> ready(recording, arrival, about.name(), file)));
            });
        });
    }

    /** The entry that was waiting for it, or a new one. */
    private Future<Recording> place(Arrival arrival) {
        Session session = arrival.session();
        Future<Optional<Recording>> waiting =
                session == null ? recordings.byKey(arrival.key()) : recordings.arriving(session.id(), arrival.key());
        return waiting.compose(found -> {
            if (found.isPresent()) return Future.succeededFuture(found.get());
            Recording fresh = fresh(arrival.key(), arrival.key(), session, arrival.title(), arrival.startedAt());
            return recordings
                    .add(fresh)
                    .compose(added -> recordings.find(fresh.id()))
                    .map(Optional::orElseThrow);
        });
    }

    private Future<Recording> ready(Recording recording, Arrival arrival, String name, StoredFile file) {
        Instant removeAfter = clock.instant().plus(Duration.ofDays(days));
        return recordings
                .ready(recording.id(), name, file, arrival.startedAt(), arrival.seconds(), removeAfter)
                .compose(kept -> kept.isPresent()
                        ? Future.succeededFuture(kept.get())
                        : recordings.find(recording.id()).map(Optional::orElseThrow));
    }

    static String title(Session session) {
        return session.topic() == null ? session.title() : session.topic();
    }

    private Recording fresh(
            String id, @Nullable String key, @Nullable Session session, String title, Instant startedAt) {
        return new Recording(
                id,
                key,
                session == null ? null : session.id(),
                session == null ? null : session.programme(),
                session == null ? "/" : session.unitPath(),
                session == null ? title : title(session),
                key == null ? State.EXPECTED : State.ARRIVING,
                startedAt,
                session == null ? clock.instant() : session.endsAt().plus(PATIENCE),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                Rule.USUAL,
                false,
                false);
    }
}
