package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.InstantSource;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Mode;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

/** Use case: a person says that they come, and how; the last answer counts and each site's expected count follows it. */
final class RecordReply {
    private final Schedule schedule;
    private final KeptEnrolments enrolments;
    private final ReplyStore replies;
    private final ListStore lists;
    private final InstantSource clock;

    RecordReply(
            Schedule schedule, KeptEnrolments enrolments, ReplyStore replies, ListStore lists, InstantSource clock) {
        this.schedule = schedule;
        this.enrolments = enrolments;
        this.replies = replies;
        this.lists = lists;
        this.clock = clock;
    }

    /** Fails with not_summoned, session_not_open or mode_not_offered. */
    Future<Void> handle(String sessionId, String person, Required.Reply reply) {
        return schedule.session(sessionId)
                .map(found -> found.orElseThrow(
                        () -> Problem.missing("session_missing", "There is no session with this id.")))
                .compose(session -> enrolments.entry(sessionId, person).compose(entry -> {
                    Required required = entry.orElseThrow(
                            () -> Problem.refused("not_summoned", "This person is not on the list of the session."));
                    check(session, reply);
                    return replies.put(
                                    person,
                                    new ReplyStore.Answer(sessionId, reply, session.sequence(), clock.instant()))
                            .compose(done -> lists.copyReply(sessionId, required.version(), person, reply));
                }));
    }

    private void check(Session session, Required.Reply reply) {
        if (session.state() != State.ISSUED || !session.endsAt().isAfter(clock.instant())) {
            throw Problem.conflict("session_not_open", "The session takes no answers now.");
        }
        boolean offered =
                switch (reply) {
                    case NONE -> true;
                    case ROOM -> session.mode() != Mode.REMOTE;
                    case REMOTE -> session.mode() != Mode.IN_ROOM;
                };
        if (!offered) throw Problem.invalid("mode", "mode_not_offered", "The session is not held that way.");
    }
}
