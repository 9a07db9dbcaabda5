package vn.diemcau.schedule;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/** Lets routes at a plan: who may plan it, who may read it; for everybody else it does not exist. */
final class OpenPlanRoutes {
    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final People people;
    private final InstantSource clock;

    OpenPlanRoutes(ProgrammeStore programmes, SessionStore sessions, People people, InstantSource clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    Future<UnitTree> tree() {
        return people.tree();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VietnameseTime.ZONE);
    }

    /** The programme with its sites as the record of changes shows it. */
    Future<Optional<JsonObject>> programmeNow(RoutingContext ctx) {
        return programmes.get(Input.of(ctx).path("programme")).compose(found -> tree().map(
                        tree -> found.map(programme -> PlanJson.programme(programme, tree, true)
                                .put("sites", PlanJson.sites(programme.sites(), tree, true)))));
    }

    /** The session as the record of changes shows it. */
    Future<Optional<JsonObject>> sessionNow(RoutingContext ctx) {
        return sessions.get(Input.of(ctx).path("session"))
                .compose(found -> tree().map(tree -> found.map(session -> PlanJson.session(session, tree, true))));
    }

    Future<Programme> toPlan(String programme, SignedIn who) {
        return programmes.get(programme).map(found -> {
            Programme there = found.orElseThrow(OpenPlanRoutes::notFound);
            who.require(Action.PLAN, there.unitPath());
            return there;
        });
    }

    Future<Programme> toRead(String programme, SignedIn who) {
        return programmes.get(programme).map(found -> found.filter(
                        there -> mayRead(who, there.unitPath(), there.state() == State.DRAFT))
                .orElseThrow(OpenPlanRoutes::notFound));
    }

    Future<Session> sessionToPlan(String session, SignedIn who) {
        return sessions.get(session).map(found -> {
            Session there = found.orElseThrow(OpenPlanRoutes::notFound);
            who.require(Action.PLAN, there.unitPath());
            return there;
        });
    }

    Future<Session> sessionToRead(String session, SignedIn who) {
        return sessions.get(session)
                .map(found -> found.filter(there -> mayRead(who, there.unitPath(), there.state() == State.DRAFT))
                        .orElseThrow(OpenPlanRoutes::notFound));
    }

    /** The path of a unit that somebody may plan for. */
    Future<String> unitToPlan(String unit, SignedIn who) {
        return tree().map(tree -> {
            String path = tree.path(unit, today()).orElseThrow(OpenPlanRoutes::notFound);
            who.require(Action.PLAN, path);
            return path;
        });
    }

    boolean mayPlan(SignedIn who, String unitPath) {
        return who.may(Action.PLAN, unitPath);
    }

    /** Plans of one's own part of the tree, and what units above issued: it concerns those below. */
    static boolean mayRead(SignedIn who, String unitPath, boolean draft) {
        return who.may(Action.READ_PROGRAMMES, unitPath)
                || (!draft && readable(who).stream().anyMatch(path -> path.startsWith(unitPath)));
    }

    /** Roots of the parts of the tree whose plans the caller may read. */
    static Set<String> readable(SignedIn who) {
        Set<String> paths = new TreeSet<>();
        for (Grant grant : who.grants()) {
            if (Action.READ_PROGRAMMES.roles().contains(grant.role())
                    && !grant.unitPath().isEmpty()) {
                paths.add(grant.unitPath());
            }
        }
        return paths;
    }

    /** The paths of the units strictly above: {@code /a/b/} has {@code /a/}. */
    static List<String> above(String path) {
        List<String> paths = new ArrayList<>();
        for (int at = path.indexOf('/', 1); at > 0 && at < path.length() - 1; at = path.indexOf('/', at + 1)) {
            paths.add(path.substring(0, at + 1));
        }
        return paths;
    }

    Future<JsonObject> shown(Programme programme, SignedIn who) {
        boolean mayPlan = mayPlan(who, programme.unitPath());
        return tree().map(tree -> PlanJson.programme(programme, tree, mayPlan)
                .put("sites", PlanJson.sites(programme.sites(), tree, mayPlan)));
    }

    Future<JsonObject> shown(Session session, SignedIn who) {
        return tree().map(tree -> PlanJson.session(session, tree, mayPlan(who, session.unitPath())));
    }

    static Problem notFound() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }
}
