package vn.diemcau.recording;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.problem.Problem;
import vn.diemcau.recording.Watched.MadeUp;
import vn.diemcau.recording.Watched.Unsettled;
import vn.diemcau.schedule.Schedule;

/** Use case: count what a person saw, and tell attendance once it makes up for an absence. */
final class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final int TRIES = 10;

    private final WatchStore store;
    private final PlayingStore playing;
    private final RecordingStore recordings;
    private final Schedule schedule;
    private final Enrolments enrolments;
    private final InstantSource clock;
    private Recordings.@Nullable Seen listener;

    Watching(
            WatchStore store,
            PlayingStore playing,
            RecordingStore recordings,
            Schedule schedule,
            Enrolments enrolments,
            InstantSource clock) {
        this.store = store;
        this.playing = playing;
        this.recordings = recordings;
        this.schedule = schedule;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    void whenSeen(Recordings.Seen told) {
        listener = told;
    }

    /** Fails with plays_elsewhere when another page of the person plays a recording. */
    Future<Watched> handle(Recording recording, String person, Watched.Report report) {
        Instant now = clock.instant();
        return playing.begin(person, report.stream(), report.takeOver(), now)
                .compose(since -> required(recording, person).compose(required -> {
                    UnaryOperator<Watched> change =
                            before -> before.after(report, recording.seconds(), since.orElse(null), now)
                                    .judged(recording.rule(), recording.seconds(), required.orElse(null), now);
                    return attempt(recording, person, change, TRIES);
                }));
    }

    /** The recording's session if the person is required in it, so that there is something to make up for. */
    private Future<Optional<String>> required(Recording recording, String person) {
        String session = recording.session();
        return session == null
                ? Future.succeededFuture(Optional.empty())
                : enrolments.entry(session, person).map(entry -> entry.filter(there -> there.counted())
                        .map(there -> session));
    }

    private Future<Watched> attempt(Recording recording, String person, UnaryOperator<Watched> change, int tries) {
        return store.find(recording.id(), person).compose(found -> {
            Watched before = found.orElseGet(() -> Watched.nothing(recording.id(), person));
            Watched after = change.apply(before);
            return keep(before, after)
                    .compose(kept -> kept
                            ? Future.succeededFuture(after)
                            : again(tries, () -> attempt(recording, person, change, tries - 1)));
        });
    }

    /**
     * Somebody who runs the session agrees, or does not. Fails with no_session when there is none to make up for, with not_required when
     * the person is not required in it, with nothing_proposed, or already_counted.
     */
    Future<Watched> decide(Recording recording, String person, boolean agreed) {
        if (recording.session() == null)
            return Future.failedFuture(
                    Problem.conflict("no_session", "The recording belongs to no session; give it to one first."));
        return required(recording, person)
                .compose(required -> store.find(recording.id(), person).compose(found -> {
                    Watched before = found.filter(each -> each.decidable(recording.rule(), recording.seconds()))
                            .orElseThrow(() -> Problem.conflict("nothing_proposed", "Not enough was seen so far."));
                    MadeUp next = agreed ? MadeUp.COUNTED : MadeUp.REFUSED;
                    if (before.madeUp() == next) return Future.succeededFuture(before);
                    if (before.madeUp() == MadeUp.COUNTED)
                        throw Problem.conflict("already_counted", "Attendance was told; correct it there.");
                    String session = required.orElseThrow(
                            () -> Problem.conflict("not_required", "The person is not required in the session."));
                    Watched after = before.become(next, session, clock.instant());
                    return keep(before, after)
                            .compose(kept -> kept
                                    ? Future.succeededFuture(after)
                                    : Future.failedFuture(
                                            Problem.conflict("changed_meanwhile", "Somebody else decided.")));
                }));
    }

    private Future<Boolean> keep(Watched before, Watched after) {
        boolean news = after.madeUp() == MadeUp.COUNTED && before.madeUp() != MadeUp.COUNTED;
        return store.keep(after, news).map(kept -> {
            if (kept && news) tell(after).onFailure(failure -> LOG.warn("attendance was not told", failure));
            return kept;
        });
    }

    private static <T> Future<T> again(int tries, java.util.function.Supplier<Future<T>> attempt) {
        return tries > 0
                ? attempt.get()
                : Future.failedFuture(Problem.unavailable("busy", "Too many reports at once; send it again."));
    }

    /** Tells attendance what a crash kept from being told; what cannot be told now waits behind the others. */
    Future<Void> tellAll() {
        return store.untold().compose(untold -> {
            List<Future<Void>> all = new ArrayList<>();
            for (Watched watched : untold)
                all.add(tell(watched).recover(failure -> {
                    LOG.warn("attendance was not told", failure);
                    return store.later(watched, clock.instant());
                }));
            return Future.join(all).mapEmpty();
        });
    }

    /** Only what still is of the session that it counts for: from here on the recording stays with it. What can never be told is settled. */
    private Future<Void> tell(Watched watched) {
        Recordings.Seen told = listener;
        if (told == null) return Future.succeededFuture();
        return session(watched).compose(known -> {
            if (known.isEmpty()) return settle(watched, Unsettled.NO_SESSION);
            String id = known.get();
            return schedule.session(id).compose(planned -> {
                if (planned.isEmpty()) return settle(watched, Unsettled.SESSION_GONE);
                Duration length =
                        Duration.between(planned.get().startsAt(), planned.get().endsAt());
                Instant at = watched.reachedAt() == null ? clock.instant() : watched.reachedAt();
                return recordings.counted(watched.recording(), id).compose(recording -> {
                    if (recording.isEmpty()) return settle(watched, Unsettled.MOVED);
                    int minutes = watched.minutesOf(length, recording.get().seconds());
                    return told.seen("watched-" + watched.recording(), id, watched.person(), minutes, at)
                            .compose(done -> store.told(watched));
                });
            });
        });
    }

    /** Those of earlier versions do not say for which session they count. */
    private Future<Optional<String>> session(Watched watched) {
        String session = watched.session();
        return session != null
                ? Future.succeededFuture(Optional.of(session))
                : recordings.find(watched.recording()).map(found -> found.map(Recording::session));
    }

    private Future<Void> settle(Watched watched, Unsettled why) {
        LOG.warn("watching of {} makes up for nothing: {}", watched.recording(), why);
        return store.settle(watched, why);
    }
}
