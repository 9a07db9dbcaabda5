package vn.diemcau.recording;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.problem.Problem;
import vn.diemcau.recording.Watched.MadeUp;
import vn.diemcau.schedule.Schedule;

/** Use case: count what a person saw, and tell attendance once it makes up for an absence. */
final class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final int TRIES = 10;

    private final WatchStore store;
    private final RecordingStore recordings;
    private final Schedule schedule;
    private final Enrolments enrolments;
    private final InstantSource clock;
    private Recordings.@Nullable Seen listener;

    Watching(
            WatchStore store,
            RecordingStore recordings,
            Schedule schedule,
            Enrolments enrolments,
            InstantSource clock) {
        this.store = store;
        this.recordings = recordings;
        this.schedule = schedule;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    void whenSeen(Recordings.Seen told) {
        listener = told;
    }

    /** Fails with plays_elsewhere when another page of the person plays this recording. */
    Future<Watched> handle(Recording recording, String person, Watched.Report report) {
        return counts(recording, person).compose(counts -> attempt(recording, person, report, counts, TRIES));
    }

    /** Whether the person is required in the session, so that there is something to make up for. */
    private Future<Boolean> counts(Recording recording, String person) {
        return recording.session() == null
                ? Future.succeededFuture(false)
                : enrolments.entry(recording.session(), person).map(entry -> entry.filter(there -> there.counted())
                        .isPresent());
    }

    private Future<Watched> attempt(
            Recording recording, String person, Watched.Report report, boolean counts, int tries) {
        Instant now = clock.instant();
        return store.find(recording.id(), person).compose(found -> {
            Watched before = found.orElseGet(() -> Watched.nothing(recording.id(), person));
            if (before.playsElsewhere(report, now))
                throw Problem.conflict("plays_elsewhere", "This recording plays on another page of yours.");
            Watched after = before.after(report, recording.seconds(), now)
                    .judged(recording.rule(), recording.seconds(), counts, now);
            return keep(recording, before, after)
                    .compose(kept -> kept
                            ? Future.succeededFuture(after)
                            : again(tries, () -> attempt(recording, person, report, counts, tries - 1)));
        });
    }

    /** Somebody who runs the session agrees, or does not. Fails with nothing_proposed. */
    Future<Watched> decide(Recording recording, String person, boolean agreed) {
        return store.find(recording.id(), person).compose(found -> {
            Watched before = found.filter(each -> each.madeUp() != MadeUp.NOT_YET)
                    .orElseThrow(() -> Problem.conflict("nothing_proposed", "Not enough was seen so far."));
            MadeUp next = agreed ? MadeUp.COUNTED : MadeUp.REFUSED;
            if (before.madeUp() == next) return Future.succeededFuture(before);
            if (before.madeUp() == MadeUp.COUNTED)
                throw Problem.conflict("already_counted", "Attendance was told; correct it there.");
            Watched after = before.become(next, clock.instant());
            return keep(recording, before, after)
                    .compose(kept -> kept
                            ? Future.succeededFuture(after)
                            : Future.failedFuture(Problem.conflict("changed_meanwhile", "Somebody else decided.")));
        });
    }

    private Future<Boolean> keep(Recording recording, Watched before, Watched after) {
        boolean news = after.madeUp() == MadeUp.COUNTED && before.madeUp() != MadeUp.COUNTED;
        return store.keep(after, news).map(kept -> {
            if (kept && news) tell(recording, after).onFailure(failure -> LOG.warn("attendance was not told", failure));
            return kept;
        });
    }

    private static <T> Future<T> again(int tries, java.util.function.Supplier<Future<T>> attempt) {
        return tries > 0
                ? attempt.get()
                : Future.failedFuture(Problem.unavailable("busy", "Too many reports at once; send it again."));
    }

    /** Tells attendance what a crash kept from being told. */
    Future<Void> tellAll() {
        return store.untold().compose(untold -> {
            List<Future<Void>> all = new ArrayList<>();
            for (Watched watched : untold)
                all.add(recordings.find(watched.recording()).compose(found -> found.map(
                                recording -> tell(recording, watched))
                        .orElse(Future.succeededFuture())));
            return Future.join(all).mapEmpty();
        });
    }

    private Future<Void> tell(Recording recording, Watched watched) {
        Recordings.Seen told = listener;
        String id = recording.session();
        Instant at = watched.reachedAt();
        if (told == null || id == null || at == null) return Future.succeededFuture();
        return schedule.session(id).compose((Optional<vn.diemcau.schedule.Session> session) -> {
            if (session.isEmpty()) return store.told(watched);
            Duration length =
                    Duration.between(session.get().startsAt(), session.get().endsAt());
            int minutes = watched.minutesOf(length, recording.seconds());
            return told.seen("watched-" + recording.id(), id, watched.person(), minutes, at)
                    .compose(done -> store.told(watched));
        });
    }
}
