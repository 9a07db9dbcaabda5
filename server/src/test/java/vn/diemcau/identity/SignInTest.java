package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;

class SignInTest {
    private static RunningPlatform running;
    private static Caller administrator;

    @BeforeAll
    static void start() throws Exception {
        running = RunningPlatform.start();
        administrator = Caller.firstAdministrator(running);
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    private static JsonObject account(String login, String role, String unit) {
        return new JsonObject()
                .put("login", login)
                .put("name", "Văn phòng " + login)
                .put("role", role)
                .put("unit", unit);
    }

    @Test
    void anInstallationHasOneFirstAdministrator() {
        JsonObject again = new JsonObject()
                .put("code", "ABCDEFGHJK")
                .put("name", "x")
                .put("login", "second")
                .put("password", "another long sentence");
        assertThat(new Caller(running).post("/installation", again).problem(409))
                .isEqualTo("installed");
        assertThat(new Caller(running).get("/installation").expect(200).getString("mode"))
                .isEqualTo("ready");
    }

    @Test
    void nobodyIsSignedInWithoutCookiesAndTheFirstAdministratorIsOverEverything() {
        assertThat(new Caller(running).get("/me").problem(401)).isEqualTo("not_signed_in");
        JsonObject me = administrator.get("/me").expect(200);
        assertThat(me.getJsonArray("grants").getJsonObject(0).getString("role")).isEqualTo("province_admin");
        assertThat(me.getJsonArray("grants").getJsonObject(0).getString("unitPath"))
                .isEqualTo("/");
    }

    @Test
    void aCallThatChangesSomethingNeedsTheCsrfTokenOfItsSignIn() {
        JsonObject made = administrator
                .post("/accounts", account("csrf.test", "trainer", "/"))
                .expect(201);
        Caller trainer = new Caller(running).signedIn("csrf.test", made.getString("password"));
        JsonObject change = new JsonObject()
                .put("old", Caller.ownPassword("csrf.test"))
                .put("password", "a quite different sentence");
        assertThat(trainer.withoutCsrf().put("/me/password", change).problem(403))
                .isEqualTo("csrf");
    }

    @Test
    void aWrongLoginAndAWrongPasswordGetTheSameAnswer() {
        JsonObject unknown = new JsonObject().put("login", "nobody.here").put("password", "whatever it may be");
        JsonObject wrong = new JsonObject().put("login", "quantri").put("password", "whatever it may be");
        assertThat(new Caller(running).post("/sign-in", unknown).text())
                .isEqualTo(new Caller(running).post("/sign-in", wrong).text());
    }

    @Test
    void whoeverKeepsFailingIsSlowedDown() {
        JsonObject wrong = new JsonObject().put("login", "slow.test").put("password", "whatever it may be");
        for (int i = 0; i < 5; i++)
            assertThat(new Caller(running).post("/sign-in", wrong).problem(401)).isEqualTo("wrong_login");
        assertThat(new Caller(running).post("/sign-in", wrong).problem(429)).isEqualTo("slow_down");
    }

    @Test
    void aStrangerBehindTheSameAddressDoesNotSlowDownTheBrowserThatIsKnown() {
        JsonObject made = administrator
                .post("/accounts", account("in.the.hall", "trainer", "/"))
                .expect(201);
        Caller trainer = new Caller(running).signedIn("in.the.hall", made.getString("password"));
        trainer.post("/sign-out", new JsonObject()).expect(204);
        JsonObject wrong = new JsonObject().put("login", "in.the.hall").put("password", "whatever it may be");
        Caller stranger = new Caller(running);
        for (int i = 0; i < 5; i++)
            assertThat(stranger.post("/sign-in", wrong).problem(401)).isEqualTo("wrong_login");
        assertThat(stranger.post("/sign-in", wrong).problem(429)).isEqualTo("slow_down");
        JsonObject right =
                new JsonObject().put("login", "in.the.hall").put("password", Caller.ownPassword("in.the.hall"));
        trainer.post("/sign-in", right).expect(200);

        // the mark of one login is none for another, and a known browser waits like any when it fails itself
        JsonObject other = account("beside.them", "trainer", "/");
        administrator.post("/accounts", other).expect(201);
        for (int i = 0; i < 5; i++)
            assertThat(stranger.post("/sign-in", wrong.copy().put("login", "beside.them"))
                            .problem(401))
                    .isEqualTo("wrong_login");
        assertThat(trainer.post("/sign-in", wrong.copy().put("login", "beside.them"))
                        .problem(429))
                .isEqualTo("slow_down");
        for (int i = 0; i < 5; i++)
            assertThat(trainer.post("/sign-in", wrong).problem(401)).isEqualTo("wrong_login");
        assertThat(trainer.post("/sign-in", right).problem(429)).isEqualTo("slow_down");
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        JsonObject made = administrator
                .post("/accounts", account("leaving", "trainer", "/"))
                .expect(201);
        Caller leaving = new Caller(running).signedIn("leaving", made.getString("password"));
        leaving.get("/me").expect(200);
        administrator
                .put("/accounts/" + made.getString("id") + "/active", new JsonObject().put("active", false))
                .expect(200);
        assertThat(leaving.get("/me").problem(401)).isEqualTo("not_signed_in");
    }

    @Test
    void aTrainerMakesNoAccountsAndIsToldSo() {
        JsonObject made = administrator
                .post("/accounts", account("just.trainer", "trainer", "/"))
                .expect(201);
        Caller trainer = new Caller(running).signedIn("just.trainer", made.getString("password"));
        assertThat(trainer.post("/accounts", account("more", "trainer", "/")).problem(403))
                .isEqualTo("not_allowed");
        assertThat(trainer.get("/accounts").problem(403)).isEqualTo("not_allowed");
    }

    @Test
    void signingOutEndsTheSignIn() {
        JsonObject made = administrator
                .post("/accounts", account("goes.home", "trainer", "/"))
                .expect(201);
        Caller caller = new Caller(running).signedIn("goes.home", made.getString("password"));
        caller.post("/sign-out", new JsonObject()).expect(204);
        assertThat(caller.get("/me").problem(401)).isEqualTo("not_signed_in");
    }

    @Test
    void aShortPasswordIsRefusedWithTheField() {
        JsonObject short_ =
                new JsonObject().put("old", "mot cau that dai de nho").put("password", "short");
        JsonObject problem = administrator.put("/me/password", short_).expect(400);
        assertThat(problem.getString("code")).isEqualTo("password_short");
        assertThat(problem.getString("field")).isEqualTo("password");
    }

    @Test
    void theFreshPasswordDiffersFromTheOld() {
        JsonObject same =
                new JsonObject().put("old", "mot cau that dai de nho").put("password", "mot cau that dai de nho");
        assertThat(administrator.put("/me/password", same).problem(400)).isEqualTo("password_same");
    }

    @Test
    void nobodyResetsTheirOwnSignIn() {
        String own = "/accounts/"
                + administrator.get("/me").expect(200).getJsonObject("account").getString("id");
        assertThat(administrator.post(own + "/password", new JsonObject()).problem(403))
                .isEqualTo("own_account");
        assertThat(administrator.post(own + "/second-factor", new JsonObject()).problem(403))
                .isEqualTo("own_account");
        administrator.get("/accounts").expect(200);
    }

    @Test
    void unknownPathsUnderTheApiAnswerAsProblems() {
        Caller.Answer answer = administrator.get("/no/such/thing");
        assertThat(answer.problem(404)).isEqualTo("not_found");
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }
}
