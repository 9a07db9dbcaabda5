package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;

/** A commune that plans classes, under a province; its meeting server is away all the time. */
final class PlannedClass implements AutoCloseable {
    static final String SITE = "hoi-truong";

    final Caller office;
    private final RunningPlatform running;
    private final Instant now;
    private int cadres;

    PlannedClass(Path data, Instant now) throws Exception {
        this.now = now;
        running = RunningPlatform.over(
                data,
                Map.of(
                        "JITSI_URL", "https://meet.test",
                        "JITSI_APP_ID", "diemcau",
                        "JITSI_APP_SECRET", "a secret of more than thirty-two characters",
                        "JITSI_PRESENCE", "away=http://127.0.0.1:1/diemcau/presence",
                        "JITSI_PRESENCE_SECRET", "another secret of more than thirty-two characters"));
        office = Caller.firstAdministrator(running);
        unit("T", "province", 1, null);
        unit("T-1", "commune", 2, "T");
        unit("T-2", "commune", 2, "T");
    }

    private void unit(String code, String type, int level, @Nullable String parent) {
        JsonObject unit = new JsonObject()
                .put("code", code)
                .put("name", "Đảng bộ " + code)
                .put("tree", "party")
                .put("type", type)
                .put("level", level)
                .put("from", "2025-07-01");
        if (parent != null) unit.put("parent", parent);
        office.post("/units", unit).expect(201);
    }

    static String person(int number) {
        return "00000000-0000-7000-8000-0000000000" + (10 + number);
    }

    /** Somebody of the unit with a phone of their own. */
    Caller cadre(String unit) {
        int number = cadres++;
        JsonObject person = new JsonObject()
                .put("name", "Nông Thị " + "ABCD".charAt(number))
                .put("birth", "1980")
                .put("unit", unit)
                .put("status", "official")
                .put("from", "2026-01-01");
        office.put("/persons/" + person(number), person).expect(200);
        String code = office.post("/people/" + person(number) + "/activation-code", new JsonObject())
                .expect(200)
                .getString("code");
        Caller phone = new Caller(running);
        String token = phone.post(
                        "/activations", new JsonObject().put("code", code).put("birthYear", 1980))
                .expect(200)
                .getString("token");
        phone.put("/activations/pin", new JsonObject().put("token", token).put("pin", "260814"))
                .expect(200);
        return phone;
    }

    Caller account(String login, String name, String role, String unit) {
        String password = office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", login)
                                .put("name", name)
                                .put("role", role)
                                .put("unit", unit))
                .expect(201)
                .getString("password");
        return new Caller(running).signedIn(login, password);
    }

    void programme(String id) {
        JsonObject site = new JsonObject()
                .put("id", SITE)
                .put("kind", "main")
                .put("name", "Hội trường xã")
                .put("units", new JsonArray().add("T-1"));
        office.put(
                        "/programmes/" + id,
                        new JsonObject()
                                .put("kind", "class")
                                .put("title", "Lớp bồi dưỡng")
                                .put("unit", "T-1")
                                .put("mode", "hybrid")
                                .put("sites", new JsonArray().add(site)))
                .expect(201);
        JsonObject commune = new JsonObject().put("kind", "units").put("units", new JsonArray().add("T-1"));
        office.put(
                        "/programmes/" + id + "/scope",
                        new JsonObject().put("rev", 0).put("rules", new JsonArray().add(commune)))
                .expect(200);
    }

    void session(String programme, String id, Duration from, Duration to, @Nullable String lecturer) {
        JsonObject session = new JsonObject()
                .put("id", id)
                .put("startsAt", now.plus(from).toString())
                .put("endsAt", now.plus(to).toString());
        if (lecturer != null) session.put("lecturer", lecturer);
        assertThat(office.post(
                                "/programmes/" + programme + "/sessions",
                                new JsonObject().put("sessions", new JsonArray().add(session)))
                        .status())
                .isBetween(200, 201);
    }

    void issue(String programme) {
        office.post("/programmes/" + programme + "/state", new JsonObject().put("state", "issued"))
                .expect(200);
    }

    void state(String session, String state) {
        office.post(
                        "/sessions/" + session + "/state",
                        new JsonObject().put("state", state).put("reason", "Bão số 5"))
                .expect(200);
    }

    /** A phone that opened the site by its slip. */
    Caller device(String session) {
        assertThat(office.post("/sessions/" + session + "/slips", new JsonObject())
                        .status())
                .isEqualTo(200);
        String code = office.get("/sessions/" + session + "/slips")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("code");
        Caller device = new Caller(running);
        device.post("/site-openings", new JsonObject().put("code", code)).expect(200);
        return device;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
