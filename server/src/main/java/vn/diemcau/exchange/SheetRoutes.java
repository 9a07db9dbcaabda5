package vn.diemcau.exchange;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP of attendance that comes in as a file: looked at first, then written as it was shown. The file is sent twice; nothing of it stays. */
final class SheetRoutes {
    private static final long LARGEST = 16L << 20;
    private static final String DECISIONS = "\\d{1,7}:\\d(,\\d{1,7}:\\d)*";

    private final Vertx vertx;
    private final Schedule schedule;
    private final PlanSheet planSheet;
    private final TakeIn takeIn;
    private final Audit audit;

    SheetRoutes(Vertx vertx, Schedule schedule, PlanSheet planSheet, TakeIn takeIn, Audit audit) {
        this.vertx = vertx;
        this.schedule = schedule;
        this.planSheet = planSheet;
        this.takeIn = takeIn;
        this.audit = audit;
    }

    void mount(Api api) {
        api.upload(
                HttpMethod.POST, "/reports/sessions/{session}/exchange/preview", Action.IMPORT_PEOPLE, this::preview);
        api.upload(HttpMethod.POST, "/reports/sessions/{session}/exchange", Action.IMPORT_PEOPLE, this::take);
    }

    private Future<Session> session(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return schedule.session(Input.of(ctx).path("session")).map(found -> {
            Session session =
                    found.orElseThrow(() -> Problem.missing("not_found", "There is no such thing here for you."));
            by.require(Action.IMPORT_PEOPLE, session.unitPath());
            return session;
        });
    }

    private Future<JsonObject> preview(RoutingContext ctx) {
        return session(ctx).compose(session -> lines(ctx)
                .compose(lines -> planSheet.handle(session, lines))
                .compose(plan -> takeIn.closed(session).map(closed -> SheetJson.of(plan, closed))));
    }

    private Future<JsonObject> take(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn by = SignedIn.of(ctx);
        String plan = in.query("plan")
                .orElseThrow(() -> Problem.invalid("plan", "required", "What was shown before is named here."));
        Map<Integer, Integer> decisions = decisions(in.query("decisions").orElse(""));
        boolean amend = in.query("amend").filter("true"::equals).isPresent();
        return session(ctx).compose(session -> lines(ctx)
                .compose(lines -> planSheet.handle(session, lines))
                .compose(anew -> takeIn.handle(session, anew, plan, decisions, amend, by.name()))
                .compose(taken -> audit.add(
                                by.account(),
                                "attendance_imported",
                                "session/" + session.id(),
                                by.did(new JsonObject()
                                        .put("written", taken.written())
                                        .put("amend", amend)
                                        .put("decided", decisions.size())))
                        .map(kept -> new JsonObject()
                                .put("written", taken.written())
                                .put("already", taken.already())
                                .put("refused", taken.refused()))));
    }

    /** Row by row which candidate it is, from 1; 0 for none. */
    private static Map<Integer, Integer> decisions(String text) {
        Map<Integer, Integer> decisions = new HashMap<>();
        if (text.isEmpty()) return decisions;
        if (!text.matches(DECISIONS)) {
            throw Problem.invalid(
                    "decisions", "malformed", "Rows with the place of what they mean, such as 12:1,15:0.");
        }
        for (String one : text.split(",")) {
            String[] parts = one.split(":");
            decisions.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        return decisions;
    }

    /** Into a file of its own that goes as soon as it was read. */
    private Future<List<SheetLine>> lines(RoutingContext ctx) {
        String length = ctx.request().getHeader("Content-Length");
        if (length == null || !length.matches("\\d{1,12}")) {
            throw Problem.invalid("Content-Length", "required", "Say how long the file is.");
        }
        if (Long.parseLong(length) > LARGEST) {
            throw new Problem(Problem.Kind.TOO_LARGE, "too_large", "At most 16 MB.", null);
        }
        return vertx.fileSystem()
                .createTempFile("diemcau-", ".sheet", "rw-------")
                .compose(place -> vertx.fileSystem()
                        .open(place, new OpenOptions().setWrite(true))
                        .compose(file -> ctx.request().pipeTo(file))
                        .compose(done -> vertx.executeBlocking(() -> ReadSheet.lines(Path.of(place)), false))
                        .eventually(() -> vertx.fileSystem().delete(place)));
    }
}
