package vn.diemcau;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.SignedIn;

/**
 * Writes changes of plans, lists, corrections and closings, and every paper that leaves, into the audit record, before the caller has
 * the answer. People, units, rights, sign-ins and documents of reports write their own records, with what was before or what is in them.
 */
final class Journal implements Api.Journal {
    private static final int LONGEST = 8000;
    private static final Set<Action> CHANGES = Set.of(
            Action.PLAN, Action.SUMMON, Action.CONFIRM_RECEIPT, Action.DECIDE_ABSENCE, Action.CORRECT, Action.CLOSE);

    private final Audit audit;

    Journal(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Future<Void> keep(SignedIn by, Api.Entry route, RoutingContext ctx) {
        if (!isKept(route)) return Future.succeededFuture();
        JsonObject detail = new JsonObject()
                .put("from", ctx.request().remoteAddress().hostAddress())
                .put("name", by.name());
        String body = ctx.body() == null || ctx.body().asString() == null
                ? ""
                : ctx.body().asString();
        if (!body.isEmpty()) detail.put("body", body.length() > LONGEST ? body.substring(0, LONGEST) + "…" : body);
        return audit.add(
                by.account(),
                route.method().name().toLowerCase(Locale.ROOT) + " " + route.path(),
                ctx.request().path().substring(Api.BASE.length()),
                detail);
    }

    private static boolean isKept(Api.Entry route) {
        if (route.path().contains("preview") || route.path().startsWith("/reports/")) return false;
        if (route.method().equals(HttpMethod.GET)) return route.path().matches(".*(/file|-pdf|-zip|-xlsx)");
        return CHANGES.contains(route.action())
                || route.action() == Action.TAKE_ROLL && route.path().endsWith("/closing");
    }
}
