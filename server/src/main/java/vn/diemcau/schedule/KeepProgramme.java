package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/** Use case: make a programme under the sender's id, or change the one that stands there; its sessions follow. */
final class KeepProgramme {
    /** The policy of attendance and the campaign of programmes that name none. */
    static final String USUAL_POLICY = "default";

    /** A programme as it is asked for. */
    record Wish(
            String id,
            ProgrammeKind kind,
            String title,
            String unit,
            @Nullable String campaign,
            @Nullable Training training,
            Mode mode,
            String policy,
            boolean rehearsal,
            List<Site> sites) {}

    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final ChangeSession change;
    private final InstantSource clock;

    KeepProgramme(ProgrammeStore programmes, SessionStore sessions, ChangeSession change, InstantSource clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.change = change;
        this.clock = clock;
    }

    /** Fails with CONFLICT id_reused when the id stands for a programme of another unit. */
    Future<Programme> make(Wish wish, String unitPath) {
        Programme fresh = new Programme(
                        wish.id(),
                        wish.kind(),
                        wish.title(),
                        wish.unit(),
                        unitPath,
                        wish.campaign(),
                        wish.mode(),
                        State.DRAFT,
                        wish.policy(),
                        wish.rehearsal(),
                        wish.sites(),
                        null,
                        null,
                        0,
                        clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                        0,
                        null)
                .trainedAs(wish.training());
        return programmes
                .add(fresh)
                .compose(added -> added ? Future.succeededFuture(Optional.of(fresh)) : programmes.get(wish.id()))
                .map(found -> found.filter(there -> there.unit().equals(wish.unit()))
                        .orElseThrow(() -> Problem.conflict("id_reused", "The id stands for another programme.")));
    }

    /** Other texts, whose copies in the sessions follow. Fails with CONFLICT changed_meanwhile. */
    Future<Programme> edit(Programme before, Wish wish, Optional<Long> rev, String by) {
        if (rev.isPresent() && rev.get() != before.rev()) return Future.failedFuture(ChangeSession.changedMeanwhile());
        Programme after = before.withTexts(wish.kind(), wish.title(), wish.campaign(), wish.mode(), wish.policy())
                .trainedAs(wish.training());
        if (after.equals(before)) return Future.succeededFuture(before);
        return programmes
                .replace(after)
                .map(written -> written.orElseThrow(ChangeSession::changedMeanwhile))
                .compose(written -> follow(written, before.mode(), by)
                        .compose(done -> Objects.equals(before.campaign(), written.campaign())
                                ? Future.succeededFuture()
                                : sessions.tellAgain(written.id()))
                        .map(written));
    }

    private Future<Void> follow(Programme programme, Mode modeBefore, String by) {
        return sessions.ofProgrammeBriefly(programme.id()).compose(all -> {
            List<Future<Session>> followed = new ArrayList<>();
            for (Session session : all) {
                if (session.state() == State.CANCELLED || session.state() == State.ENDED) continue;
                followed.add(
                        change.write(session.id(), now -> following(now, programme, modeBefore), "edited", by, null));
            }
            return Future.all(followed).mapEmpty();
        });
    }

    /** A session that had the programme's mode has it still. */
    private static Session following(Session session, Programme programme, Mode modeBefore) {
        Session under = session.under(programme);
        return session.mode() == modeBefore
                ? under.withTexts(
                        session.topic(), session.lecturer(), session.periods(), programme.mode(), session.agenda())
                : under;
    }
}
