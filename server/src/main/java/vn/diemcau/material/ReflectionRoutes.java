package vn.diemcau.material;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.diemcau.access.Action;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.files.FileAnswer;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.FileNames;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.files.Terms;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.Shown;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Reports that the summoned hand in: asked for by whoever plans, listed with who has not, taken together in one archive. */
final class ReflectionRoutes {
    private static final long LARGEST = 50_000_000;

    private final Schedule schedule;
    private final Enrolments enrolments;
    private final Audience audience;
    private final ReflectionStore store;
    private final FileStore files;
    private final HandInReflection handIn;

    ReflectionRoutes(
            Schedule schedule,
            Enrolments enrolments,
            Audience audience,
            ReflectionStore store,
            FileStore files,
            HandInReflection handIn) {
        this.schedule = schedule;
        this.enrolments = enrolments;
        this.audience = audience;
        this.store = store;
        this.files = files;
        this.handIn = handIn;
    }

    void mount(Api api) {
        api.put("/programmes/{programme}/reflections", Action.PLAN, BeforeAfter.of(this::taskNow, this::ask));
        api.get("/programmes/{programme}/reflections", Action.PLAN, this::list);
        api.get("/programmes/{programme}/reflections/archive", Action.PLAN, this::archive);
        api.get("/programmes/{programme}/reflections/{person}/content", Action.OWN, this::content);
        api.get("/my/reflections/{programme}", Action.OWN, this::mine);
        api.put("/my/reflections/{programme}", Action.OWN, this::handIn);
    }

    /** Whoever is on a list of the programme may hand in, once a report is asked for. */
    Future<Terms> judge(RoutingContext ctx, Map<String, String> about, long length) {
        String programme = about.getOrDefault("programme", "");
        return summoned(programme, SignedIn.of(ctx).requirePerson())
                .compose(person -> asked(programme))
                .map(asked -> new Terms(
                        LARGEST,
                        EnumSet.of(
                                FileKind.PDF, FileKind.DOCX, FileKind.DOC, FileKind.ODT, FileKind.JPEG, FileKind.PNG),
                        Place.GRID));
    }

    private Future<String> summoned(String programme, String person) {
        return audience.sessions(programme, person).map(sessions -> {
            if (sessions.isEmpty()) throw missing();
            return person;
        });
    }

    private Future<Reflection.Asked> asked(String programme) {
        return store.asked(programme)
                .map(found -> found.orElseThrow(
                        () -> Problem.conflict("nothing_asked", "No report is asked for in this programme.")));
    }

    private Future<Optional<JsonObject>> taskNow(RoutingContext ctx) {
        return store.asked(Input.of(ctx).path("programme")).map(found -> found.map(ReflectionRoutes::json));
    }

    private Future<JsonObject> ask(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return planned(ctx).compose(programme -> {
            Reflection.Asked task = new Reflection.Asked(
                    programme.id(), in.instant("deadline"), in.optional("task").orElse(""));
            return store.ask(task).map(done -> json(task));
        });
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        return planned(ctx).compose(programme -> store.asked(programme.id()).compose(task -> {
            if (task.isEmpty()) return Future.succeededFuture(new JsonObject().put("asked", false));
            return Future.all(owing(ctx, programme.id()), store.all(programme.id()))
                    .map(both -> listed(task.get(), both.resultAt(0), both.resultAt(1)));
        }));
    }

    private static JsonObject listed(Reflection.Asked task, Map<String, Required> owing, List<Reflection> all) {
        Map<String, Reflection> handed =
                all.stream().collect(Collectors.toMap(Reflection::person, reflection -> reflection));
        JsonArray there = new JsonArray();
        JsonArray missing = new JsonArray();
        for (Required entry : owing.values()) {
            JsonObject person = new JsonObject()
                    .put(
                            "person",
                            new JsonObject()
                                    .put("id", entry.person())
                                    .put("name", entry.name())
                                    .put("birthYear", entry.birthYear())
                                    .put("unitName", entry.unitName()));
            Reflection reflection = handed.get(entry.person());
            if (reflection == null) missing.add(person);
            else
                there.add(person.put("at", reflection.at())
                        .put("late", task.late(reflection))
                        .put("name", reflection.name())
                        .put("size", reflection.size()));
        }
        return json(task).put("handedIn", there).put("missing", missing);
    }

