package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.function.Function;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.From;
import vn.diemcau.http.Input;
import vn.diemcau.http.Live;
import vn.diemcau.http.SignedIn;

/** HTTP for documents, whatever they are of: as a file, and as an outline of what the file will contain. */
final class DocumentRoutes {
    private final WriteDocument writeDocument;
    private final Exports exports;
    private final Audit audit;
    private final Live live;

    DocumentRoutes(WriteDocument writeDocument, Exports exports, Audit audit, Live live) {
        this.writeDocument = writeDocument;
        this.exports = exports;
        this.audit = audit;
        this.live = live;
    }

    void mount(Api api) {
        api.get(
                "/exports/{export}/live",
                Action.OWN,
                ctx -> exports.follow(
                        Input.of(ctx).path("export"),
                        SignedIn.of(ctx),
                        (topic, state) -> live.stream(ctx, topic, state)));
    }

    Api.Handler file(Function<RoutingContext, Future<Document>> read) {
        return ctx -> {
            Wanted wanted = Wanted.of(Input.of(ctx));
            SignedIn by = SignedIn.of(ctx);
            return read.apply(ctx).compose(document -> record(ctx, by, wanted, document)
                    .recover(failure -> document.forget().transform(done -> Future.failedFuture(failure)))
                    .compose(kept -> writeDocument.send(
                            ctx.response(),
                            document,
                            wanted.format(),
                            exports.teller(by, wanted, document.table().rows().count()))));
        };
    }

    /** Before anything leaves: a file that was broken off on its way has left as well. */
    private Future<Void> record(RoutingContext ctx, SignedIn by, Wanted wanted, Document document) {
        return audit.add(
                by.account(),
                "document_exported",
                ctx.request().path().substring(Api.BASE.length()),
                new JsonObject()
                        .put("from", From.of(ctx))
                        .put("name", by.name())
                        .put(
                                "asked",
                                ctx.request().query() == null
                                        ? ""
                                        : ctx.request().query())
                        .put("format", wanted.format().name().toLowerCase(Locale.ROOT))
                        .put("title", document.table().fullTitle())
                        .put("rows", document.table().rows().count()));
    }

    Api.Handler outline(Function<RoutingContext, Future<Document>> read) {
        return ctx -> read.apply(ctx).compose(document -> document.forget().map(done -> document.outline()));
    }
}
