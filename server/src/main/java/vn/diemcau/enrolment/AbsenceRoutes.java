package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.Shown;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP in, HTTP out: absence requests, as the person files them and as the unit decides them. */
final class AbsenceRoutes {
    private static final int SHOWN = 500;

    private final Schedule schedule;
    private final KeptEnrolments enrolments;
    private final AbsenceStore absences;
    private final AbsenceFileStore papers;
    private final FileAbsence file;
    private final DecideAbsence decide;

    AbsenceRoutes(
            Schedule schedule,
            KeptEnrolments enrolments,
            AbsenceStore absences,
            AbsenceFileStore papers,
            FileAbsence file,
            DecideAbsence decide) {
        this.schedule = schedule;
        this.enrolments = enrolments;
        this.absences = absences;
        this.papers = papers;
        this.file = file;
        this.decide = decide;
    }

    void mount(Api api) {
        api.put("/my/absences/{absence}", Action.OWN, this::fileMine);
        api.delete("/my/absences/{absence}", Action.OWN, this::withdrawMine);
        api.get("/absences", Action.DECIDE_ABSENCE, this::list);
        api.put("/absences/{absence}", Action.DECIDE_ABSENCE, BeforeAfter.of(this::absenceNow, this::fileForSomebody));
        api.post(
                "/absences/{absence}/decision",
                Action.DECIDE_ABSENCE,
                BeforeAfter.of(this::absenceNow, this::decision));
    }

    /** Without the reasons, which are the person's. */
    private Future<Optional<JsonObject>> absenceNow(RoutingContext ctx) {
        return absences.find(Input.of(ctx).path("absence"))
                .map(found -> found.map(AbsenceStore.Kept::absence).map(absence -> new JsonObject()
                        .put("state", ScopeJson.lower(absence.state()))
                        .put("substitute", absence.substitute())
                        .put("note", absence.note())));
    }

    private Future<JsonObject> fileMine(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        return file.handle(new FileAbsence.Request(
                        in.path("absence"),
                        in.text("session"),
                        who.requirePerson(),
                        in.text("reason"),
                        in.optional("substitute").orElse(null),
                        who.account()))
                .map(absence -> json(absence, null, null));
    }

    private Future<JsonObject> withdrawMine(RoutingContext ctx) {
        String id = Input.of(ctx).path("absence");
        SignedIn who = SignedIn.of(ctx);
        return find(id).compose(absence -> {
            if (!absence.person().equals(who.requirePerson())) throw missing();
            return decide.withdraw(id, who.account()).map(withdrawn -> json(withdrawn, null, null));
        });
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        boolean waits = !in.query("decided").orElse("false").equals("true");
        String programme = in.query("programme").orElse(null);
        Map<String, Absence> found = new LinkedHashMap<>();
        Future<Void> chain = Future.succeededFuture();
        for (Grant grant : SignedIn.of(ctx).grants()) {
            if (!Action.DECIDE_ABSENCE.roles().contains(grant.role())
                    || grant.unitPath().isEmpty()) continue;
            chain = chain.compose(done -> absences.within(grant.unitPath(), waits, SHOWN))
                    .map(some -> {
                        some.stream()
                                .filter(absence ->
                                        programme == null || absence.programme().equals(programme))
                                .forEach(absence -> found.putIfAbsent(absence.id(), absence));
                        return null;
                    });
        }
        return chain.compose(done -> {
            Shown.persons(ctx, found.values().stream().map(Absence::person).collect(Collectors.toSet()));
            return withSessions(new ArrayList<>(found.values()));
        });
    }

    private Future<JsonObject> withSessions(List<Absence> found) {
        List<String> ids = found.stream().map(Absence::session).distinct().toList();
        if (ids.isEmpty()) return Future.succeededFuture(new JsonObject().put("items", new JsonArray()));
        List<String> absenceIds = found.stream().map(Absence::id).toList();
        return Future.all(schedule.sessions(ids), papers.of(absenceIds)).map(both -> {
            Map<String, Session> byId = new LinkedHashMap<>();
            both.<List<Session>>resultAt(0).forEach(session -> byId.put(session.id(), session));
            Map<String, AbsenceFile> kept = both.resultAt(1);
            JsonArray items = new JsonArray();
            found.forEach(absence -> items.add(json(absence, byId.get(absence.session()), kept.get(absence.id()))));
            return new JsonObject().put("items", items);
        });
    }

    private Future<JsonObject> fileForSomebody(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String session = in.text("session");
        String person = in.text("person");
        return enrolments
                .entry(session, person)
                .compose(found -> file.office(found.orElseThrow(AbsenceRoutes::missing)))
                .map(office -> {
                    who.require(Action.DECIDE_ABSENCE, office);
                    return office;
                })
                .compose(office -> file.handle(new FileAbsence.Request(
                        in.path("absence"),
                        session,
                        person,
                        in.text("reason"),
                        in.optional("substitute").orElse(null),
                        who.account())))
                .map(absence -> json(absence, null, null));
    }

    private Future<JsonObject> decision(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String id = in.path("absence");
        boolean approve =
                switch (in.choice("decision", Decision.class)) {
                    case APPROVED -> true;
                    case REFUSED -> false;
                };
        return find(id).compose(absence -> {
            who.require(Action.DECIDE_ABSENCE, absence.unitPath());
            if (absence.person().equals(who.person())) {
                throw Problem.forbidden("own_absence", "Nobody decides about their own absence.");
            }
            return file.substitute(absence.person(), in.optional("substitute").orElse(null))
                    .compose(substitute ->
                            decide.decide(id, approve, in.optional("note").orElse(null), substitute, who.account()))
                    .map(decided -> json(decided, null, null));
        });
    }

    private enum Decision {
        APPROVED,
        REFUSED
    }

    private Future<Absence> find(String id) {
        return absences.find(id)
                .map(found -> found.map(AbsenceStore.Kept::absence).orElseThrow(AbsenceRoutes::missing));
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }

    static JsonObject json(Absence absence, @Nullable Session session, @Nullable AbsenceFile paper) {
        JsonObject body = new JsonObject()
                .put("id", absence.id())
                .put("session", absence.session())
                .put("programme", absence.programme())
                .put(
                        "person",
                        new JsonObject()
                                .put("id", absence.person())
                                .put("name", absence.personName())
                                .put("unitName", absence.unitName()))
                .put("startsAt", absence.startsAt())
                .put("reason", absence.reason())
                .put("filedAt", absence.filedAt())
                .put("late", absence.late())
                .put("proposed", absence.filedBy().equals(ProposeExcuses.PROPOSER))
                .put("state", ScopeJson.lower(absence.state()))
                .put("decidedAt", absence.decidedAt())
                .put("note", absence.note());
        if (absence.substitute() != null) {
            body.put(
                    "substitute",
                    new JsonObject().put("id", absence.substitute()).put("name", absence.substituteName()));
        }
        if (paper != null) body.put("attachment", AbsenceFileRoutes.json(paper));
        if (session != null) body.put("title", session.title()).put("topic", session.topic());
        return body;
    }
}
