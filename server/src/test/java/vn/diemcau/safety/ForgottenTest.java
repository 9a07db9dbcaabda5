package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;

/** Somebody who took part in everything that leaves words, files and their name behind is forgotten. */
class ForgottenTest {
    private static final String ME = Grounds.person(1, 1);
    private static final String NAME = "Nguyễn Văn A";
    private static final String WORDS = "phẫu thuật dạ dày";
    private static final byte[] PAPER = "%PDF-1.7 bệnh viện đa khoa tỉnh xác nhận".getBytes(StandardCharsets.UTF_8);
    private static final String SITE = "/sessions/buoi-1/sites/diem-1";

    /** The id of a whole upload. */
    private static String sent(Grounds grounds, Caller by, String purpose, String about, String id) throws Exception {
        return grounds.sent(by, "giay-ra-vien.pdf", PAPER, Map.of("purpose", purpose, about, id));
    }

    private static JsonObject taken(String upload) {
        return new JsonObject().put("upload", upload).put("declared", true);
    }

    /** Every document outside the audit record that still tells of the person, and every piece of a file of theirs. */
    private static List<String> telling(Grounds grounds) throws Exception {
        List<String> found = new ArrayList<>();
        StoreTool.use(grounds.running.data(), uri -> {
            try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                for (String name :
                        RunningPlatform.await(Mongo.all(mongo.database().listCollectionNames()))) {
                    if (name.equals("audit")) continue;
                    for (Document each : RunningPlatform.await(
                            Mongo.all(mongo.collection(name).find().batchSize(Mongo.BATCH)))) {
                        String text = each.toJson();
                        boolean tells = text.contains(NAME)
                                || text.contains(WORDS)
                                || text.contains("giay-ra-vien")
                                || text.contains("feed|" + ME)
                                || name.endsWith(".chunks");
                        // the neighbouring commune has somebody of the same name
                        if (tells && !text.contains(Grounds.person(2, 1))) found.add(name + " " + text);
                    }
                }
            }
        });
        return found;
    }

    /** The collections in which the person stands by id. */
    private static Set<String> naming(Grounds grounds) throws Exception {
        Set<String> found = new TreeSet<>();
        StoreTool.use(grounds.running.data(), uri -> {
            try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                for (String name :
                        RunningPlatform.await(Mongo.all(mongo.database().listCollectionNames()))) {
                    if (RunningPlatform.await(
                                    Mongo.all(mongo.collection(name).find().batchSize(Mongo.BATCH)))
                            .toString()
                            .contains(ME)) found.add(name);
                }
            }
        });
        return found;
    }

    private static List<String> kinds(List<String> telling) {
        return telling.stream()
                .map(each -> each.substring(0, each.indexOf(' ')))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void nothingThatTellsOfSomebodyForgottenStaysBehindAndTheFiguresDo() throws Exception {
        try (Grounds grounds = new Grounds()) {
            Caller me = grounds.callers.get("cadre@1");
            Caller office = grounds.callers.get("unit_admin@1");
            takePartInEverything(grounds, me, office);

            JsonObject held = me.get("/my/data").expect(200).getJsonObject("held");
            assertThat(held.getJsonArray("absence_files")).hasSize(1);
            assertThat(held.getJsonArray("absence_files").getJsonObject(0).getString("name"))
                    .isEqualTo("giay-ra-vien.pdf");
            assertThat(held.getJsonArray("reflections")).hasSize(1);
            assertThat(held.getJsonArray("uploads")).hasSize(2);
            assertThat(held.fieldNames()).contains("appeals", "account_uses", "hands", "refused");
            assertThat(held.getJsonArray("evidence").encode()).contains(WORDS);
            Set<String> undeclared = naming(grounds);
            undeclared.removeAll(held.fieldNames());
            // plans name people as they list them, links by what they open: features forget there themselves
            assertThat(undeclared).isSubsetOf("audit", "scopes", "links", "groups");
            assertThat(kinds(telling(grounds)))
                    .contains(
                            "absence_files", "absences", "evidence", "files.chunks", "links", "reflections", "scopes");
            office.post(
                            "/persons/" + ME + "/departures",
                            new JsonObject()
                                    .put("lastDay", "2026-01-02")
                                    .put(
                                            "rev",
                                            office.get("/persons/" + ME)
                                                    .expect(200)
                                                    .getLong("rev")))
                    .expect(200);
            JsonObject before = counts(grounds);
            assertThat(grounds.province
                            .post("/persons/" + ME + "/erasure", new JsonObject().put("reason", "Theo yêu cầu"))
                            .status())
                    .isEqualTo(204);

            assertThat(telling(grounds)).isEmpty();
            assertThat(counts(grounds)).isEqualTo(before);
            assertThat(office.get("/programmes/lop-1/reflections").expect(200).encode())
                    .doesNotContain("giay-ra-vien");
            assertThat(office.get("/programmes/lop-1/reflections/archive").status())
                    .isEqualTo(200);
            assertThat(office.get("/programmes/lop-1/reflections/" + ME + "/content")
                            .problem(404))
                    .isEqualTo("not_found");
        }
    }

    private static JsonObject counts(Grounds grounds) {
        return grounds.province.get(SITE + "/roll").expect(200).getJsonObject("counts");
    }

    private void takePartInEverything(Grounds grounds, Caller me, Caller office) throws Exception {
        Instant now = Instant.now();
        me.put("/my/absences/x-1", new JsonObject().put("session", "buoi-1").put("reason", WORDS))
                .expect(200);
        me.put("/my/absences/x-1/attachment", taken(sent(grounds, me, "absence", "absence", "x-1")))
                .expect(200);
        office.post(
                        "/absences/x-1/decision",
                        new JsonObject().put("decision", "approved").put("note", WORDS))
                .expect(200);
        office.put(
                        "/absences/x-2",
                        new JsonObject()
                                .put("session", "buoi-1")
                                .put("person", Grounds.person(1, 2))
                                .put("reason", "bận việc nhà")
                                .put("substitute", ME))
                .expect(200);
        office.put(
                        "/programmes/lop-1/reflections",
                        new JsonObject()
                                .put("deadline", now.plus(Duration.ofDays(9)).toString()))
                .expect(200);
        me.put("/my/reflections/lop-1", taken(sent(grounds, me, "reflection", "programme", "lop-1")))
                .expect(200);
        office.put(
                        SITE + "/evidence/w-1",
                        new JsonObject()
                                .put("kind", "walk_in")
                                .put("by", "search")
                                .put("name", NAME)
                                .put("seenAt", now.toString()))
                .expect(200);
        office.post(
                        SITE + "/merges",
                        new JsonObject().put("id", "m-1").put("walkIn", "w-1").put("person", ME))
                .expect(200);
        me.put(
                        "/sessions/buoi-1/check-ins/i-1",
                        new JsonObject()
                                .put("site", "diem-1")
                                .put(
                                        "code",
                                        grounds.running.platform().attendance().roomCode("buoi-1", "diem-1", now))
                                .put("seenAt", now.toString()))
                .expect(200);
        me.post("/my/feed", new JsonObject()).expect(201);
        JsonObject scope = office.get("/programmes/lop-1/scope").expect(200);
        scope.put(
                "adjustments",
                new JsonArray().add(new JsonObject().put("person", ME).put("reason", WORDS.toLowerCase(Locale.ROOT))));
        office.put("/programmes/lop-1/scope", scope).expect(200);
        Patience.until("the arrival is counted", () -> counts(grounds).getInteger("present") == 1);
    }
}
