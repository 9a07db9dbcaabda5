package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.paper.Spreadsheet;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP of attendance as a file for the electronic handbook. */
final class ExchangeRoutes {
    private final Schedule schedule;
    private final ReadExchange readExchange;
    private final WriteDocument writeDocument;
    private final Exports exports;
    private final Audit audit;

    ExchangeRoutes(
            Schedule schedule, ReadExchange readExchange, WriteDocument writeDocument, Exports exports, Audit audit) {
        this.schedule = schedule;
        this.readExchange = readExchange;
        this.writeDocument = writeDocument;
        this.exports = exports;
        this.audit = audit;
    }

    void mount(Api api) {
        api.get("/reports/sessions/{session}/exchange", Action.IMPORT_PEOPLE, this::exchange);
    }

    private Future<Void> exchange(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return schedule.session(Input.of(ctx).path("session")).compose(found -> {
            Session session =
                    found.orElseThrow(() -> Problem.missing("not_found", "There is no such thing here for you."));
            by.require(Action.IMPORT_PEOPLE, session.unitPath());
            Wanted wanted = Wanted.of(Input.of(ctx));
            return readExchange.handle(session).compose(rows -> audit.add(
                            by.account(),
                            "attendance_exported",
                            "session/" + session.id(),
                            by.did(new JsonObject().put("rows", rows.count())))
                    .recover(failure -> rows.forget().transform(done -> Future.failedFuture(failure)))
                    .compose(kept -> writeDocument.send(
                            ctx.response(),
                            Wanted.Format.XLSX.type,
                            "Điểm danh " + session.title() + ".xlsx",
                            out -> Spreadsheet.plain(
                                    "Điểm danh",
                                    ReadExchange.HEADINGS,
                                    rows,
                                    out,
                                    WriteDocument.whileAwaited(
                                            ctx.response(), exports.teller(by, wanted, rows.count()))),
                            rows::forget)));
        });
    }
}
