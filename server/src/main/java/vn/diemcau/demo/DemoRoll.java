package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** The roll of one site at a session that is over, taken through the public API. Taken again it is the same. */
final class DemoRoll {
    private static final String[] REASONS = {
        "Đi công tác theo giấy điều động", "Ốm, có giấy của cơ sở y tế", "Trực tại cơ quan", "Gia đình có việc tang"
    };

    /** How many reasons there are to be excused. */
    static final int EXCUSES = REASONS.length;

    private static final int MOST = 199;

    private final DemoCaller office;
    private final InstantSource clock;
    private final String session;
    private final String site;
    private final String place;
    private JsonArray entries = new JsonArray();

    DemoRoll(DemoCaller office, InstantSource clock, String session, String site) {
        this.office = office;
        this.clock = clock;
        this.session = session;
        this.site = site;
        this.place = "/sessions/" + session + "/sites/" + site;
    }

    List<JsonObject> people() {
        return office.get(place + "/roll").getJsonArray("people").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    void in(String person, String by, Instant at) {
        add(id(session, person), "in", by, person, at);
    }

    void out(String person, Instant at) {
        add(id(session, person + "out"), "out", "badge", person, at);
    }

    private void add(String id, String kind, String by, String person, Instant at) {
        entries.add(new JsonObject()
                .put("id", id)
                .put("kind", kind)
                .put("by", by)
                .put("person", person)
                .put("seenAt", at.toString()));
        if (entries.size() >= MOST) send();
    }

    private void send() {
        if (!entries.isEmpty()) {
            office.post(
                    place + "/evidence/batch",
                    new JsonObject().put("sentAt", clock.instant().toString()).put("entries", entries));
        }
        entries = new JsonArray();
    }

    /** Somebody asked for leave and was given it. */
    void excuse(String person, int reason) {
        String absence = id(session, person + "absence");
        office.put(
                "/absences/" + absence,
                new JsonObject().put("session", session).put("person", person).put("reason", REASONS[reason]));
        office.post("/absences/" + absence + "/decision", new JsonObject().put("decision", "approved"));
    }

    /** The site has reported; whoever was not seen was not there. */
    void report(Instant at) {
        send();
        office.post(
                place + "/reports",
                new JsonObject().put("id", id(session, site + "report")).put("seenAt", at.toString()));
    }

    /** All sites have: the session is closed and over. */
    static void end(DemoCaller office, String session) {
        office.post("/sessions/" + session + "/closing", new JsonObject().put("id", id(session, "closing")));
        office.post("/sessions/" + session + "/state", new JsonObject().put("state", "ended"));
    }

    private static String id(String session, String what) {
        return UUID.nameUUIDFromBytes((session + "|" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
