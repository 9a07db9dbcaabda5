package vn.diemcau.schedule;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.Unit;
import vn.diemcau.problem.Problem;

/** What pasted tables, sent files and recurrences mean, shown before anything is written; decides nothing. */
final class TableRoutes {
    private static final int LONGEST_PASTE = 200_000;
    private static final long LARGEST_FILE = 5L << 20;

    private final Vertx vertx;
    private final OpenPlanRoutes open;
    private final KeepPlaces keep;

    TableRoutes(Vertx vertx, OpenPlanRoutes open, KeepPlaces keep) {
        this.vertx = vertx;
        this.open = open;
        this.keep = keep;
    }

    void mount(Api api) {
        api.post("/timetable-previews", Action.PLAN, this::timetable);
        api.upload(HttpMethod.POST, "/timetable-previews/file", Action.PLAN, this::timetableFile);
        api.post("/recurrence-previews", Action.PLAN, this::recurrence);
        api.post("/agenda-previews", Action.PLAN, this::agenda);
        api.post("/place-previews", Action.PLAN, this::places);
        api.upload(HttpMethod.POST, "/place-previews/file", Action.PLAN, this::placesFile);
    }

    private Future<JsonObject> timetable(RoutingContext ctx) {
        LocalDate near = Input.of(ctx).optionalDate("near").orElse(open.today());
        return Future.succeededFuture(timetable(PastedTable.rows(pasted(ctx)), near));
    }

    private Future<JsonObject> timetableFile(RoutingContext ctx) {
        LocalDate near = Input.of(ctx).queryDate("near", open.today());
        return rows(ctx).map(rows -> timetable(rows, near));
    }

    private static JsonObject timetable(List<TableRow> rows, LocalDate near) {
        JsonArray items = new JsonArray();
        for (Timetable.Entry entry : new Timetable(near).read(rows)) {
            JsonObject item = entry.slot() == null ? new JsonObject() : PlanJson.slot(entry.slot());
            item.put("line", entry.line()).put("faults", PlanJson.faults(entry.faults()));
            if (entry.topic() != null) item.put("topic", entry.topic());
            if (entry.lecturer() != null) item.put("lecturer", entry.lecturer());
            items.add(item);
        }
        return new JsonObject().put("items", items);
    }

    private Future<JsonObject> recurrence(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Set<DayOfWeek> days = new TreeSet<>();
        for (String day : in.texts("days", 7)) {
            days.add(ProgrammeRoutes.choice(day, "days", DayOfWeek.class));
        }
        Set<LocalDate> except = new TreeSet<>();
        for (String day : in.texts("except", 100)) except.add(date("except", day));
        LocalDate to = in.optionalDate("to").orElse(null);
        Integer count = in.optionalInteger("count", 1, Recurrence.MOST).orElse(null);
        if (to == null && count == null) {
            throw Problem.invalid("to", "required", "Say until when, or how many.");
        }
        List<Block> blocks = in.list("blocks", 6, TableRoutes::block);
        Recurrence recurrence = new Recurrence(
                in.date("from"),
                to,
                count,
                in.optionalInteger("everyWeeks", 1, 52).orElse(1),
                days,
                blocks,
                except);
        JsonArray items = new JsonArray();
        for (Slot slot : recurrence.slots()) items.add(PlanJson.slot(slot));
        return Future.succeededFuture(new JsonObject().put("items", items));
    }

    private static Block block(Input in) {
        LocalTime from = time(in, "from");
        LocalTime to = time(in, "to");
        if (!from.isBefore(to)) throw Problem.invalid("blocks", "ends_before_start", "A block ends after it starts.");
        return new Block(from, to, in.optionalInteger("periods", 0, 16).orElseGet(() -> Timetable.periodsOf(from, to)));
    }

    private static LocalTime time(Input in, String name) {
        try {
            return LocalTime.parse(in.text(name));
        } catch (DateTimeParseException malformed) {
            throw Problem.invalid(name, "malformed", "Must be a time of day such as 07:30.");
        }
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw Problem.invalid(name, "malformed", "Must be a date such as 2026-11-22.");
        }
    }

    private Future<JsonObject> agenda(RoutingContext ctx) {
        List<AgendaItem> items = AgendaText.read(pasted(ctx), Input.of(ctx).date("day"));
        return Future.succeededFuture(new JsonObject().put("items", PlanJson.agenda(items)));
    }

    private Future<JsonObject> places(RoutingContext ctx) {
        String unit = Input.of(ctx).text("unit");
        return places(PastedTable.rows(pasted(ctx)), unit, SignedIn.of(ctx));
    }

    private Future<JsonObject> placesFile(RoutingContext ctx) {
        String unit = Input.of(ctx)
                .query("unit")
                .orElseThrow(() -> Problem.invalid("unit", "required", "Whose places, where a row names no unit."));
        return rows(ctx).compose(rows -> places(rows, unit, SignedIn.of(ctx)));
    }

    private Future<JsonObject> places(List<TableRow> rows, String unit, SignedIn who) {
        return open.unitToPlan(unit, who).compose(path -> open.tree()).compose(tree -> {
            List<Unit> units = tree.within(unit, open.today());
            List<PlaceTable.Entry> entries = new PlaceTable(KeepPlaces.names(units), unit).read(rows);
            return keep.preview(entries).map(previews -> {
                JsonArray items = new JsonArray();
                for (KeepPlaces.Preview preview : previews) {
                    PlaceTable.Entry entry = preview.entry();
                    JsonObject item = new JsonObject()
                            .put("line", entry.line())
                            .put("name", entry.name())
                            .put("seats", entry.seats())
                            .put("same", preview.same())
                            .put("faults", PlanJson.faults(entry.faults()));
                    if (entry.address() != null) item.put("address", entry.address());
                    if (entry.contactName() != null) item.put("contactName", entry.contactName());
                    if (entry.contactPhone() != null) item.put("contactPhone", entry.contactPhone());
                    if (entry.unit() != null) {
                        item.put("unit", entry.unit())
                                .put(
                                        "unitName",
                                        tree.unit(entry.unit()).map(Unit::name).orElse(entry.unit()));
                    }
                    preview.existing().ifPresent(place -> item.put("existing", place.id()));
                    items.add(item);
                }
                return new JsonObject().put("items", items);
            });
        });
    }

    /** The pasted text; longer than other texts may be. */
    private static String pasted(RoutingContext ctx) {
        String pasted = Input.of(ctx).text("text", LONGEST_PASTE);
        return java.text.Normalizer.normalize(pasted, java.text.Normalizer.Form.NFC);
    }

    /** The rows of the file that is the request's body, which goes by way of a temporary file. */
    private Future<List<TableRow>> rows(RoutingContext ctx) {
        long length;
        try {
            length = Long.parseLong(ctx.request().getHeader("Content-Length"));
        } catch (NumberFormatException unknown) {
            return Future.failedFuture(Problem.invalid("file", "length_required", "Send a Content-Length."));
        }
        if (length > LARGEST_FILE) {
            return Future.failedFuture(new Problem(Problem.Kind.TOO_LARGE, "file_too_large", "At most 5 MB.", "file"));
        }
        return vertx.fileSystem().createTempFile("diemcau-table", ".tmp").compose(path -> vertx.fileSystem()
                .open(path, new OpenOptions().setTruncateExisting(true).setWrite(true))
                .compose(file -> ctx.request().pipeTo(file))
                .compose(written -> vertx.executeBlocking(() -> SheetFile.rows(Path.of(path)), false))
                .onComplete(done -> vertx.fileSystem().delete(path)));
    }
}
