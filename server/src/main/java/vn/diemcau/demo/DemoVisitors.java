package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import vn.diemcau.attendance.RoomCode;
import vn.diemcau.problem.Problem;

/** Makes visitors of the demonstration part of its conference, through the same API that its office would use. Blocks its thread. */
final class DemoVisitors {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int BIRTH_YEAR = 1990;
    private static final int LONGEST_NAME = 40;
    private static final String PIN = "274913";

    private final DemoCaller office;
    private final String session;
    private final DemoLine line;
    private final InstantSource clock;

    DemoVisitors(DemoCaller office, String session, DemoLine line, InstantSource clock) {
        this.office = office;
        this.session = session;
        this.line = line;
        this.clock = clock;
    }

    /** The conference and the site that visitors belong to. */
    JsonObject today() {
        JsonObject whole = office.get("/sessions/" + session);
        JsonObject site = site(whole);
        return new JsonObject()
                .put("session", session)
                .put("programme", whole.getString("programme"))
                .put("site", new JsonObject().put("id", site.getString("id")).put("name", site.getString("name")))
                .put("up", !line.isCut(session, site.getString("id")));
    }

    /** A person of that name on today's list, with a code to activate a phone; the person then checks in like anybody. */
    JsonObject welcome(String name) {
        if (name.length() > LONGEST_NAME) throw Problem.invalid("name", "too_long", "At most 40 characters.");
        JsonObject site = site(office.get("/sessions/" + session));
        String unit = site.getJsonArray("units").getJsonObject(0).getString("id");
        String person = UUID.randomUUID().toString();
        JsonObject made = office.put(
                "/persons/" + person,
                new JsonObject()
                        .put("name", name)
                        .put("unit", unit)
                        .put("status", "official")
                        .put("birth", String.valueOf(BIRTH_YEAR))
                        .put("from", clock.instant().atZone(ZONE).toLocalDate().toString()));
        office.post(
                "/sessions/" + session + "/list/amendments",
                new JsonObject()
                        .put("reason", "Khách tham quan bản trình diễn")
                        .put(
                                "changes",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("person", person)
                                                .put("standing", "required")
                                                .put("site", site.getString("id")))));
        return new JsonObject()
                .put("person", person)
                .put("name", made.getString("name", name))
                .put("birthYear", BIRTH_YEAR)
                .put(
                        "code",
                        office.post("/people/" + person + "/activation-code", new JsonObject())
                                .getString("code"))
                .put("session", session)
                .put("site", site.getString("id"))
                .put("siteName", site.getString("name"))
                .put("roomCode", roomCode(site.getString("id")));
    }

    /** The same at this very computer: the visitor's phone is played by the demonstration, so that the browser stays signed in as it is. */
    JsonObject welcomeHere(String name) {
        JsonObject visitor = welcome(name);
        DemoCaller phone = office.another();
        String token = phone.post(
                        "/activations",
                        new JsonObject()
                                .put("code", visitor.getString("code"))
                                .put("birthYear", visitor.getInteger("birthYear")))
                .getString("token");
        phone.put("/activations/pin", new JsonObject().put("token", token).put("pin", PIN));
        JsonObject answer = phone.put(
                "/sessions/" + session + "/check-ins/" + UUID.randomUUID(),
                new JsonObject()
                        .put("site", visitor.getString("site"))
                        .put("code", visitor.getString("roomCode"))
                        .put("seenAt", clock.instant().toString()));
        return visitor.put("result", answer.getString("result"));
    }

    private String roomCode(String site) {
        String key = office.get("/sessions/" + session + "/room-code/" + site).getString("key");
        return RoomCode.at(Base64.getUrlDecoder().decode(key), clock.instant());
    }

    /** The slip of the visitors' site, as a steward there holds it. */
    JsonObject slip() {
        JsonObject site = site(office.get("/sessions/" + session));
        for (Object item : office.get("/sessions/" + session + "/slips").getJsonArray("items")) {
            JsonObject slip = (JsonObject) item;
            if (slip.getString("site").equals(site.getString("id"))) {
                return new JsonObject()
                        .put("session", session)
                        .put("site", site.getString("id"))
                        .put("siteName", site.getString("name"))
                        .put("code", slip.getString("code"));
            }
        }
        throw Problem.unavailable("demo_not_ready", "The demonstration is not ready yet; try again in a moment.");
    }

    /** Cuts or mends the line of the visitors' site; that it is down stands on the wall as its technician would report it. */
    JsonObject line(boolean up) {
        String site = site(office.get("/sessions/" + session)).getString("id");
        String place = "/sessions/" + session + "/sites/" + site;
        boolean down = "link_down".equals(office.get(place + "/roll").getString("state"));
        if (up) line.mend(session, site);
        else line.cut(session, site);
        if (down == up) {
            String id = UUID.randomUUID().toString();
            office.put(
                    place + "/evidence/" + id,
                    new JsonObject()
                            .put("kind", up ? "link_up" : "link_down")
                            .put("by", "tick")
                            .put("seenAt", clock.instant().toString()));
        }
        return new JsonObject().put("session", session).put("site", site).put("up", up);
    }

    /** The site that belongs to visitors: the third linked one with units of its own, where a wall shows it at once. */
    static JsonObject site(JsonObject session) {
        List<JsonObject> linked = session.getJsonArray("sites").stream()
                .map(JsonObject.class::cast)
                .filter(site -> "linked".equals(site.getString("kind")))
                .filter(site -> !site.getJsonArray("units").isEmpty())
                .toList();
        if (linked.isEmpty())
            throw Problem.unavailable("demo_not_ready", "The demonstration is not ready yet; try again in a moment.");
        return linked.get(Math.min(2, linked.size() - 1));
    }
}
