package vn.diemcau;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A province T of two communes A and B with cells A1, A2 and B1 of three members each, on a real server through its own API. */
public final class SmallOffice implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final RunningPlatform running;
    public final Caller office;
    public final Caller communeB;

    public SmallOffice() throws Exception {
        this(RunningPlatform.start());
    }

    /** The same on a server that is fresh. */
    public SmallOffice(RunningPlatform fresh) {
        running = fresh;
        office = Caller.firstAdministrator(running);
        unit("T", 1, "");
        unit("A", 2, "T");
        unit("B", 2, "T");
        for (String cell : List.of("A1", "A2", "B1")) {
            unit(cell, 4, cell.substring(0, 1));
            for (int n = 1; n <= 3; n++) person(cell, n);
        }
        String password = office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "vanphong.b")
                                .put("name", "Văn phòng B")
                                .put("role", "unit_admin")
                                .put("unit", "B"))
                .expect(201)
                .getString("password");
        communeB = new Caller(running).signedIn("vanphong.b", password);
    }

    public RunningPlatform running() {
        return running;
    }

    private void unit(String code, int level, String parent) {
        JsonObject unit = new JsonObject()
                .put("code", code)
                .put("name", "Đơn vị " + code)
                .put("tree", "party")
                .put("type", level == 4 ? "party_cell" : "party_organization")
                .put("level", level)
                .put("from", "2025-07-01");
        if (!parent.isEmpty()) unit.put("parent", parent);
        office.post("/units", unit).expect(201);
    }

    public static String id(String cell, int n) {
        return UUID.nameUUIDFromBytes((cell + n).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public static String name(String cell, int n) {
        return List.of("Lường Văn Thắng", "Vàng A Pao", "Nông Thị Huệ").get(n - 1) + " " + cell;
    }

    /** Twelve digits, with zeros before them that spreadsheets like to drop. */
    public static String card(String cell, int n) {
        return String.format(Locale.ROOT, "0019%07d%d", Math.abs(cell.hashCode()) % 10_000_000, n);
    }

    private void person(String cell, int n) {
        office.put(
                        "/persons/" + id(cell, n),
                        new JsonObject()
                                .put("name", name(cell, n))
                                .put("unit", cell)
                                .put("card", card(cell, n))
                                .put("status", "official")
                                .put("from", "2025-07-01"))
                .expect(200);
    }

    /** A programme with one hall, not issued yet; what is in {@code more} is put over it. */
    public void programme(String id, String kind, String unit, JsonObject more) {
        JsonObject site = new JsonObject()
                .put("id", id + "-hall")
                .put("kind", "main")
                .put("name", "Hội trường")
                .put("units", new JsonArray().add(unit));
        office.put(
                        "/programmes/" + id,
                        new JsonObject()
                                .put("kind", kind)
                                .put("title", "Cuộc " + id)
                                .put("unit", unit)
                                .put("mode", "in_room")
                                .put("sites", new JsonArray().add(site))
                                .mergeIn(more))
                .expect(201);
    }

    /** Issues it with the session {@code ID-1} that has just begun, and everybody of the units on its list. */
    public void hold(String id, List<String> units, int people) {
        hold(id, JsonArray.of(everybody(units)), people, JustBegun.today());
    }

    public static JsonObject everybody(List<String> units) {
        return new JsonObject().put("kind", "units").put("units", new JsonArray(units));
    }

    /** The same with other rules and another start. */
    public void hold(String id, JsonArray rules, int people, Instant start) {
        JsonObject session = new JsonObject()
                .put("id", id + "-1")
                .put("startsAt", start.toString())
                .put("endsAt", start.plus(Duration.ofHours(2)).toString());
        office.post("/programmes/" + id + "/sessions", new JsonObject().put("sessions", new JsonArray().add(session)))
                .expect(200);
        office.put(
                        "/programmes/" + id + "/scope",
                        new JsonObject().put("rev", 0).put("rules", rules))
                .expect(200);
        office.post("/programmes/" + id + "/state", new JsonObject().put("state", "issued"))
                .expect(200);
        until(() -> attendance(id + "-1", "").size() == people);
    }

    public JsonArray attendance(String session, String standing) {
        String query = standing.isEmpty() ? "" : "?standing=" + standing;
        Caller.Answer answer = office.get("/sessions/" + session + "/attendance" + query);
        return answer.status() == 200 ? answer.json().getJsonArray("items") : new JsonArray();
    }

    /** They come in, and their outcomes have followed when this returns. */
    public void come(String session, String hall, List<String> persons) {
        int before = attendance(session, "present").size();
        for (String person : persons) {
            office.put(
                            "/sessions/" + session + "/sites/" + hall + "/evidence/" + UUID.randomUUID(),
                            new JsonObject()
                                    .put("kind", "in")
                                    .put("by", "tick")
                                    .put("person", person)
                                    .put("seenAt", Instant.now().toString()))
                    .expect(200);
        }
        until(() -> attendance(session, "present").size() == before + persons.size());
    }

    /** The account of a unit over the month of today, when its total has come to that many present. */
    public JsonObject account(String unit, String query, int present) {
        JsonObject[] last = new JsonObject[1];
        until(() -> {
            last[0] =
                    office.get("/reports/units/" + unit + "?" + month() + query).expect(200);
            return last[0].getBoolean("reconciles")
                    && last[0].getJsonObject("total").getJsonObject("counts").getInteger("present") == present;
        });
        return last[0];
    }

    /** The months that anything held within the last hours lies in. */
    public static String month() {
        YearMonth first =
                YearMonth.from(Instant.now().minus(Duration.ofHours(12)).atZone(ZONE));
        LocalDate last = YearMonth.from(Instant.now().atZone(ZONE)).atEndOfMonth();
        return "from=" + first.atDay(1) + "&to=" + last;
    }

    public static void until(BooleanSupplier holds) {
        Patience.until("what was done has been counted", holds);
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
