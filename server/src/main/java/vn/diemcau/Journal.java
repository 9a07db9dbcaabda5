package vn.diemcau;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.From;
import vn.diemcau.http.Shown;
import vn.diemcau.http.SignedIn;
import vn.diemcau.privacy.ReadLog;

/**
 * Writes changes of plans, lists, corrections and closings, and every paper that leaves, into the audit record, before the caller has
 * the answer. People, units, rights, sign-ins and documents of reports write their own records, with what was before or what is in them.
 */
final class Journal implements Api.Journal {
    private static final int LONGEST = 8000;
    /** Room for a group of 5,000 people that was deleted. */
    private static final int LONGEST_SIDE = 250_000;

    private static final Set<Action> CHANGES = Set.of(
            Action.PLAN, Action.SUMMON, Action.CONFIRM_RECEIPT, Action.DECIDE_ABSENCE, Action.CORRECT, Action.CLOSE);

    /** Pages with many people's records. */
    private static final Set<String> LISTS = Set.of(
            "/units/{unit}/people",
            "/sessions/{session}/list",
            "/sessions/{session}/attendance",
            "/sessions/{session}/sites/{site}/roll",
            "/sessions/{session}/sites/{site}/live",
            "/sessions/{session}/sites/{site}/pack",
            "/sessions/{session}/roll-sheet/{site}",
            "/cells/{unit}/meeting",
            "/reports/units/{unit}/people",
            "/reports/units/{unit}/persons");

    private final Audit audit;
    private final ReadLog reads;

    Journal(Audit audit, ReadLog reads) {
        this.audit = audit;
        this.reads = reads;
    }

    @Override
    public Future<Void> keep(SignedIn by, Api.Entry route, RoutingContext ctx) {
        return seen(by, route, ctx).compose(done -> audited(by, route, ctx));
    }

    private Future<Void> seen(SignedIn by, Api.Entry route, RoutingContext ctx) {
        if (!route.method().equals(HttpMethod.GET)) return Future.succeededFuture();
        List<ReadLog.Seen> seen = new ArrayList<>();
        Set<String> persons = new TreeSet<>(Shown.persons(ctx));
        if (ctx.pathParam("person") != null) persons.add(ctx.pathParam("person"));
        for (String person : persons) {
            if (!person.equals(by.person())) seen.add(new ReadLog.Seen(route.path(), person, null, null));
        }
        for (String session : Shown.sessions(ctx)) seen.add(new ReadLog.Seen(route.path(), null, session, null));
        if (LISTS.contains(route.path()))
            seen.add(new ReadLog.Seen(route.path(), null, ctx.pathParam("session"), ctx.pathParam("unit")));
        return reads.keep(by, seen, From.of(ctx));
    }

    private Future<Void> audited(SignedIn by, Api.Entry route, RoutingContext ctx) {
        if (!isKept(route) && BeforeAfter.of(ctx).isEmpty()) return Future.succeededFuture();
        JsonObject detail = new JsonObject().put("from", From.of(ctx)).put("name", by.name());
        String body = ctx.body() == null || ctx.body().asString() == null
                ? ""
                : ctx.body().asString();
        BeforeAfter.of(ctx).ifPresent(change -> put(detail, change.told()));
        if (!body.isEmpty()) detail.put("body", cut(body));
        return audit.add(
                by.account(),
                route.method().name().toLowerCase(Locale.ROOT) + " " + route.path(),
                ctx.request().path().substring(Api.BASE.length()),
                detail);
    }

    /** What is too long for a line is cut, and then stands there as text. */
    private static void put(JsonObject detail, JsonObject told) {
        told.forEach(side -> {
            String text = side.getValue().toString();
            detail.put(
                    side.getKey(),
                    text.length() > LONGEST_SIDE ? text.substring(0, LONGEST_SIDE) + "…" : side.getValue());
        });
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static boolean isKept(Api.Entry route) {
        if (route.path().contains("preview") || route.path().startsWith("/reports/")) return false;
        if (route.method().equals(HttpMethod.GET))
            return route.path().matches(".*(/file|/archive|/export|-pdf|-zip|-xlsx)");
        return CHANGES.contains(route.action())
                || route.path().startsWith("/imports")
                || route.path().startsWith("/reorganisations")
                || route.action() == Action.TAKE_ROLL && route.path().endsWith("/closing");
    }
}
