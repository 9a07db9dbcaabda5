package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The invented stewards of today's conference: each opens a site with the code of its slip and sends what happens at the door through
 * the public API. Everything is decided by the session's id, so that a server that was killed goes on with the same day, and what is
 * sent twice counts once.
 */
final class DemoStewards {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStewards.class);
    private static final int SILENT_OF_TWENTY = 2;

    private final DemoCaller office;
    private final InstantSource clock;
    private final String session;
    private final List<Door> doors = new ArrayList<>();

    DemoStewards(DemoCaller office, InstantSource clock, String session) {
        this.office = office;
        this.clock = clock;
        this.session = session;
    }

    /** What one site's steward will do: whom to scan when. */
    private static final class Door {
        final String site;
        final DemoCaller steward;
        final List<JsonObject> entries = new ArrayList<>();
        int next;
        boolean reported;
        Instant reportAt = Instant.MAX;

        Door(String site, DemoCaller steward) {
            this.site = site;
            this.steward = steward;
        }
    }

    /** Opens the sites; a few stay silent. At the visitors' site half of the people come by themselves: the others are the visitors' to tick. */
    void open() {
        JsonObject whole = office.get("/sessions/" + session);
        Instant start = Instant.parse(whole.getString("startsAt"));
        String visitors = DemoVisitors.site(whole).getString("id");
        for (Object item : slips()) {
            JsonObject slip = (JsonObject) item;
            String site = slip.getString("site");
            Random random = new Random((session + site).hashCode());
            boolean theirs = site.equals(visitors);
            boolean silent = !site.equals(DemoToday.MAIN) && !theirs && random.nextInt(20) < SILENT_OF_TWENTY;
            if (silent) continue;
            Door door = new Door(site, office.another());
            door.steward.post(
                    "/site-openings",
                    new JsonObject()
                            .put("code", slip.getString("code"))
                            .put("device", new JsonObject().put("name", "Máy điểm danh " + slip.getString("name"))));
            script(start, random, door, theirs);
            if (theirs) door.reportAt = Instant.MAX;
            doors.add(door);
        }
    }

    private JsonArray slips() {
        JsonArray items = office.get("/sessions/" + session + "/slips").getJsonArray("items");
        if (!items.isEmpty()) return items;
        office.post("/sessions/" + session + "/slips", new JsonObject());
        return office.get("/sessions/" + session + "/slips").getJsonArray("items");
    }

    /** Most come in the half hour before the start, some late, two or three of a hundred not at all; slower sites are still filling. */
    private void script(Instant start, Random random, Door door, boolean visited) {
        double coming = visited ? 0.5 : 0.94 + random.nextDouble() * 0.06;
        JsonObject roll = door.steward.get("/sessions/" + session + "/sites/" + door.site + "/roll");
        boolean slow = random.nextInt(100) < 35;
        Instant nineOfTen = start;
        List<Instant> arrivals = new ArrayList<>();
        for (Object item : roll.getJsonArray("people")) {
            JsonObject person = (JsonObject) item;
            if (!"required".equals(person.getString("standing")) || random.nextDouble() > coming) continue;
            long seconds = slow
                    ? (long) (-600 + random.nextDouble() * 2400)
                    : (long) (-1500 + Math.abs(random.nextGaussian()) * 700);
            // where visitors tick nobody else comes any more
            Instant seenAt = start.plusSeconds(visited ? Math.min(seconds, 0) : seconds);
            String by = random.nextInt(10) < 8 ? "badge" : "tick";
            arrivals.add(seenAt);
            // a restart finds those who came before it
            if ("present".equals(person.getJsonObject("outcome").getString("standing"))) continue;
            door.entries.add(new JsonObject()
                    .put("id", id(door.site + person.getString("id")))
                    .put("kind", "in")
                    .put("by", by)
                    .put("person", person.getString("id"))
                    .put("seenAt", seenAt.toString()));
        }
        door.entries.sort((one, other) -> one.getString("seenAt").compareTo(other.getString("seenAt")));
        arrivals.sort(null);
        if (!arrivals.isEmpty()) nineOfTen = arrivals.get(arrivals.size() * 9 / 10);
        door.reportAt = arrivals.isEmpty() ? Instant.MAX : nineOfTen.plusSeconds(60 + random.nextInt(240));
        door.reported = !"filling".equals(roll.getString("state")) && !"silent".equals(roll.getString("state"));
    }

    private String id(String what) {
        return UUID.nameUUIDFromBytes((session + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Sends what is due by now; called every moment. */
    void advance() {
        Instant now = clock.instant();
        for (Door door : doors) advance(door, now);
    }

    private void advance(Door door, Instant now) {
        JsonArray due = new JsonArray();
        while (door.next < door.entries.size()
                && due.size() < 200
                && Instant.parse(door.entries.get(door.next).getString("seenAt"))
                        .isBefore(now)) {
            due.add(door.entries.get(door.next++));
        }
        String place = "/sessions/" + session + "/sites/" + door.site;
        try {
            if (!due.isEmpty()) {
                door.steward.post(
                        place + "/evidence/batch",
                        new JsonObject().put("sentAt", now.toString()).put("entries", due));
            }
            if (!door.reported && now.isAfter(door.reportAt)) {
                door.reported = true;
                door.steward.post(place + "/reports", new JsonObject().put("id", id(door.site + "report")));
            }
        } catch (DemoCaller.Refused refused) {
            LOG.warn("demo: {}", refused.getMessage());
        }
    }
}
