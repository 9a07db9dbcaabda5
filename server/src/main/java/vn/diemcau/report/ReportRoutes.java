package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.letterhead.Letterheads;
import vn.diemcau.paper.Issue;
import vn.diemcau.paper.Table;
import vn.diemcau.people.People;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP for the accounts of units: parse, check the subtree, call. */
final class ReportRoutes {
    private final People people;
    private final Schedule schedule;
    private final ReadPart readPart;
    private final ReadUnitFigures readUnitFigures;
    private final ReadCellsBelow readCellsBelow;
    private final ReadWorst readWorst;
    private final ReadPeopleFigures readPeopleFigures;
    private final Letterheads letterheads;
    private final DocumentRoutes documents;
    private final ReadReflections readReflections;
    private final TrainingRoutes training;
    private final InstantSource clock;

    ReportRoutes(
            Vertx vertx,
            People people,
            Schedule schedule,
            ReadPart readPart,
            Letterheads letterheads,
            DocumentRoutes documents,
            ReadReflections readReflections,
            TrainingRoutes training,
            InstantSource clock) {
        this.people = people;
        this.schedule = schedule;
        this.readPart = readPart;
        this.readUnitFigures = new ReadUnitFigures(vertx, people);
        this.readPeopleFigures = new ReadPeopleFigures(people);
        this.readWorst = new ReadWorst(readUnitFigures);
        this.readCellsBelow = new ReadCellsBelow();
        this.letterheads = letterheads;
        this.documents = documents;
        this.readReflections = readReflections;
        this.training = training;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/reports/units/{unit}", Action.READ_REPORTS, this::unit);
        api.get("/reports/units/{unit}/below", Action.READ_REPORTS, this::below);
        api.get("/reports/units/{unit}/worst", Action.READ_REPORTS, this::worst);
        api.get("/reports/units/{unit}/people", Action.READ_REPORTS, this::peopleFigures);
        api.get("/reports/units/{unit}/persons", Action.READ_REPORTS, this::persons);
        api.get("/reports/units/{unit}/persons/{person}", Action.READ_REPORTS, this::person);
        api.get("/reports/units/{unit}/file", Action.READ_REPORTS, documents.file(this::document));
        api.get("/reports/units/{unit}/outline", Action.READ_REPORTS, documents.outline(this::document));
        training.mount(api, this::find);
    }

    private Future<UnitAsk> find(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn by = SignedIn.of(ctx);
        Ask ask = Ask.of(in, clock);
        String wanted = in.path("unit");
        return people.tree().compose(tree -> {
            Unit unit =
                    (wanted.equals("mine") ? widest(tree, by) : tree.unit(wanted)).orElseThrow(ReportRoutes::notFound);
            by.require(Action.READ_REPORTS, tree.lastPath(unit.id(), today()).orElseThrow(ReportRoutes::notFound));
            return readPart.handle(ask, by).map(part -> new UnitAsk(tree, unit, ask, by, part));
        });
    }

