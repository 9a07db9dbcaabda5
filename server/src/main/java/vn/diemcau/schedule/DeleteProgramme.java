package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.util.List;
import vn.diemcau.problem.Problem;

/** Use case: delete a rehearsal with everything it left anywhere, or a draft nobody was told of. */
final class DeleteProgramme {
    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final Announcements announcements;
    private final RecountProgramme recount;

    DeleteProgramme(
            ProgrammeStore programmes, SessionStore sessions, Announcements announcements, RecountProgramme recount) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.announcements = announcements;
        this.recount = recount;
    }

    /** Gone from every list at once; the rest goes now or, after a crash, soon. Fails with REFUSED not_deletable. */
    Future<Void> handle(Programme programme) {
        return sessions.ofProgrammeBriefly(programme.id()).compose(all -> {
            if (!programme.rehearsal() && !(programme.state() == State.DRAFT && drafts(all))) {
                return Future.failedFuture(notDeletable());
            }
            return programmes.markDeleting(programme.id()).compose(done -> finish(programme.id()));
        });
    }

    /** One session that is still a draft, or of a rehearsal. Fails with REFUSED not_deletable. */
    Future<Void> session(Session session) {
        if (!session.rehearsal() && session.state() != State.DRAFT) return Future.failedFuture(notDeletable());
        return announcements
                .deleted(session.id())
                .compose(done -> sessions.delete(session.id()))
                .compose(done -> recount.handle(session.programme()));
    }

    /** Goes on with whatever was begun. */
    Future<Void> rest() {
        return programmes.deleting().compose(ids -> {
            Future<Void> chain = Future.succeededFuture();
            for (String id : ids) chain = chain.compose(done -> finish(id));
            return chain;
        });
    }

    private Future<Void> finish(String programme) {
        return sessions.ofProgrammeBriefly(programme)
                .compose(all -> {
                    Future<Void> chain = Future.succeededFuture();
                    for (Session session : all) {
                        chain = chain.compose(done -> announcements.deleted(session.id()))
                                .compose(done -> sessions.delete(session.id()));
                    }
                    return chain;
                })
                .compose(done -> programmes.delete(programme));
    }

    private static boolean drafts(List<Session> all) {
        return all.stream().allMatch(session -> session.state() == State.DRAFT);
    }

    private static Problem notDeletable() {
        return Problem.refused("not_deletable", "Only rehearsals and drafts are deleted; cancel what was issued.");
    }
}
