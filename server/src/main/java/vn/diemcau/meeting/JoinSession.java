package vn.diemcau.meeting;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.AgendaItem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** Use case: somebody presses join. Says no with a reason, says when it opens, or lets in with a token of minutes. */
final class JoinSession {
    /** People may come in so long before the planned start. */
    static final Duration EARLY = Duration.ofMinutes(30);
    /** A session that overruns stays open so long after its planned end. */
    static final Duration LATE = Duration.ofHours(2);

    private final Schedule schedule;
    private final Enrolments enrolments;
    private final @Nullable JoinTokens tokens;
    private final @Nullable String url;
    private final InstantSource clock;

    JoinSession(
            Schedule schedule,
            Enrolments enrolments,
            @Nullable JoinTokens tokens,
            @Nullable String url,
            InstantSource clock) {
        this.schedule = schedule;
        this.enrolments = enrolments;
        this.tokens = tokens;
        this.url = url;
        this.clock = clock;
    }

    /**
     * Fails with MISSING not_found, or REFUSED not_on_list, session_cancelled, session_postponed, session_not_open (the detail is the
     * instant at which it opens), session_over. Without a meeting server the answer holds no meeting.
     */
    Future<JsonObject> join(String sessionId, SignedIn by) {
        return admitted(sessionId, by).map(in -> {
            Session session = in.session();
            JoinTokens.Guest guest = in.guest();
            Instant now = clock.instant();
            checkOpen(session, now);
            JsonObject answer = new JsonObject()
                    .put("session", session.id())
                    .put("opensAt", session.startsAt().minus(EARLY).toString())
                    .put("closesAt", session.endsAt().plus(LATE).toString())
                    .put("as", guest.name())
                    .put("subject", guest.id())
                    .put("agenda", agenda(session));
            if (tokens == null || url == null) return answer;
            return answer.put(
                    "meeting",
                    new JsonObject()
                            .put("url", url)
                            .put("room", session.room())
                            .put("token", tokens.mint(session.room(), guest, now))
                            .put(
                                    "expiresAt",
                                    JoinTokens.expires(now).toInstant().toString())
                            .put("moderator", guest.moderator())
                            .put("mayRecord", guest.mayRecord()));
        });
    }

    private static JsonArray agenda(Session session) {
        JsonArray items = new JsonArray();
        for (AgendaItem item : session.agenda()) {
            JsonObject json = new JsonObject().put("topic", item.topic());
            if (item.at() != null) json.put("at", item.at().toString());
            if (item.presenter() != null) json.put("presenter", item.presenter());
            items.add(json);
        }
        return items;
    }

    /**
     * Somebody who may take part, and as whom.
     *
     * @param runs whether they may run the session from our pages: name people, give the word
     */
    record In(Session session, JoinTokens.Guest guest, boolean runs) {}

    /** The same while the session can be joined. Fails as joining does. */
    Future<In> present(String sessionId, SignedIn by) {
        return admitted(sessionId, by).map(in -> {
            checkOpen(in.session(), clock.instant());
            return in;
        });
    }

    /** The same for reading: whoever runs the session reads it at any time, before it is issued and after its end too. */
    Future<In> reading(String sessionId, SignedIn by) {
        return admitted(sessionId, by).map(in -> {
            if (!in.runs()) checkOpen(in.session(), clock.instant());
            return in;
        });
    }

    /** Who somebody is in a session, whatever the hour. Fails with MISSING not_found or REFUSED not_on_list. */
    Future<In> admitted(String sessionId, SignedIn by) {
        return schedule.session(sessionId).compose(found -> {
            Session session =
                    found.orElseThrow(() -> Problem.missing("not_found", "There is no such session here for you."));
            boolean runs = by.may(Action.PLAN, session.unitPath());
            return guest(session, by, runs).map(guest -> new In(session, guest, runs));
        });
    }

    /** A moderator; a site's device as the site; a person who is on the list as that person; whoever may plan it as a guest. */
    private Future<JoinTokens.Guest> guest(Session session, SignedIn by, boolean runs) {
        String office = by.person() == null ? "office-" + by.account() : by.person();
        if (Moderators.include(by, session)) {
            return Future.succeededFuture(new JoinTokens.Guest(office, by.name(), true, true));
        }
        JoinTokens.@Nullable Guest above = runs ? new JoinTokens.Guest(office, by.name(), false, false) : null;
        for (Site site : session.sites()) {
            if (by.grants().stream().anyMatch((Grant grant) -> grant.isFor(session.id(), site.id()))) {
                return Future.succeededFuture(
                        new JoinTokens.Guest(Occupancy.user(site.id()), site.name(), false, false));
            }
        }
        if (by.person() == null) {
            if (above != null) return Future.succeededFuture(above);
            return Future.failedFuture(Problem.missing("not_found", "There is no such session here for you."));
        }
        String person = by.person();
        return enrolments.entry(session.id(), person).map(entry -> {
            if (entry.isEmpty() && above != null) return above;
            if (entry.isEmpty())
                throw Problem.refused(
                        "not_on_list", "You are not on the list of this session; ask your unit's office.");
            return new JoinTokens.Guest(person, entry.get().name(), false, false);
        });
    }

    private static void checkOpen(Session session, Instant now) {
        Optional<Problem> closed =
                switch (session.state()) {
                    case DRAFT -> Optional.of(Problem.missing("not_found", "There is no such session here for you."));
                    case CANCELLED -> Optional.of(Problem.refused("session_cancelled", "The session was cancelled."));
                    case POSTPONED -> Optional.of(Problem.refused("session_postponed", "The session was postponed."));
                    case ENDED -> Optional.of(Problem.refused("session_over", "The session is over."));
                    case ISSUED -> Optional.empty();
                };
        closed.ifPresent(problem -> {
            throw problem;
        });
        if (now.isBefore(session.startsAt().minus(EARLY))) {
            throw Problem.refused(
                    "session_not_open", session.startsAt().minus(EARLY).toString());
        }
        if (now.isAfter(session.endsAt().plus(LATE))) throw Problem.refused("session_over", "The session is over.");
    }
}
