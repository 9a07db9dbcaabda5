package vn.diemcau.schedule;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.diemcau.people.People;
import vn.diemcau.problem.Problem;

/** The plan as other features see it, over the stores. */
final class StoredSchedule implements Schedule, Planning {
    private static final int MOST_OF_A_CAMPAIGN = 20_000;

    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final ChangeSession change;
    private final RecountProgramme recount;
    private final AnnounceSession announce;
    private final People people;
    private final InstantSource clock;

    StoredSchedule(
            ProgrammeStore programmes,
            SessionStore sessions,
            ChangeSession change,
            RecountProgramme recount,
            AnnounceSession announce,
            People people,
            InstantSource clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.change = change;
        this.recount = recount;
        this.announce = announce;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Future<Optional<Programme>> programme(String id) {
        return programmes.get(id);
    }

    @Override
    public Future<Optional<Session>> session(String id) {
        return sessions.get(id);
    }

    @Override
    public Future<List<Session>> sessions(Collection<String> ids) {
        return ids.isEmpty() ? Future.succeededFuture(List.of()) : sessions.many(ids);
    }

    @Override
    public Future<List<Session>> sessionsOf(String programme) {
        return sessions.ofProgramme(programme).map(all -> all.stream()
                .sorted(java.util.Comparator.comparingInt(Session::number))
                .toList());
    }

    @Override
    public Future<List<Programme>> inCampaign(String campaign) {
        return programmes.find(Filters.eq("campaign", campaign), Sorts.ascending("startsAt"), MOST_OF_A_CAMPAIGN);
    }

    @Override
    public Future<List<Programme>> inCampaigns(String after, int limit) {
        return programmes.find(
                Filters.and(Filters.gt("_id", after), Filters.gt("campaign", "")), Sorts.ascending("_id"), limit);
    }

    @Override
    public Future<List<Session>> between(Instant from, Instant to, String unitPathPrefix) {
        return sessions.between(from, to, unitPathPrefix);
    }

    @Override
    public Future<Optional<Session>> inRoom(String room) {
        return sessions.inRoom(room);
    }

    @Override
    public Future<Session> cellMeeting(
            String id, String cell, String topic, Instant startsAt, Instant endsAt, String by) {
        Transition.checkSpan(startsAt, endsAt);
        return cellYear(cell, startsAt)
                .compose(year -> sessions.get(id)
                        .compose(there -> there.isPresent()
                                ? changed(there.get(), year, topic, startsAt, endsAt, by)
                                : held(id, year, topic, startsAt, endsAt, by)))
                .compose(session -> announce.handle(id).map(session))
                .compose(session -> recount.handle(session.programme()).map(session));
    }

    private Future<Session> held(String id, Programme year, String topic, Instant startsAt, Instant endsAt, String by) {
        Session session = new Session(
                id,
                year.id(),
                year.kind(),
                year.title(),
                year.unit(),
                year.unitPath(),
                0,
                topic,
                null,
                0,
                startsAt,
                endsAt,
                year.mode(),
                State.ISSUED,
                year.policy(),
                false,
                0,
                AddSessions.unguessableRoom(),
                List.of(),
                year.sites(),
                false,
                0);
        return sessions.add(session, new Change("issued", by, clock.instant(), null), SessionStore.News.ISSUED)
                .compose(added -> sessions.get(id)
                        .map(found -> found.filter(there -> there.programme().equals(year.id()))
                                .orElseThrow(StoredSchedule::taken)));
    }

    private Future<Session> changed(
            Session there, Programme year, String topic, Instant startsAt, Instant endsAt, String by) {
        boolean sameCell =
                there.kind() == ProgrammeKind.CELL_MEETING && there.unit().equals(year.unit());
        if (!sameCell) return Future.failedFuture(taken());
        return change.write(
                there.id(),
                session -> session.withTexts(
                                topic, session.lecturer(), session.periods(), session.mode(), session.agenda())
                        .withTimes(startsAt, endsAt),
                "edited",
                by,
                null);
    }

    private static Problem taken() {
        return Problem.conflict("session_id_taken", "The id stands for another session.");
    }

    /** The cell's programme of the year; its only site has the id {@code cell}. */
    private Future<Programme> cellYear(String cell, Instant startsAt) {
        var day = startsAt.atZone(VietnameseTime.ZONE).toLocalDate();
        String id = "cell-" + cell + "-" + day.getYear();
        return programmes.get(id).compose(there -> {
            if (there.isPresent()) return Future.succeededFuture(there.get());
            return people.tree().compose(tree -> {
                String path = tree.lastPath(cell, day)
                        .orElseThrow(() -> Problem.missing("not_found", "There is no such unit."));
                String name = tree.unit(cell).orElseThrow().name();
                Programme year = new Programme(
                        id,
                        ProgrammeKind.CELL_MEETING,
                        name,
                        cell,
                        path,
                        null,
                        Mode.IN_ROOM,
                        State.ISSUED,
                        KeepProgramme.USUAL_POLICY,
                        false,
                        List.of(new Site("cell", Site.Kind.MAIN, name, null, null, 0, null, null, List.of(cell))),
                        null,
                        null,
                        0,
                        clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                        0,
                        null);
                return programmes.add(year).compose(added -> programmes.get(id)).map(Optional::orElseThrow);
            });
        });
    }

    @Override
    public Future<Session> end(String session, String by) {
        return change.become(session, State.ENDED, by, null);
    }
}
