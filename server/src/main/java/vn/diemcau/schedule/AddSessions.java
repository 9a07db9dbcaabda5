package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/** Use case: give a programme more sessions; each has the sender's id, so that asking twice adds once. */
final class AddSessions {
    /** More than this no programme has. */
    static final int MOST = 500;

    /** A session as it is asked for; what is empty comes from the programme. */
    record New(
            String id,
            @Nullable String topic,
            @Nullable String lecturer,
            int periods,
            Instant startsAt,
            Instant endsAt,
            @Nullable Mode mode,
            List<AgendaItem> agenda) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SessionStore sessions;
    private final RecountProgramme recount;
    private final InstantSource clock;

    AddSessions(SessionStore sessions, RecountProgramme recount, InstantSource clock) {
        this.sessions = sessions;
        this.recount = recount;
        this.clock = clock;
    }

    /** Fails with REFUSED programme_over, too_many_sessions, with CONFLICT id_reused, and as {@link Transition#checkSpan}. */
    Future<List<Session>> handle(Programme programme, List<New> asked, String by) {
        if (programme.state() == State.CANCELLED || programme.state() == State.ENDED) {
            return Future.failedFuture(Problem.refused("programme_over", "The programme was cancelled or has ended."));
        }
        for (New one : asked) Transition.checkSpan(one.startsAt(), one.endsAt());
        return sessions.ofProgrammeBriefly(programme.id()).compose(there -> {
            if (there.size() + asked.size() > MOST) {
                return Future.failedFuture(Problem.refused("too_many_sessions", "At most " + MOST + " sessions."));
            }
            List<Future<Void>> added = new ArrayList<>();
            for (New one : asked) added.add(add(programme, one, by));
            return Future.all(added)
                    .compose(done -> recount.handle(programme.id()))
                    .compose(done -> sessions.ofProgramme(programme.id()));
        });
    }

    private Future<Void> add(Programme programme, New one, String by) {
        Session session = session(programme, one);
        Change change = new Change("made", by, clock.instant(), null);
        return sessions.add(session, change, null).compose(added -> {
            if (added) return Future.succeededFuture();
            return sessions.get(one.id())
                    .compose(there -> there.map(Session::programme).equals(Optional.of(programme.id()))
                            ? Future.<Void>succeededFuture()
                            : Future.failedFuture(Problem.conflict("id_reused", "The id stands for another session.")));
        });
    }

    private static Session session(Programme programme, New one) {
        return new Session(
                one.id(),
                programme.id(),
                programme.kind(),
                programme.title(),
                programme.unit(),
                programme.unitPath(),
                0,
                one.topic(),
                one.lecturer(),
                one.periods(),
                one.startsAt(),
                one.endsAt(),
                one.mode() == null ? programme.mode() : one.mode(),
                State.DRAFT,
                programme.policy(),
                programme.rehearsal(),
                0,
                unguessableRoom(),
                one.agenda(),
                programme.sites(),
                false,
                0);
    }

    /** 130 bits, lower case, as meeting servers want room names. */
    static String unguessableRoom() {
        byte[] bytes = new byte[17];
        RANDOM.nextBytes(bytes);
        return "dc-" + HexFormat.of().formatHex(bytes);
    }
}
