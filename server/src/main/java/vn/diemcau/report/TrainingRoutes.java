package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.function.Function;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.letterhead.Letterheads;

/** HTTP of the statistics of training. */
final class TrainingRoutes {
    private final ReadTraining readTraining;
    private final Letterheads letterheads;
    private final DocumentRoutes documents;
    private final InstantSource clock;

    TrainingRoutes(ReadTraining readTraining, Letterheads letterheads, DocumentRoutes documents, InstantSource clock) {
        this.readTraining = readTraining;
        this.letterheads = letterheads;
        this.documents = documents;
        this.clock = clock;
    }

    /** @param find the unit that is asked for, where the caller may see it */
    void mount(Api api, Function<RoutingContext, Future<UnitAsk>> find) {
        String path = "/reports/units/{unit}/training";
        api.get(path, Action.READ_REPORTS, ctx -> find.apply(ctx).compose(this::training));
        Function<RoutingContext, Future<Document>> read = ctx -> document(ctx, find);
        api.get(path + "/file", Action.READ_REPORTS, documents.file(read));
        api.get(path + "/outline", Action.READ_REPORTS, documents.outline(read));
    }

    private Future<JsonObject> training(UnitAsk found) {
        Period period = found.ask().period();
        return readTraining.handle(found.tree(), found.unit(), period).map(figures -> {
            JsonArray items = new JsonArray();
            for (TrainingFigures.Row row : figures.rows()) {
                items.add(sum(row.now())
                        .put("training", row.training() == null ? "none" : ReportJson.wire(row.training()))
                        .put("before", sum(row.before())));
            }
            return new JsonObject()
                    .put("unit", ReportJson.unit(found.unit()))
                    .put("period", ReportJson.period(period))
                    .put("yearBefore", ReportJson.period(period.yearBefore()))
                    .put("asOf", clock.instant().toString())
                    .put("items", items)
                    .put("total", sum(figures.total()).put("before", sum(figures.before())));
        });
    }

    private static JsonObject sum(TrainingFigures.Sum sum) {
        return new JsonObject()
                .put("classes", sum.classes())
                .put("ended", sum.ended())
                .put("turns", sum.turns())
                .put("persons", sum.persons())
                .put("completed", sum.completed())
                .put("due", sum.due());
    }

    private Future<Document> document(RoutingContext ctx, Function<RoutingContext, Future<UnitAsk>> find) {
        Wanted wanted = Wanted.of(Input.of(ctx));
        return find.apply(ctx).compose(found -> {
            Period period = found.ask().period();
            return letterheads.of(found.unit().id(), period.to()).compose(letterhead -> readTraining
                    .handle(found.tree(), found.unit(), period)
                    .map(figures -> new Document(
                            TrainingTable.of(wanted.issue(letterhead, true), found.unit(), figures, clock.instant()),
                            "Thống kê đào tạo " + found.unit().name() + " "
                                    + period.text().replace('/', '-'))));
        });
    }
}
