package vn.diemcau.enrolment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.diemcau.http.Input;
import vn.diemcau.paper.Layout;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Session;

/** Summonses and their paper on the wire. */
final class SummonsJson {
    private static final int LINES = 20;

    private SummonsJson() {}

    static JsonObject paper(Paper paper) {
        return new JsonObject()
                .put("layout", ScopeJson.lower(paper.layout()))
                .put("kind", ScopeJson.lower(paper.kind()))
                .put("superior", paper.superior())
                .put("issuer", paper.issuer())
                .put("number", paper.number())
                .put("place", paper.place())
                .put("date", paper.date() == null ? null : paper.date().toString())
                .put("signedFor", paper.signedFor())
                .put("signerRole", paper.signerRole())
                .put("signerName", paper.signerName())
                .put("request", new JsonArray(paper.request()))
                .put("recipients", new JsonArray(paper.recipients()));
    }

    static Paper readPaper(Input in) {
        return new Paper(
                in.choice("layout", Layout.class),
                in.choice("kind", Paper.Kind.class),
                in.optional("superior").orElse(null),
                in.text("issuer"),
                in.optional("number").orElse(null),
                in.optional("place").orElse(null),
                in.optionalDate("date").orElse(null),
                in.optional("signedFor").orElse(null),
                in.optional("signerRole").orElse(null),
                in.optional("signerName").orElse(null),
                in.texts("request", LINES),
                in.texts("recipients", LINES));
    }

    static JsonObject summons(Summons summons) {
        JsonObject body = new JsonObject()
                .put("programme", summons.programme())
                .put("unit", summons.unit())
                .put("unitName", summons.unitName())
                .put("people", summons.people())
                .put("issuedAt", summons.issuedAt())
                .put("receivedAt", summons.receivedAt())
                .put("changed", summons.changedSinceReceipt());
        summons.receipt().ifPresent(receipt -> body.put("receivedBy", receipt.name()));
        return body;
    }

    /** Who confirmed what and when, also what has changed since. */
    static JsonObject receipts(Summons summons) {
        JsonArray receipts = new JsonArray();
        summons.receipts()
                .forEach(receipt -> receipts.add(new JsonObject()
                        .put("content", receipt.content())
                        .put("by", receipt.name())
                        .put("at", receipt.at())));
        return new JsonObject().put("receipts", receipts);
    }

    static JsonObject open(Programme programme, Paper paper, Summons summons, List<Session> sessions) {
        JsonArray items = new JsonArray();
        for (Session session : sessions) {
            items.add(new JsonObject()
                    .put("id", session.id())
                    .put("number", session.number())
                    .put("topic", session.topic())
                    .put("startsAt", session.startsAt())
                    .put("endsAt", session.endsAt())
                    .put("mode", ScopeJson.lower(session.mode()))
                    .put("state", ScopeJson.lower(session.state())));
        }
        return new JsonObject()
                .put("programme", programme.id())
                .put("kind", ScopeJson.lower(paper.kind()))
                .put("event", ScopeJson.lower(programme.kind()))
                .put("title", programme.title())
                .put("issuer", paper.issuer())
                .put("unit", summons.unit())
                .put("unitName", summons.unitName())
                .put("people", summons.people())
                .put("sessions", items);
    }
}
