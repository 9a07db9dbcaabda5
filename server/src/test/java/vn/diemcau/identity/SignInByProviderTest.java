package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.AuthenticatorApp;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;

/** Signing in through a provider that speaks OpenID Connect: only whom it proves, and only to the account that was bound. */
class SignInByProviderTest {
    @TempDir
    static Path data;

    private static AtProvider provider;
    private static RunningPlatform running;
    private static Caller office;

    @BeforeAll
    static void start() throws Exception {
        provider = new AtProvider();
        running = RunningPlatform.over(data, provider.settings());
        office = Caller.firstAdministrator(running);
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
        provider.close();
    }

    /** An account that is bound to the subject of the same name. */
    private static JsonObject bound(String login) {
        JsonObject made = made(login);
        JsonObject waiting = provider.next(login).signIn(new Caller(running)).expect(200);
        office.post("/accounts/" + made.getString("id") + "/provider", only("code", waiting.getString("code")))
                .expect(200);
        return made;
    }

    private static JsonObject made(String login) {
        return office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", login)
                                .put("name", "Giảng viên " + login)
                                .put("role", "trainer")
                                .put("unit", "/"))
                .expect(201);
    }

    private static JsonObject only(String name, String value) {
        return new JsonObject().put(name, value);
    }

    private static String outcome(Caller.Answer answer) {
        return answer.expect(200).getString("outcome");
    }

    private static Caller nobody() {
        return new Caller(running);
    }

    @Test
    void theSignInPageIsToldTheNameOfTheProvider() {
        assertThat(nobody().get("/installation").expect(200).getString("provider"))
                .isEqualTo("Tài khoản tỉnh");
    }

    @Test
    void whoIsProvedOpensTheAccountThatWasBoundAndNothingIsDueOfAPasswordNeverUsed() {
        JsonObject account = bound("anh");
        Caller anh = nobody();
        JsonObject done = provider.next("anh").signIn(anh).expect(200);
        assertThat(done.getString("outcome")).isEqualTo("signed_in");
        assertThat(done.getJsonObject("me").getJsonObject("account").getString("id"))
                .isEqualTo(account.getString("id"));
        assertThat(done.getJsonObject("me").getJsonArray("due")).isEmpty();
        anh.get("/me/sign-ins").expect(200);
    }

    @Test
    void whoIsBoundToNobodyGetsACodeAndNoAccountIsMadeOrGuessed() {
        made("binh");
        int before =
                office.get("/accounts").expect(200).getJsonArray("accounts").size();
        Caller stranger = nobody();
        // the same login, name and address as an account's prove nothing
        JsonObject answer = provider.next(
                        "0815",
                        3600,
                        Map.of("preferred_username", "binh", "name", "Giảng viên binh", "email", "binh@example.vn"))
                .signIn(stranger)
                .expect(200);
        assertThat(answer.getString("outcome")).isEqualTo("unbound");
        assertThat(answer.getString("code")).hasSize(10);
        stranger.get("/me").problem(401);
        assertThat(office.get("/accounts").expect(200).getJsonArray("accounts").size())
                .isEqualTo(before);
    }

    @Test
    void aCodeBindsOnceAndASubjectOpensOneAccount() {
        String chi = made("chi").getString("id");
        String dung = made("dung").getString("id");
        String code = provider.next("chi").signIn(nobody()).expect(200).getString("code");
        office.post("/accounts/" + chi + "/provider", only("code", code)).expect(200);
        assertThat(office.post("/accounts/" + dung + "/provider", only("code", code))
                        .problem(400))
                .isEqualTo("binding_code");
        String other = provider.next("chi-hai").signIn(nobody()).expect(200).getString("code");
        assertThat(office.post("/accounts/" + chi + "/provider", only("code", other))
                        .problem(409))
                .isEqualTo("subject_bound");
    }

    @Test
    void onesOwnAccountIsBoundByThePasswordAndTakenOffAgain() {
        String first = made("giang").getString("password");
        Caller giang = nobody().signedIn("giang", first);
        assertThat(giang.post("/me/provider", only("password", first)).problem(400))
                .isEqualTo("wrong_password");
        String url = giang.post("/me/provider", only("password", Caller.ownPassword("giang")))
                .expect(200)
                .getString("url");
        AtProvider.Back back = provider.next("giang").through(url);
        assertThat(nobody().put("/sign-in/provider", back.json()).problem(400))
                .as("in another browser it is nothing")
                .isEqualTo("journey_lost");
        assertThat(outcome(giang.put("/sign-in/provider", back.json()))).isEqualTo("bound");
        assertThat(giang.get("/me/provider").expect(200).getBoolean("bound")).isTrue();

        Caller elsewhere = nobody();
        assertThat(outcome(provider.next("giang").signIn(elsewhere))).isEqualTo("signed_in");
        assertThat(giang.delete("/me/provider").status()).isEqualTo(204);
        assertThat(elsewhere.get("/me").problem(401)).isEqualTo("not_signed_in");
        giang.get("/me").expect(200);
        assertThat(outcome(provider.next("giang").signIn(nobody()))).isEqualTo("unbound");
    }

    @Test
    void aStateThatIsNotTheOneThatWasBegunOpensNothing() {
        bound("thuha");
        Caller ha = nobody();
        AtProvider.Back back = provider.through(AtProvider.begin(ha));
        assertThat(ha.put("/sign-in/provider", back.json().put("state", "another"))
                        .problem(400))
                .isEqualTo("journey_lost");
        assertThat(ha.put("/sign-in/provider", back.json()).problem(400))
                .as("and what was begun is used up")
                .isEqualTo("journey_lost");
        ha.get("/me").problem(401);
    }

    @Test
    void aTokenOfAnotherSignInOpensNothing() {
        bound("hoa");
        Caller hoa = nobody();
        String url = AtProvider.begin(hoa);
        String nonce = AtProvider.parameter(url, "nonce");
        AtProvider.Back back = provider.next("hoa").through(url.replace(nonce, "another"));
        assertThat(hoa.put("/sign-in/provider", back.json()).problem(401)).isEqualTo("provider_untrusted");
    }

    @Test
    void tokensOfAnotherIssuerOrForAnotherClientOrTooOldOpenNothing() {
        bound("hung");
        Map<String, String> foreign = Map.of("iss", provider.place("khac", "").replaceAll("/$", ""));
        assertThat(provider.next("hung", 3600, foreign).signIn(nobody()).problem(401))
                .isEqualTo("provider_untrusted");
        assertThat(provider.next("hung", 3600, Map.of("aud", "somebody-else"))
                        .signIn(nobody())
                        .problem(401))
                .isEqualTo("provider_untrusted");
        assertThat(provider.next("hung", -120, Map.of()).signIn(nobody()).problem(401))
                .isEqualTo("provider_untrusted");
        assertThat(outcome(provider.next("hung").signIn(nobody()))).isEqualTo("signed_in");
    }

    @Test
    void aCodeThatWasUsedOpensNothing() {
        bound("khanh");
        Caller khanh = nobody();
        AtProvider.Back back = provider.next("khanh").through(AtProvider.begin(khanh));
        assertThat(outcome(khanh.put("/sign-in/provider", back.json()))).isEqualTo("signed_in");
        Caller thief = nobody();
        String state = AtProvider.parameter(AtProvider.begin(thief), "state");
        assertThat(thief.put("/sign-in/provider", back.json().put("state", state))
                        .status())
                .isEqualTo(401);
        thief.get("/me").problem(401);
    }

    @Test
    void anAccountThatIsSwitchedOffStaysShut() {
        String lan = bound("lan").getString("id");
        office.put("/accounts/" + lan + "/active", new JsonObject().put("active", false))
                .expect(200);
        assertThat(provider.next("lan").signIn(nobody()).problem(403)).isEqualTo("account_off");
    }

    @Test
    void aSecondFactorOfTheAccountIsAskedForBesideTheProvider() {
        String made = bound("minh").getString("password");
        Caller desk = nobody().signedIn("minh", made);
        String secret = desk.post("/me/second-factor", only("password", Caller.ownPassword("minh")))
                .expect(200)
                .getString("secret");
        JsonArray codes = desk.put("/me/second-factor", only("code", AuthenticatorApp.code(secret)))
                .expect(200)
                .getJsonArray("recoveryCodes");
        Caller minh = nobody();
        // what the provider says of its own factor does not count unless the operator says so
        assertThat(outcome(provider.next("minh", 3600, Map.of("amr", List.of("mfa")))
                        .signIn(minh)))
                .isEqualTo("second_factor");
        minh.get("/me").problem(401);
        assertThat(minh.post("/sign-in/provider/factor", only("code", "000000")).problem(400))
                .isEqualTo("wrong_factor");
        assertThat(nobody().post("/sign-in/provider/factor", only("code", codes.getString(0)))
                        .problem(400))
                .isEqualTo("journey_lost");
        minh.post("/sign-in/provider/factor", only("code", codes.getString(1))).expect(200);
        minh.get("/me/sign-ins").expect(200);
    }

    @Test
    void signingInLeavesNothingOfWhoWasThereBeforeAndSigningOutGoesToTheProvider() {
        bound("nga");
        Caller nga = nobody();
        provider.next("nga").signIn(nga).expect(200);
        Map<String, String> before = nga.headers();
        provider.next("nga").signIn(nga).expect(200);
        assertThat(nga.headers()).isNotEqualTo(before);
        assertThat(nga.get("/me/sign-ins").expect(200).getJsonArray("items")).hasSize(1);
        String place = nga.post("/sign-out", new JsonObject()).expect(200).getString("continueAt");
        assertThat(place).startsWith(provider.place("tinh", "endsession"));
        nga.get("/me").problem(401);
    }
}