    private static Problem notFound() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Period.ZONE);
    }

    /** The highest unit the caller may see reports of. */
    private Optional<Unit> widest(UnitTree tree, SignedIn by) {
        return by.grants().stream()
                .filter(grant -> Action.READ_REPORTS.roles().contains(grant.role()))
                .map(Grant::unitPath)
                .filter(path -> !path.isEmpty())
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .flatMap(path -> path.equals("/")
                        ? tree.roots(Tree.PARTY, today()).stream().findFirst()
                        : tree.unit(UnitFigures.lastPart(path)));
    }

    private Future<JsonObject> unit(RoutingContext ctx) {
        return find(ctx).compose(found -> readUnitFigures
                .handle(found.tree(), found.unit(), found.ask(), found.accounts())
                .map(figures -> ReportJson.of(figures, found.part(), above(found), clock.instant())));
    }

    /** The way down to the unit, as far as the caller may see it, without the unit itself. */
    private static List<Unit> above(UnitAsk found) {
        List<Unit> above = new ArrayList<>();
        String path = found.tree()
                .lastPath(found.unit().id(), found.ask().period().to())
                .orElse("");
        for (int at = path.indexOf('/', 1); at > 0 && at < path.length() - 1; at = path.indexOf('/', at + 1)) {
            String here = path.substring(0, at + 1);
            if (found.by().may(Action.READ_REPORTS, here)) {
                found.tree().unit(UnitFigures.lastPart(here)).ifPresent(above::add);
            }
        }
        return above;
    }

    private Future<JsonObject> below(RoutingContext ctx) {
        return find(ctx)
                .compose(found -> readCellsBelow.handle(
                        found.tree(),
                        found.unit(),
                        found.ask().period(),
                        found.ask().kind(),
                        found.accounts()));
    }

    private Future<JsonObject> worst(RoutingContext ctx) {
        return find(ctx)
                .compose(found -> readWorst.handle(found.tree(), found.unit(), found.ask(), found.accounts()))
                .map(ReportJson::of);
    }

    private Future<JsonObject> peopleFigures(RoutingContext ctx) {
        return find(ctx)
                .compose(found -> readPeopleFigures.handle(found.tree(), found.unit(), found.ask(), found.accounts()))
                .map(figures -> ReportJson.of(figures, clock.instant()));
    }

    private Future<PersonFigures.Gathering> gather(UnitAsk found) {
        Period period = found.ask().period();
        PersonFigures.Gathering gathering =
                new PersonFigures.Gathering(found.ask().kind());
        Set<String> paths = UnitFigures.paths(found.tree(), found.unit(), period.from(), period.to());
        return Future.all(paths.stream()
                        .map(path -> found.accounts().eachIn(path, period.start(), period.end(), gathering::add))
                        .toList())
                .map(done -> gathering);
    }

    private Future<JsonObject> persons(RoutingContext ctx) {
        return find(ctx).compose(found -> gather(found).compose(gathering -> {
            Map<String, Figures> counts = gathering.sessions();
            return sessions(counts.keySet()).map(sessions -> {
                JsonArray items = new JsonArray();
                gathering.persons().forEach(one -> items.add(ReportJson.person(one)));
                JsonArray held = new JsonArray();
                sessions.values().stream()
                        .sorted(Comparator.comparing(Session::startsAt).reversed())
                        .forEach(session -> held.add(ReportJson.session(session)
                                .put("figures", ReportJson.figures(counts.getOrDefault(session.id(), Figures.NONE)))));
                Figures total = Figures.sum(
                        gathering.persons().stream().map(PersonFigures::figures).toList());
                return new JsonObject()
                        .put("asOf", clock.instant().toString())
                        .put("items", items)
                        .put("sessions", held)
                        .put("total", ReportJson.figures(new Figures(counts.size(), total.counts())));
            });
        }));
    }

    private Future<Map<String, Session>> sessions(Set<String> ids) {
        List<String> all = List.copyOf(ids);
        Future<Map<String, Session>> read = Future.succeededFuture(new java.util.HashMap<>());
        for (int at = 0; at < all.size(); at += 5_000) {
            List<String> some = all.subList(at, Math.min(all.size(), at + 5_000));
            read = read.compose(known -> schedule.sessions(some).map(found -> {
                known.putAll(found.stream().collect(Collectors.toMap(Session::id, Function.identity())));
                return known;
            }));
        }
        return read;
    }

    private Future<JsonObject> person(RoutingContext ctx) {
        String person = Input.of(ctx).path("person");
        return find(ctx).compose(found -> {
            Period period = found.ask().period();
            Set<String> paths = UnitFigures.paths(found.tree(), found.unit(), period.from(), period.to());
            return found.accounts().of(person, period.start(), period.end()).compose(all -> {
                List<Attendance> records = all.stream()
                        .filter(one -> one.paths().stream().anyMatch(path -> within(paths, path)))
                        .filter(one -> found.ask().kind() == null
                                || one.kind() == found.ask().kind())
                        .sorted(Comparator.comparing(Attendance::startsAt).reversed())
                        .toList();
                if (records.isEmpty()) throw notFound();
                return sessions(records.stream().map(Attendance::session).collect(Collectors.toSet()))
                        .map(sessions -> {
                            PersonFigures.Gathering gathering = new PersonFigures.Gathering(null);
                            JsonArray items = new JsonArray();
                            for (Attendance one : records) {
                                gathering.add(one);
                                items.add(ReportJson.record(one, sessions.get(one.session())));
                            }
                            return ReportJson.person(gathering.persons().get(0)).put("items", items);
                        });
            });
        });
    }

    private static boolean within(Set<String> paths, String path) {
        return paths.stream().anyMatch(path::startsWith);
    }

    private Future<Document> document(RoutingContext ctx) {
        Wanted wanted = Wanted.of(Input.of(ctx));
        Rows rows = Ask.choice(Input.of(ctx), "rows", Rows.class).orElse(Rows.UNITS);
        return find(ctx).compose(found -> letterheads
                .of(found.unit().id(), found.ask().period().to())
                .compose(letterhead -> table(found, rows, wanted.issue(letterhead, true)))
                .map(table -> new Document(
                        table,
                        (rows == Rows.UNITS ? "Biểu tổng hợp " : "Danh sách ")
                                + found.unit().name() + " "
                                + found.ask().period().text().replace('/', '-'))));
    }

    /** Which of the two tables of a unit's face is taken away. */
    enum Rows {
        UNITS,
        PERSONS
    }

    private Future<Table> table(UnitAsk found, Rows rows, Issue issue) {
        Period period = found.ask().period();
        return switch (rows) {
            case UNITS ->
                readUnitFigures
                        .handle(found.tree(), found.unit(), found.ask(), found.accounts())
                        .compose(figures -> readReflections
                                .within(found.tree(), found.unit(), found.ask())
                                .map(reflections -> UnitTables.summary(
                                        issue,
                                        figures,
                                        reflections,
                                        found.ask().kind(),
                                        found.part(),
                                        clock.instant())));
            case PERSONS ->
                gather(found)
                        .map(gathering -> UnitTables.persons(
                                issue,
                                found.unit(),
                                period,
                                found.ask().kind(),
                                found.part(),
                                gathering.persons(),
                                clock.instant()));
        };
    }
}
