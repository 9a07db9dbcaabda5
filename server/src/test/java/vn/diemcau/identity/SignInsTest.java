package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.AuthenticatorApp;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;

/** Where one is signed in, on one node and on two: listed, ended, locked. */
class SignInsTest {
    private static final String PASSWORD = "mot cau that dai de nho";

    @TempDir
    Path data;

    private RunningPlatform running;
    private Caller office;

    @BeforeEach
    void start() throws Exception {
        running = RunningPlatform.over(data, Map.of());
        office = Caller.firstAdministrator(running);
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    private Caller again() {
        return new Caller(running).signedIn("quantri", PASSWORD);
    }

    private static JsonArray items(Caller caller) {
        return caller.get("/me/sign-ins").expect(200).getJsonArray("items");
    }

    /** Neither password nor second factor are within reach of this sign-in, though it shows the password. */
    private static void touchesNothing(Caller caller, String why) {
        JsonObject shown = new JsonObject().put("password", PASSWORD);
        assertThat(caller.put(
                                "/me/password",
                                new JsonObject().put("old", PASSWORD).put("password", "trâu nhà ai gặm cỏ bờ đê"))
                        .problem(403))
                .isEqualTo(why);
        assertThat(caller.post("/me/second-factor", shown).problem(403)).isEqualTo(why);
        assertThat(caller.put("/me/second-factor", new JsonObject().put("code", "123456"))
                        .problem(403))
                .isEqualTo(why);
        assertThat(caller.post("/me/recovery-codes", shown).problem(403)).isEqualTo(why);
    }

    private void used(Instant at) throws Exception {
        StoreTool.use(data, uri -> {
            try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                RunningPlatform.await(Mongo.one(mongo.collection("sign_ins")
                        .updateMany(new Document(), new Document("$set", new Document("seenAt", Date.from(at))))));
            }
        });
    }

    @Test
    void oneOfMineIsEndedAndTheOthersStay() {
        Caller second = again();
        Caller third = again();
        assertThat(items(office)).hasSize(3);
        String here = items(third).stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getBoolean("here"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        assertThat(office.delete("/me/sign-ins/" + here).status()).isEqualTo(204);
        assertThat(third.get("/me").problem(401)).isEqualTo("not_signed_in");
        second.get("/me").expect(200);
        assertThat(second.delete("/me/sign-ins").status()).isEqualTo(204);
        assertThat(office.get("/me").problem(401)).isEqualTo("not_signed_in");
        assertThat(items(second)).hasSize(1);
    }

    @Test
    void nobodyEndsWhatIsNotTheirs() {
        JsonObject made = office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "giangvien")
                                .put("name", "Giảng viên")
                                .put("role", "trainer")
                                .put("unit", "/"))
                .expect(201);
        Caller trainer = new Caller(running).signedIn("giangvien", made.getString("password"));
        String others = items(office).getJsonObject(0).getString("id");
        trainer.delete("/me/sign-ins/" + others);
        office.get("/me").expect(200);
        assertThat(items(trainer)).hasSize(1);
    }

    @Test
    void signingInAgainOnTheSameBrowserLeavesNothingBehind() {
        Map<String, String> before = office.headers();
        office.signedIn("quantri", PASSWORD);
        assertThat(office.headers()).isNotEqualTo(before);
        assertThat(items(office)).hasSize(1);
    }

    @Test
    void whatWasNotUsedForAWhileIsLockedUntilThePasswordIsShown() throws Exception {
        running.close();
        StoreTool.use(data, uri -> assertThat(uri).isNotEmpty());
        used(Instant.now().minus(Duration.ofMinutes(6)));
        running = RunningPlatform.over(data, Map.of());
        Caller same = new Caller(running).carrying(office);
        assertThat(same.get("/accounts").problem(403)).isEqualTo("locked");
        assertThat(same.get("/me").expect(200).getJsonArray("due")).containsExactly("unlock");
        assertThat(same.post("/me/unlock", new JsonObject().put("secret", "something else"))
                        .problem(400))
                .isEqualTo("wrong_password");
        touchesNothing(same, "locked");
        same.post("/me/unlock", new JsonObject().put("secret", PASSWORD)).expect(200);
        same.get("/accounts").expect(200);
        same.post("/me/lock", new JsonObject());
        assertThat(same.get("/accounts").problem(403)).isEqualTo("locked");
    }

    @Test
    void aPinReachesNeitherPasswordNorSecondFactorNorWhatAFactorStandsBefore() {
        String person = "00000000-0000-7000-8000-000000000078";
        office.post(
                        "/units",
                        new JsonObject()
                                .put("code", "T")
                                .put("name", "Đảng bộ tỉnh")
                                .put("tree", "party")
                                .put("type", "province")
                                .put("level", 1)
                                .put("from", "2025-07-01"))
                .expect(201);
        office.put(
                        "/persons/" + person,
                        new JsonObject()
                                .put("name", "Lò Văn Hai")
                                .put("birth", "1971")
                                .put("unit", "T")
                                .put("status", "official")
                                .put("from", "2026-01-01"))
                .expect(200);
        JsonObject made = office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "lovanhai")
                                .put("name", "Lò Văn Hai")
                                .put("role", "trainer")
                                .put("unit", "T")
                                .put("person", person))
                .expect(201);
        Caller phone = new Caller(running);
        String code = office.post("/people/" + person + "/activation-code", new JsonObject())
                .expect(200)
                .getString("code");
        String token = phone.post(
                        "/activations", new JsonObject().put("code", code).put("birthYear", 1971))
                .expect(200)
                .getString("token");
        JsonObject me = phone.put(
                        "/activations/pin", new JsonObject().put("token", token).put("pin", "260814"))
                .expect(200);
        assertThat(me.getJsonArray("grants").encode()).contains("trainer");
        touchesNothing(phone, "password_needed");

        Caller desk = new Caller(running).signedIn("lovanhai", made.getString("password"));
        assertThat(desk.post("/me/second-factor", new JsonObject()).problem(400))
                .as("a first factor too asks for the password")
                .isEqualTo("wrong_password");
        String secret = desk.post("/me/second-factor", new JsonObject().put("password", Caller.ownPassword("lovanhai")))
                .expect(200)
                .getString("secret");
        desk.put("/me/second-factor", new JsonObject().put("code", AuthenticatorApp.code(secret)))
                .expect(200);
        JsonObject byPin = phone.post(
                        "/sign-in",
                        new JsonObject().put("account", made.getString("id")).put("pin", "260814"))
                .expect(200);
        assertThat(byPin.getJsonArray("grants").encode()).contains("cadre").doesNotContain("trainer");
    }

    @Test
    void whatEndsOnOneNodeEndsOnTheOtherWithinSeconds(@TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("keys"));
        Files.copy(data.resolve("keys/identity.key"), other.resolve("keys/identity.key"));
        String[] uri = new String[1];
        StoreTool.use(data, found -> uri[0] = found);
        try (RunningPlatform second = RunningPlatform.over(other, Map.of("MONGODB_URI", uri[0]))) {
            Caller there = new Caller(second).carrying(office);
            there.get("/me").expect(200);
            office.post("/sign-out", new JsonObject()).expect(204);
            Patience.until(
                    "the other node has heard of it", () -> there.get("/me").status() == 401);
        }
    }
}
