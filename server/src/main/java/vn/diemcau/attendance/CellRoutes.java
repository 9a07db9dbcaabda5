package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Planning;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;
import vn.diemcau.schedule.State;

/** A cell's meeting on its secretary's phone; decides nothing. */
final class CellRoutes {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration BACK = Duration.ofDays(62);
    private static final Duration UNDER_WAY = Duration.ofHours(36);
    private static final int USUAL_MINUTES = 90;
    private static final int PEOPLE_MOST = 1_000;

    private final People people;
    private final Schedule schedule;
    private final Planning planning;
    private final KeptAttendances attendances;
    private final ExcuseMember excuse;
    private final CloseSession close;
    private final InstantSource clock;

    CellRoutes(
            People people,
            Schedule schedule,
            Planning planning,
            KeptAttendances attendances,
            RecordEvidence record,
            CloseSession close,
            InstantSource clock) {
        this.people = people;
        this.schedule = schedule;
        this.planning = planning;
        this.attendances = attendances;
        this.excuse = new ExcuseMember(attendances, record, clock);
        this.close = close;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/cells/{unit}/meeting", Action.TAKE_ROLL, this::read);
        api.put("/cells/{unit}/meetings/{id}", Action.TAKE_ROLL, BeforeAfter.of(this::meetingNow, this::hold));
        api.put("/cells/{unit}/meetings/{id}/excuses", Action.TAKE_ROLL, BeforeAfter.of(this::excuseNow, this::excuse));
        api.post("/cells/{unit}/meetings/{id}/close", Action.TAKE_ROLL, BeforeAfter.of(this::meetingNow, this::close));
    }

