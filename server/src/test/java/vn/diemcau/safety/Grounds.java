package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.diemcau.Caller;
import vn.diemcau.JustBegun;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;

/** A province of two communes that are alike in everything, and one caller of each role in each: whoever is of one has no business in the other. */
final class Grounds implements AutoCloseable {
    final RunningPlatform running;
    final Caller province;
    /** {@code nobody}, {@code province_admin}, and {@code ROLE@1}, {@code ROLE@2} for the others. */
    final Map<String, Caller> callers = new LinkedHashMap<>();

    Grounds() throws Exception {
        running = RunningPlatform.start();
        province = Caller.firstAdministrator(running);
        callers.put("nobody", new Caller(running));
        unit("T", "Đảng bộ tỉnh", "province", 1, "");
        for (int side = 1; side <= 2; side++) commune(side);
        for (int side = 1; side <= 2; side++) {
            callers.put("cadre@" + side, cadre(side));
            callers.put("steward@" + side, steward(side));
            for (String role : new String[] {"cell_secretary", "trainer", "unit_admin"})
                callers.put(role + "@" + side, account(role, side));
        }
        callers.put("province_admin", province);
    }

    static String person(int side, int number) {
        return "00000000-0000-7000-8000-00000000" + side + "00" + number;
    }

    private void unit(String code, String name, String type, int level, String parent) {
        JsonObject unit = new JsonObject()
                .put("code", code)
                .put("name", name)
                .put("tree", "party")
                .put("type", type)
                .put("level", level)
                .put("from", "2025-07-01");
        if (!parent.isEmpty()) unit.put("parent", parent);
        province.post("/units", unit).expect(201);
    }

    private void commune(int side) {
        String commune = "T-" + side;
        unit(commune, "Đảng bộ xã " + side, "commune", 2, "T");
        unit(commune + "-B1", "Chi bộ xóm " + side, "cell", 4, commune);
        for (int number = 1; number <= 4; number++) {
            province.put(
                            "/persons/" + person(side, number),
                            new JsonObject()
                                    .put("name", "Nguyễn Văn " + "ABCD".charAt(number - 1))
                                    .put("birth", String.valueOf(1970 + number))
                                    .put("unit", commune + "-B1")
                                    .put("status", "official")
                                    .put("from", "2026-01-01"))
                    .expect(200);
        }
        Instant now = Instant.now();
        JsonObject site = new JsonObject()
                .put("id", "diem-" + side)
                .put("kind", "linked")
                .put("name", "Điểm cầu " + side)
                .put("seats", 80)
                .put("units", new JsonArray().add(commune));
        province.put(
                        "/programmes/lop-" + side,
                        new JsonObject()
                                .put("kind", "conference")
                                .put("title", "Hội nghị " + side)
                                .put("unit", commune)
                                .put("mode", "in_room")
                                .put("sites", new JsonArray().add(site)))
                .expect(201);
        JsonObject session = new JsonObject()
                .put("id", "buoi-" + side)
                .put("startsAt", JustBegun.today().toString())
                .put("endsAt", now.plus(Duration.ofHours(3)).toString());
        province.post(
                        "/programmes/lop-" + side + "/sessions",
                        new JsonObject().put("sessions", new JsonArray().add(session)))
                .expect(200);
        JsonObject everybody = new JsonObject().put("kind", "units").put("units", new JsonArray().add(commune));
        province.put(
                        "/programmes/lop-" + side + "/scope",
                        new JsonObject().put("rev", 0).put("rules", new JsonArray().add(everybody)))
                .expect(200);
        province.post("/programmes/lop-" + side + "/state", new JsonObject().put("state", "issued"))
                .expect(200);
        Patience.until("the list is in force", () -> {
            Caller.Answer roll = province.get("/sessions/buoi-" + side + "/sites/diem-" + side + "/roll");
            return roll.status() == 200 && roll.json().getJsonArray("people").size() == 4;
        });
    }

    private Caller account(String role, int side) {
        String unit = role.equals("cell_secretary") ? "T-" + side + "-B1" : "T-" + side;
        String login = role.replace("_", "") + side;
        String password = province.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", login)
                                .put("name", login)
                                .put("role", role)
                                .put("unit", unit))
                .expect(201)
                .getString("password");
        return new Caller(running).signedIn(login, password);
    }

    private Caller cadre(int side) {
        String code = province.post("/people/" + person(side, 1) + "/activation-code", new JsonObject())
                .expect(200)
                .getString("code");
        Caller phone = new Caller(running);
        String token = phone.post(
                        "/activations", new JsonObject().put("code", code).put("birthYear", 1971))
                .expect(200)
                .getString("token");
        phone.put("/activations/pin", new JsonObject().put("token", token).put("pin", "260814"))
                .expect(200);
        return phone;
    }

    private Caller steward(int side) {
        String slips = "/sessions/buoi-" + side + "/slips";
        assertThat(province.post(slips, new JsonObject()).status()).isEqualTo(200);
        String code = province.get(slips)
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("code");
        Caller phone = new Caller(running);
        phone.post(
                        "/site-openings",
                        new JsonObject().put("code", code).put("device", new JsonObject().put("name", "Máy ở cửa")))
                .expect(200);
        return phone;
    }

    /** The id of a whole upload of somebody's. */
    String sent(Caller by, String name, byte[] content, Map<String, String> about) throws Exception {
        StringBuilder said = new StringBuilder("filename ").append(base64(name));
        about.forEach((key, value) -> said.append(',').append(key).append(' ').append(base64(value)));
        URI all = URI.create(running.url() + "/api/v1/uploads");
        HttpResponse<Void> opened = send(
                by,
                "POST",
                all,
                new byte[0],
                Map.of("Upload-Length", Integer.toString(content.length), "Upload-Metadata", said.toString()));
        assertThat(opened.statusCode()).isEqualTo(201);
        URI at = all.resolve(opened.headers().firstValue("Location").orElseThrow());
        Map<String, String> whole = Map.of("Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
        assertThat(send(by, "PATCH", at, content, whole).statusCode()).isEqualTo(204);
        return at.getPath().substring(at.getPath().lastIndexOf('/') + 1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<Void> send(Caller by, String method, URI uri, byte[] body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Tus-Resumable", "1.0.0");
        by.headers().forEach(request::header);
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    /** The path with ids of this side's commune; a parameter that is not known here gets an id that nothing has. */
    static String path(String template, int side) {
        return template.replace("{unit}", template.startsWith("/cells/") ? "T-" + side + "-B1" : "T-" + side)
                .replace("{person}", person(side, 2))
                .replace("{programme}", "lop-" + side)
                .replace("{session}", "buoi-" + side)
                .replace("{site}", "diem-" + side)
                .replaceAll("\\{\\w+}", "00000000-0000-7000-8000-0000000000f" + side);
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
