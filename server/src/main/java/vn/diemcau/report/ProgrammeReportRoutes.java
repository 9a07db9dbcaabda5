package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP for the accounts of programmes and sessions, and their three forms. */
final class ProgrammeReportRoutes {
    private static final int PAGE = 60;

    private final People people;
    private final Schedule schedule;
    private final ReadProgrammeFigures readProgrammeFigures;
    private final ReadDocument readDocument;
    private final DocumentRoutes documents;
    private final InstantSource clock;

    ProgrammeReportRoutes(
            People people,
            Schedule schedule,
            Attendances attendances,
            ReadDocument readDocument,
            DocumentRoutes documents,
            InstantSource clock) {
        this.people = people;
        this.schedule = schedule;
        this.readProgrammeFigures = new ReadProgrammeFigures(schedule, attendances);
        this.readDocument = readDocument;
        this.documents = documents;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/reports/sessions", Action.READ_ATTENDANCE, this::sessions);
        api.get("/reports/sessions/{session}/file", Action.READ_ATTENDANCE, documents.file(this::sessionDocument));
        api.get(
                "/reports/sessions/{session}/outline",
                Action.READ_ATTENDANCE,
                documents.outline(this::sessionDocument));
        api.get("/reports/programmes/{programme}", Action.READ_ATTENDANCE, this::programme);
        api.get(
                "/reports/programmes/{programme}/file",
                Action.READ_ATTENDANCE,
                documents.file(this::programmeDocument));
        api.get(
                "/reports/programmes/{programme}/outline",
                Action.READ_ATTENDANCE,
                documents.outline(this::programmeDocument));
    }

    static Problem notFound() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }

    /** The sessions held within the caller's subtrees, the latest first, each with its figures. */
    private Future<JsonObject> sessions(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Period period = Ask.days(in, clock);
        @Nullable
        ProgrammeKind kind = Ask.choice(in, "kind", ProgrammeKind.class).orElse(null);
        int after = in.queryInt("after", 0, 1_000_000);
        Set<String> prefixes = SignedIn.of(ctx).grants().stream()
                .filter(grant -> Action.READ_ATTENDANCE.roles().contains(grant.role()))
                .map(Grant::unitPath)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toSet());
        List<Future<List<Session>>> reads = prefixes.stream()
                .map(prefix -> schedule.between(period.start(), period.end(), prefix))
                .toList();
        return Future.all(reads).compose(done -> {
            Map<String, Session> found = new LinkedHashMap<>();
            reads.forEach(read -> read.result().forEach(session -> found.put(session.id(), session)));
            List<Session> all = found.values().stream()
                    .filter(session -> !session.rehearsal() && ProgrammeFigures.counted(session.state()))
                    .filter(session ->
                            kind == null ? session.kind() != ProgrammeKind.CELL_MEETING : session.kind() == kind)
                    .sorted(Comparator.comparing(Session::startsAt)
                            .thenComparing(Session::id)
                            .reversed())
                    .toList();
            List<Session> page = all.stream().skip(after).limit(PAGE).toList();
            return readProgrammeFigures.sessions(page).map(figures -> {
                JsonArray items = new JsonArray();
                figures.forEach(one -> items.add(ReportJson.of(one)));
                JsonObject json = new JsonObject()
                        .put("asOf", clock.instant().toString())
                        .put("count", all.size())
                        .put("items", items);
                if (after + page.size() < all.size()) json.put("next", String.valueOf(after + page.size()));
                return json;
            });
        });
    }

    private Future<Programme> findProgramme(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return schedule.programme(Input.of(ctx).path("programme")).map(found -> {
            Programme programme = found.orElseThrow(ProgrammeReportRoutes::notFound);
            by.require(Action.READ_ATTENDANCE, programme.unitPath());
            return programme;
        });
    }

    private Future<JsonObject> programme(RoutingContext ctx) {
        return findProgramme(ctx)
                .compose(programme -> people.tree().compose(tree -> readProgrammeFigures.handle(tree, programme)))
                .map(figures -> ReportJson.of(figures, clock.instant()));
    }

    private static ReadDocument.Form form(RoutingContext ctx, ReadDocument.Form otherwise) {
        return Ask.choice(Input.of(ctx), "form", ReadDocument.Form.class).orElse(otherwise);
    }

    private Future<Document> programmeDocument(RoutingContext ctx) {
        Wanted wanted = Wanted.of(Input.of(ctx));
        ReadDocument.Form form = form(ctx, ReadDocument.Form.SUMMARY);
        return findProgramme(ctx).compose(programme -> people.tree()
                .compose(tree -> readDocument.programme(tree, programme, form, wanted)));
    }

    private Future<Document> sessionDocument(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn by = SignedIn.of(ctx);
        Wanted wanted = Wanted.of(in);
        ReadDocument.Form form = form(ctx, ReadDocument.Form.FLASH);
        return schedule.session(in.path("session")).compose(found -> {
            Session session = found.orElseThrow(ProgrammeReportRoutes::notFound);
            by.require(Action.READ_ATTENDANCE, session.unitPath());
            return people.tree().compose(tree -> readDocument.session(tree, session, form, wanted));
        });
    }
}