    private Future<Optional<JsonObject>> meetingNow(RoutingContext ctx) {
        return schedule.session(Input.of(ctx).path("id"))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : meeting(found.get()).map(Optional::of));
    }

    /** Whether the person whom the body names is excused; why stands in the evidence. */
    private Future<Optional<JsonObject>> excuseNow(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return excuse.reason(in.path("id"), in.text("person"))
                .map(reason -> Optional.of(new JsonObject().put("excused", reason.isPresent())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private Future<UnitTree> admitted(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        String unit = Input.of(ctx).path("unit");
        return people.tree().map(tree -> {
            caller.require(Action.TAKE_ROLL, tree.path(unit, today()).orElse(""));
            return tree;
        });
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        String unit = Input.of(ctx).path("unit");
        return admitted(ctx).compose(tree -> {
            List<Person> members = new ArrayList<>();
            Instant now = clock.instant();
            String path = tree.path(unit, today()).orElse("/");
            return people.eachWithin(unit, today(), person -> {
                        if (person.member() && members.size() < PEOPLE_MOST) members.add(person);
                    })
                    .compose(found -> schedule.between(now.minus(BACK), now.plus(UNDER_WAY), path))
                    .compose(sessions -> page(tree, unit, members, sessions));
        });
    }

    private Future<JsonObject> page(UnitTree tree, String unit, List<Person> members, List<Session> sessions) {
        List<Session> meetings = sessions.stream()
                .filter(each -> each.kind() == ProgrammeKind.CELL_MEETING
                        && each.unit().equals(unit)
                        && (each.state() == State.ISSUED || each.state() == State.ENDED))
                .sorted(Comparator.comparing(Session::startsAt).reversed())
                .toList();
        JsonObject json = new JsonObject()
                .put("unit", new JsonObject().put("id", unit).put("name", tree.fullName(unit, today())));
        Optional<Session> draft = meetings.stream()
                .filter(each -> each.state() == State.ISSUED
                        && each.startsAt().isAfter(clock.instant().minus(UNDER_WAY)))
                .findFirst();
        Optional<Session> last =
                meetings.stream().filter(each -> each.state() == State.ENDED).findFirst();
        Map<String, Attendance> present = new HashMap<>();
        Future<Void> outcomes = draft.isEmpty()
                ? Future.succeededFuture()
                : attendances.each(draft.get().id(), one -> present.put(one.person(), one));
        return outcomes.compose(read -> add(json, "draft", draft))
                .compose(read -> add(json, "last", last))
                .map(read -> json.put("people", persons(members, present)));
    }

    private Future<Void> add(JsonObject json, String key, Optional<Session> session) {
        return session.isEmpty()
                ? Future.succeededFuture()
                : meeting(session.get()).map(meeting -> {
                    json.put(key, meeting);
                    return null;
                });
    }

    private static JsonArray persons(List<Person> members, Map<String, Attendance> present) {
        JsonArray persons = new JsonArray();
        members.stream().sorted(Comparator.comparing(Person::sortKey)).forEach(person -> {
            JsonObject json = new JsonObject()
                    .put("id", person.id())
                    .put("name", person.name())
                    .put("sortKey", person.sortKey())
                    .put("status", person.status().name().toLowerCase(Locale.ROOT))
                    .put(
                            "exempt",
                            person.status() == Person.Status.EXEMPT || person.status() == Person.Status.SUSPENDED);
            person.birthYear().ifPresent(year -> json.put("birthYear", year));
            Attendance one = present.get(person.id());
            if (one != null) json.put("outcome", AttendanceJson.outcome(one.outcome()));
            persons.add(json);
        });
        return persons;
    }

    private Future<JsonObject> meeting(Session session) {
        return attendances.closedAt(session.id()).compose(closed -> summed(session.id())
                .map(counts -> {
                    JsonObject json = new JsonObject()
                            .put("session", session.id())
                            .put(
                                    "site",
                                    session.sites().stream()
                                            .findFirst()
                                            .map(Site::id)
                                            .orElse("cell"))
                            .put("startsAt", session.startsAt().toString())
                            .put("endsAt", session.endsAt().toString())
                            .put("minutes", minutes(session))
                            .put("closed", closed.isPresent())
                            .put("counts", AttendanceJson.counts(counts));
                    AttendanceJson.put(json, "topic", session.topic());
                    return json;
                }));
    }

    private static int minutes(Session session) {
        return (int) Duration.between(session.startsAt(), session.endsAt()).toMinutes();
    }

    /** From the people themselves: a cell is small, and its secretary must not see a sum that is a moment behind. */
    private Future<Counts> summed(String session) {
        Counts[] counts = {Counts.NONE};
        return attendances
                .each(session, one -> counts[0] = counts[0].plus(one.counts()))
                .map(read -> counts[0]);
    }

    private Future<JsonObject> hold(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Instant startsAt = in.instant("startsAt");
        int minutes = in.optionalInteger("minutes", 5, 720).orElse(USUAL_MINUTES);
        Instant endsAt = in.optionalInstant("endsAt").orElse(startsAt.plus(Duration.ofMinutes(minutes)));
        return admitted(ctx)
                .compose(tree -> planning.cellMeeting(
                        ReadClaim.id(in.path("id")),
                        in.path("unit"),
                        in.optional("topic").orElse("Sinh hoạt chi bộ"),
                        startsAt,
                        endsAt,
                        SignedIn.of(ctx).account()))
                .compose(this::meeting);
    }

    private Future<Session> own(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return admitted(ctx).compose(tree -> schedule.session(in.path("id"))).map(found -> found.filter(
                        session -> session.unit().equals(in.path("unit")))
                .orElseThrow(() -> Problem.missing("not_found", "The cell has no such meeting.")));
    }

    private Future<JsonObject> excuse(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        String person = in.text("person");
        Optional<String> reason = in.optional("reason");
        return own(ctx).compose(session -> excuse.handle(session, person, reason, caller)
                .map(answer -> AttendanceRoutes.single(answer, session, null)));
    }

    private Future<JsonObject> close(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        return own(ctx).compose(session -> close.handle(session.id(), "close", caller.name())
                .compose(closing ->
                        planning.end(session.id(), caller.account()).transform(ended -> summed(session.id())))
                .map(counts -> minutes(session, counts)));
    }

    private static JsonObject minutes(Session session, Counts counts) {
        int minutes = minutes(session);
        return new JsonObject()
                .put("counts", AttendanceJson.counts(counts))
                .put("minutes", minutes)
                .put(
                        "sentenceParts",
                        new JsonObject()
                                .put("members", counts.required() + counts.exempt() + counts.otherwiseFree())
                                .put("present", counts.present())
                                .put("absent", counts.required() - counts.present())
                                .put("excused", counts.excused() + counts.substituted())
                                .put("unexcused", counts.unexcused() + counts.undetermined())
                                .put("exempt", counts.exempt() + counts.otherwiseFree())
                                .put("minutes", minutes));
    }
}
