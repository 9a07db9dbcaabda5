package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/** Use case: issue, cancel or end a programme with its sessions. Asked again after a crash it goes on where it stood. */
final class ChangeProgrammeState {
    private static final int TRIES = 5;

    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final ChangeSession change;
    private final RecountProgramme recount;
    private final AnnounceSession announce;
    private final InstantSource clock;

    ChangeProgrammeState(
            ProgrammeStore programmes,
            SessionStore sessions,
            ChangeSession change,
            RecountProgramme recount,
            AnnounceSession announce,
            InstantSource clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.change = change;
        this.recount = recount;
        this.announce = announce;
        this.clock = clock;
    }

    /** Issues the programme and every session that is a draft, also those added to an issued one. Fails with REFUSED no_sessions, state_not_allowed. */
    Future<Programme> issue(Programme programme, String by) {
        if (programme.state() != State.ISSUED && !programme.state().mayBecome(State.ISSUED)) {
            return Future.failedFuture(notAllowed(programme, State.ISSUED));
        }
        return sessions.ofProgrammeBriefly(programme.id()).compose(all -> {
            if (all.isEmpty()) {
                return Future.failedFuture(Problem.refused("no_sessions", "Add a session before issuing."));
            }
            return eachBecomes(all, session -> session.state() == State.DRAFT, State.ISSUED, by, null)
                    .compose(changed -> finish(programme, State.ISSUED, changed));
        });
    }

    /** Cancels the programme and every session that was issued or postponed and has not ended. Fails with REFUSED state_not_allowed. */
    Future<Programme> cancel(Programme programme, String by, String reason) {
        if (programme.state() != State.CANCELLED && !programme.state().mayBecome(State.CANCELLED)) {
            return Future.failedFuture(notAllowed(programme, State.CANCELLED));
        }
        return sessions.ofProgrammeBriefly(programme.id())
                .compose(all -> eachBecomes(
                        all, session -> session.state().mayBecome(State.CANCELLED), State.CANCELLED, by, reason))
                .compose(changed -> finish(programme, State.CANCELLED, changed));
    }

    /** Ends the programme and its issued sessions. Fails with REFUSED state_not_allowed, sessions_to_come. */
    Future<Programme> end(Programme programme, String by) {
        if (programme.state() != State.ENDED && !programme.state().mayBecome(State.ENDED)) {
            return Future.failedFuture(notAllowed(programme, State.ENDED));
        }
        Instant now = clock.instant();
        return sessions.ofProgrammeBriefly(programme.id()).compose(all -> {
            boolean toCome = all.stream()
                    .anyMatch(session ->
                            session.state() == State.ISSUED && session.endsAt().isAfter(now));
            if (toCome || all.stream().anyMatch(session -> session.state() == State.POSTPONED)) {
                return Future.failedFuture(Problem.refused(
                        "sessions_to_come", "Sessions are still to be held; hold, move or cancel them first."));
            }
            return eachBecomes(all, session -> session.state() == State.ISSUED, State.ENDED, by, null)
                    .compose(changed -> finish(programme, State.ENDED, changed));
        });
    }

    private Future<List<String>> eachBecomes(
            List<Session> all, Predicate<Session> those, State state, String by, @Nullable String reason) {
        List<String> ids = all.stream().filter(those).map(Session::id).toList();
        List<Future<Session>> changed = new ArrayList<>();
        for (String id : ids) {
            changed.add(change.write(
                    id,
                    session -> those.test(session) ? Transition.to(session, state, clock.instant()) : session,
                    ChangeSession.what(state),
                    by,
                    reason));
        }
        return Future.all(changed).map(ids);
    }

    private Future<Programme> finish(Programme programme, State state, List<String> changed) {
        return becomes(programme.id(), state, TRIES)
                .compose(done -> recount.handle(programme.id()))
                .compose(done -> announce.briefly(changed))
                .compose(done -> programmes.get(programme.id()))
                .map(found -> found.orElse(programme));
    }

    private Future<Void> becomes(String id, State state, int tries) {
        return programmes.get(id).compose(found -> {
            if (found.isEmpty() || found.get().state() == state) return Future.succeededFuture();
            if (!found.get().state().mayBecome(state)) return Future.failedFuture(notAllowed(found.get(), state));
            return programmes.replace(found.get().withState(state)).compose(written -> {
                if (written.isPresent()) return Future.succeededFuture();
                return tries > 1
                        ? becomes(id, state, tries - 1)
                        : Future.failedFuture(ChangeSession.changedMeanwhile());
            });
        });
    }

    private static Problem notAllowed(Programme programme, State state) {
        return Problem.refused(
                "state_not_allowed", "A programme that is " + programme.state() + " cannot become " + state + ".");
    }
}
