package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Closing the month of a unit and of the province, over the closings of their sessions; decides nothing. */
final class MonthRoutes {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int SHOWN = 200;

    private final People people;
    private final Schedule schedule;
    private final CloseMonth closeMonth;
    private final ClosingStore closings;
    private final Audit audit;
    private final InstantSource clock;

    MonthRoutes(
            People people,
            Schedule schedule,
            CloseMonth closeMonth,
            ClosingStore closings,
            Audit audit,
            InstantSource clock) {
        this.people = people;
        this.schedule = schedule;
        this.closeMonth = closeMonth;
        this.closings = closings;
        this.audit = audit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/closings", Action.CLOSE_MONTH, this::months);
        api.post("/closings", Action.CLOSE_MONTH, this::close);
        api.get("/closings/progress", Action.CLOSE_MONTH, this::progress);
        api.get("/closings/export", Action.CLOSE_MONTH, this::export);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("month", "malformed", "A month such as 2026-11.");
        }
    }

    /** The unit asked for, or the whole province: whoever may close it. */
    private Future<Optional<CloseMonth.Holder>> holder(SignedIn caller, @Nullable String unit) {
        if (unit == null) {
            caller.require(Action.CLOSE_MONTH, "/");
            return Future.succeededFuture(Optional.empty());
        }
        return people.tree().map(tree -> {
            String path = tree.lastPath(unit, today())
                    .orElseThrow(() -> Problem.missing("not_found", "There is no such unit here for you."));
            caller.require(Action.CLOSE_MONTH, path);
            return Optional.of(new CloseMonth.Holder(unit, path));
        });
    }

    private Future<JsonObject> months(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        return Future.all(
                        people.tree(),
                        closings.of(Closing.Level.PROVINCE),
                        closings.of(Closing.Level.UNIT),
                        closings.head())
                .map(all -> {
                    UnitTree tree = all.resultAt(0);
                    JsonArray months = new JsonArray();
                    for (int level = 1; level <= 2; level++) {
                        List<Closing> found = all.resultAt(level);
                        found.stream()
                                .filter(each -> seen(caller, tree, each))
                                .forEach(each -> months.add(json(each, tree)));
                    }
                    Optional<Closing> head = all.resultAt(3);
                    JsonObject json =
                            new JsonObject().put("months", months).put("province", caller.may(Action.CLOSE_MONTH, "/"));
                    head.ifPresent(last -> json.put("number", last.number()).put("hash", last.hash()));
                    return json;
                });
    }

    /** Everybody who closes months sees the province's, and the units' below their own. */
    private boolean seen(SignedIn caller, UnitTree tree, Closing closing) {
        String unit = unit(closing);
        return unit == null
                || tree.lastPath(unit, today())
                        .filter(path -> caller.may(Action.CLOSE_MONTH, path))
                        .isPresent();
    }

    private static @Nullable String unit(Closing closing) {
        int at = closing.scope().indexOf("/unit/");
        return at < 0 ? null : closing.scope().substring(at + "/unit/".length());
    }

    private static JsonObject json(Closing closing, UnitTree tree) {
        String unit = unit(closing);
        JsonObject json = new JsonObject()
                .put("month", closing.scope().split("/")[1])
                .put("number", closing.number())
                .put("by", closing.by())
                .put("at", closing.at().toString())
                .put("sessions", closing.covers())
                .put("counts", AttendanceJson.counts(closing.counts()))
                .put("hash", closing.hash());
        if (unit != null) {
            json.put("unit", unit)
                    .put("unitName", tree.unit(unit).map(found -> found.name()).orElse(unit));
        }
        return json;
    }

    private Future<JsonObject> progress(RoutingContext ctx) {
        Input in = Input.of(ctx);
        YearMonth month = in.query("month").map(MonthRoutes::month).orElseGet(() -> YearMonth.from(today())
                .minusMonths(1));
        return holder(SignedIn.of(ctx), in.query("unit").orElse(null))
                .compose(holder -> closeMonth.progress(month, holder.orElse(null)))
                .compose(progress -> Future.all(schedule.sessions(progress.open()), people.tree())
                        .map(all -> {
                            List<Session> open = all.resultAt(0);
                            UnitTree tree = all.resultAt(1);
                            JsonArray items = new JsonArray();
                            open.stream()
                                    .sorted(java.util.Comparator.comparing(Session::startsAt))
                                    .limit(SHOWN)
                                    .forEach(each -> items.add(open(each, tree)));
                            return new JsonObject()
                                    .put("month", month.toString())
                                    .put("sessions", progress.sessions().size())
                                    .put(
                                            "closed",
                                            progress.sessions().size()
                                                    - progress.open().size())
                                    .put("open", items);
                        }));
    }

    private static JsonObject open(Session session, UnitTree tree) {
        return new JsonObject()
                .put("id", session.id())
                .put("title", session.title())
                .put("startsAt", session.startsAt().toString())
                .put(
                        "unitName",
                        tree.unit(session.unit()).map(unit -> unit.name()).orElse(""));
    }

    private Future<JsonObject> close(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        YearMonth month = month(in.text("month"));
        boolean leaveOpen = in.has("leaveOpen") && in.flag("leaveOpen");
        return holder(caller, in.optional("unit").orElse(null))
                .compose(holder -> closeMonth.handle(month, holder.orElse(null), leaveOpen, caller.name()))
                .compose(closing -> audit.add(
                                caller.account(),
                                "month_closed",
                                closing.scope(),
                                caller.did(new JsonObject().put("hash", closing.hash())))
                        .compose(done -> people.tree())
                        .map(tree -> json(closing, tree)));
    }

    private Future<Api.Reply> export(RoutingContext ctx) {
        String unit = Input.of(ctx).query("unit").orElse(null);
        return holder(SignedIn.of(ctx), unit)
                .compose(holder -> closings.of(unit == null ? Closing.Level.PROVINCE : Closing.Level.UNIT))
                .compose(found -> {
                    Set<String> with = new HashSet<>();
                    found.stream()
                            .filter(each -> unit == null || unit.equals(unit(each)))
                            .forEach(each -> with.add(each.scope()));
                    return closings.file(with, clock.instant());
                })
                .map(file -> new Api.Reply(200, "application/x-ndjson", file));
    }
}