    /** Everybody who is required in one of the programme's sessions, by sort key. */
    private Future<Map<String, Required>> owing(RoutingContext ctx, String programme) {
        Map<String, Required> byKey = new TreeMap<>();
        return schedule.sessionsOf(programme).compose(sessions -> {
            Shown.sessions(ctx, sessions.stream().map(Session::id).toList());
            Future<Void> chain = Future.succeededFuture();
            for (Session session : sessions) {
                chain = chain.compose(done -> enrolments.each(session.id(), entry -> {
                    if (entry.counted()) byKey.put(entry.sortKey() + "\u0000" + entry.person(), entry);
                }));
            }
            return chain.map(done -> byKey);
        });
    }

    private Future<Void> archive(RoutingContext ctx) {
        return planned(ctx).compose(programme -> Future.all(owing(ctx, programme.id()), store.all(programme.id()))
                .compose(both -> {
                    Map<String, Required> people = new HashMap<>();
                    both.<Map<String, Required>>resultAt(0)
                            .values()
                            .forEach(entry -> people.put(entry.person(), entry));
                    List<Reflection> all = both.resultAt(1);
                    Archive archive = new Archive(ctx.vertx(), files);
                    return archive.of(all, reflection -> name(reflection, people.get(reflection.person())))
                            .compose(path -> ctx.response()
                                    .putHeader("Content-Type", "application/zip")
                                    .putHeader("Cache-Control", "no-store")
                                    .putHeader(
                                            "Content-Disposition",
                                            FileNames.disposition(
                                                    "Bài thu hoạch - " + FileNames.tidy(programme.title()) + ".zip",
                                                    false))
                                    .sendFile(path.toString())
                                    .eventually(() -> ctx.vertx().fileSystem().delete(path.toString())));
                }));
    }

    private static String name(Reflection reflection, @org.jspecify.annotations.Nullable Required entry) {
        if (entry == null) return reflection.person() + " - " + reflection.name();
        return FileNames.tidy(entry.unitName().replace('/', '-') + " - " + entry.name() + " - " + reflection.name());
    }

    private Future<Void> content(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String person = in.path("person");
        return programme(in.path("programme")).compose(programme -> {
            if (!person.equals(who.person())) who.require(Action.PLAN, programme.unitPath());
            return store.of(programme.id(), person)
                    .map(found -> found.orElseThrow(ReflectionRoutes::missing))
                    .compose(reflection -> {
                        StoredFile file = reflection.file();
                        if (file == null) throw missing();
                        return FileAnswer.send(files, ctx, file, reflection.name(), false);
                    });
        });
    }

    private Future<JsonObject> mine(RoutingContext ctx) {
        String programme = Input.of(ctx).path("programme");
        return summoned(programme, SignedIn.of(ctx).requirePerson())
                .compose(person -> Future.all(store.asked(programme), store.of(programme, person)))
                .map(both -> {
                    Optional<Reflection.Asked> task = both.resultAt(0);
                    Optional<Reflection> handed = both.resultAt(1);
                    return own(task, handed);
                });
    }

    private static JsonObject own(Optional<Reflection.Asked> task, Optional<Reflection> handed) {
        if (task.isEmpty()) return new JsonObject().put("asked", false);
        JsonObject answer = json(task.get());
        handed.ifPresent(reflection -> answer.put(
                "mine",
                new JsonObject()
                        .put("name", reflection.name())
                        .put("size", reflection.size())
                        .put("at", reflection.at())
                        .put("late", task.get().late(reflection))));
        return answer;
    }

    private Future<JsonObject> handIn(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String programme = in.path("programme");
        String upload = in.text("upload");
        if (!in.flag("declared"))
            throw Problem.refused("declaration_missing", "Declare that nothing in the file is classified.");
        return summoned(programme, who.requirePerson()).compose(person -> asked(programme)
                .compose(task -> handIn.handle(programme, person, upload, who.account())
                        .map(now -> own(Optional.of(task), Optional.of(now)))));
    }

    private Future<Programme> planned(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return programme(Input.of(ctx).path("programme")).map(programme -> {
            who.require(Action.PLAN, programme.unitPath());
            return programme;
        });
    }

    private Future<Programme> programme(String id) {
        return schedule.programme(id).map(found -> found.orElseThrow(ReflectionRoutes::missing));
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }

    private static JsonObject json(Reflection.Asked task) {
        return new JsonObject()
                .put("asked", true)
                .put("deadline", task.deadline())
                .put("task", task.task());
    }
}
