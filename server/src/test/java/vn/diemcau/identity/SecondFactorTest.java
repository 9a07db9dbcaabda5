package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.AuthenticatorApp;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;

/** An installation as it comes: administrators show a second factor before they may do anything. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondFactorTest {
    private static final String PASSWORD = "mot cau that dai de nho";

    @TempDir
    static Path data;

    private static RunningPlatform running;
    private static Caller office;
    private static String secret;
    private static List<String> recovery;

    @BeforeAll
    static void start() throws Exception {
        running = RunningPlatform.over(data, Map.of("DIEMCAU_SECOND_FACTOR", "required"));
        office = Caller.firstAdministrator(running);
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    private static JsonObject signIn(String login, String password, String code) {
        return new JsonObject().put("login", login).put("password", password).put("code", code);
    }

    @Test
    @Order(1)
    void theFirstAdministratorMayDoNothingElseFirst() {
        assertThat(office.get("/me").expect(200).getJsonArray("due")).containsExactly("second_factor");
        assertThat(office.get("/units").problem(403)).isEqualTo("settle_first");
        assertThat(office.get("/accounts").problem(403)).isEqualTo("settle_first");
    }

    @Test
    @Order(2)
    void aSecretCountsOnlyWhenItsCodeWasShown() {
        secret = office.post("/me/second-factor", new JsonObject()).expect(200).getString("secret");
        assertThat(office.put("/me/second-factor", new JsonObject().put("code", "000000"))
                        .problem(400))
                .isEqualTo("wrong_factor");
        assertThat(office.get("/me/second-factor").expect(200).getBoolean("on")).isFalse();
        JsonObject done = office.put("/me/second-factor", new JsonObject().put("code", AuthenticatorApp.code(secret)))
                .expect(200);
        recovery = done.getJsonArray("recoveryCodes").stream()
                .map(String.class::cast)
                .toList();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(done.getJsonObject("me").getJsonArray("due")).isEmpty();
        office.get("/accounts").expect(200);
    }

    @Test
    @Order(3)
    void aPasswordAloneOpensNothingAnyMore() {
        Caller caller = new Caller(running);
        JsonObject alone = new JsonObject().put("login", "quantri").put("password", PASSWORD);
        assertThat(caller.post("/sign-in", alone).problem(401)).isEqualTo("second_factor");
        assertThat(caller.post("/sign-in", signIn("quantri", PASSWORD, "123456"))
                        .problem(400))
                .isEqualTo("wrong_factor");
        assertThat(caller.get("/me").problem(401)).isEqualTo("not_signed_in");
    }

    @Test
    @Order(4)
    void aCodeOpensOnceAndItsStepNeverAgain() {
        // the step after the one that set the factor up: it is still ahead however long that took
        String code = AuthenticatorApp.code(secret, 1);
        new Caller(running).post("/sign-in", signIn("quantri", PASSWORD, code)).expect(200);
        assertThat(new Caller(running)
                        .post("/sign-in", signIn("quantri", PASSWORD, code))
                        .problem(400))
                .isEqualTo("wrong_factor");
    }

    @Test
    @Order(5)
    void aRecoveryCodeOpensOnce() {
        JsonObject by = signIn("quantri", PASSWORD, recovery.get(0).toLowerCase(java.util.Locale.ROOT));
        Caller caller = new Caller(running);
        assertThat(caller.post("/sign-in", by).expect(200).getJsonArray("due")).isEmpty();
        assertThat(new Caller(running).post("/sign-in", by).problem(400)).isEqualTo("wrong_factor");
        assertThat(caller.get("/me/second-factor").expect(200).getInteger("recoveryLeft"))
                .isEqualTo(9);
        recovery = caller
                .post("/me/recovery-codes", new JsonObject().put("password", PASSWORD))
                .expect(200)
                .getJsonArray("recoveryCodes")
                .stream()
                .map(String.class::cast)
                .toList();
    }

    @Test
    @Order(6)
    void aSecondFactorThatStandsIsReplacedOnlyWithThePassword() {
        assertThat(office.post("/me/second-factor", new JsonObject()).problem(400))
                .isEqualTo("wrong_password");
        assertThat(office.post("/me/recovery-codes", new JsonObject().put("password", "not it at all"))
                        .problem(400))
                .isEqualTo("wrong_password");
    }

    @Test
    @Order(7)
    void atTheFirstSignInThePasswordIsChangedBeforeTheSecondFactorIsSet() {
        JsonObject made = office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "bantochuc")
                                .put("name", "Ban Tổ chức")
                                .put("role", "province_admin")
                                .put("unit", "/"))
                .expect(201);
        String once = made.getString("password");
        Caller second = new Caller(running);
        JsonArray due = second.post("/sign-in", signIn("bantochuc", once, ""))
                .expect(200)
                .getJsonArray("due");
        assertThat(due).containsExactly("password", "second_factor");
        JsonObject own = new JsonObject().put("old", once).put("password", "trâu nhà ai gặm cỏ bờ đê");
        due = second.put("/me/password", own).expect(200).getJsonArray("due");
        assertThat(due).containsExactly("second_factor");
        assertThat(second.get("/accounts").problem(403)).isEqualTo("settle_first");
    }

    @Test
    @Order(8)
    void whoeverLostBothGetsAFreshPasswordAndMustSetOneUpAgain() {
        Caller second = new Caller(running);
        second.post("/sign-in", signIn("bantochuc", "trâu nhà ai gặm cỏ bờ đê", ""))
                .expect(200);
        String its =
                second.post("/me/second-factor", new JsonObject()).expect(200).getString("secret");
        second.put("/me/second-factor", new JsonObject().put("code", AuthenticatorApp.code(its)))
                .expect(200);
        String id = second.get("/me").expect(200).getJsonObject("account").getString("id");
        String once = office.post("/accounts/" + id + "/second-factor", new JsonObject())
                .expect(200)
                .getString("password");
        assertThat(second.get("/me").problem(401)).isEqualTo("not_signed_in");
        assertThat(new Caller(running)
                        .post("/sign-in", signIn("bantochuc", once, ""))
                        .expect(200)
                        .getJsonArray("due"))
                .containsExactly("password", "second_factor");
    }

    @Test
    @Order(9)
    void whoeverGuessesCodesIsSlowedDown() {
        new Caller(running)
                .post("/sign-in", signIn("quantri", PASSWORD, recovery.get(0)))
                .expect(200);
        for (int i = 0; i < 5; i++)
            new Caller(running)
                    .post("/sign-in", signIn("quantri", PASSWORD, "00000" + i))
                    .expect(400);
        assertThat(new Caller(running)
                        .post("/sign-in", signIn("quantri", PASSWORD, "000005"))
                        .problem(429))
                .isEqualTo("slow_down");
    }
}
