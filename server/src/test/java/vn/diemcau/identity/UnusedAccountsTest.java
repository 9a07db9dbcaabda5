package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.UpdateOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;

/** Administrators' accounts that nobody signs in to are announced, switched off, and come back. */
class UnusedAccountsTest {
    private static final String PASSWORD = "mot cau that dai de nho";

    @TempDir
    Path data;

    private final Map<String, JsonObject> made = new HashMap<>();

    private void make(Caller office, String login, String role) {
        made.put(
                login,
                office.post(
                                "/accounts",
                                new JsonObject()
                                        .put("login", login)
                                        .put("name", login)
                                        .put("role", role)
                                        .put("unit", "/"))
                        .expect(201));
    }

    /** As if everybody had signed in so many days ago, by login. */
    private void lastUsed(Map<String, Integer> days) throws Exception {
        TestStore store = TestStore.open(data);
        for (Map.Entry<String, Integer> each : days.entrySet()) {
            Document account = RunningPlatform.await(Mongo.first(
                            store.mongo().collection("accounts").find(new Document("login", each.getKey()))))
                    .orElseThrow();
            Date at = Date.from(Instant.now().minus(Duration.ofDays(each.getValue())));
            RunningPlatform.await(Mongo.one(store.mongo()
                    .collection("account_uses")
                    .updateOne(
                            new Document("_id", account.getString("_id")),
                            new Document("$set", new Document("usedAt", at)),
                            new UpdateOptions().upsert(true))));
        }
        store.close();
    }

    private static JsonObject shown(Caller office, String login) {
        return office.get("/accounts").expect(200).getJsonArray("accounts").stream()
                .map(JsonObject.class::cast)
                .filter(one -> login.equals(one.getString("login")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAdministratorsAccountIsAnnouncedThenSwitchedOffAndComesBackAndTheLastOneStays() throws Exception {
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            Caller office = Caller.firstAdministrator(running);
            make(office, "tinh2", "province_admin");
            make(office, "donvi", "unit_admin");
            make(office, "giangvien", "trainer");
            String own = office.get("/me").expect(200).getJsonObject("account").getString("id");
            assertThat(office.put("/accounts/" + own + "/active", new JsonObject().put("active", false))
                            .problem(403))
                    .isEqualTo("own_account_off");
        }
        lastUsed(Map.of("quantri", 44, "tinh2", 40, "donvi", 44, "giangvien", 400));
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            Caller office = new Caller(running).signedIn("quantri", PASSWORD);
            Instant due = Instant.parse(shown(office, "donvi").getString("offAt"));
            assertThat(due).isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(2)));
            assertThat(Instant.parse(shown(office, "quantri").getString("offAt")))
                    .as("signing in counts")
                    .isAfter(Instant.now().plus(Duration.ofDays(40)));
            assertThat(shown(office, "giangvien").containsKey("offAt")).isFalse();
        }
        lastUsed(Map.of("quantri", 46, "tinh2", 50, "donvi", 46));
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            Caller office = new Caller(running);
            // the last that could let others in: the one used last
            office.signedIn("quantri", PASSWORD);
            Patience.until("both are switched off", () -> List.of("tinh2", "donvi").stream()
                    .noneMatch(login -> shown(office, login).getBoolean("active")));
            assertThat(shown(office, "giangvien").getBoolean("active")).isTrue();
            assertThat(shown(office, "donvi").getString("unusedOff")).isNotEmpty();
            JsonObject first = new JsonObject()
                    .put("login", "donvi")
                    .put("password", made.get("donvi").getString("password"));
            assertThat(new Caller(running).post("/sign-in", first).problem(401)).isEqualTo("wrong_login");
            String id = made.get("donvi").getString("id");
            office.put("/accounts/" + id + "/active", new JsonObject().put("active", true))
                    .expect(200);
            JsonObject back = shown(office, "donvi");
            assertThat(back.getBoolean("active")).isTrue();
            assertThat(back.containsKey("unusedOff")).isFalse();
            assertThat(Instant.parse(back.getString("offAt")))
                    .isAfter(Instant.now().plus(Duration.ofDays(40)));
            new Caller(running).post("/sign-in", first).expect(200);
        }
    }

    private List<JsonObject> switchedOff(String account) throws Exception {
        TestStore store = TestStore.open(data);
        List<Document> lines = RunningPlatform.await(Mongo.all(store.mongo()
                .collection("audit")
                .find(new Document("target", "account/" + account).append("what", "account_disabled"))
                .batchSize(10)));
        store.close();
        return lines.stream()
                .map(line -> new JsonObject(line.getString("detail")))
                .toList();
    }

    /** As if the server had died while it switched the account off: before or after the account was off, in both cases before it said so. */
    private void broken(String account, boolean active) throws Exception {
        TestStore store = TestStore.open(data);
        Date now = Date.from(Instant.now());
        RunningPlatform.await(Mongo.one(store.mongo()
                .collection("accounts")
                .updateOne(new Document("_id", account), new Document("$set", new Document("active", active)))));
        RunningPlatform.await(Mongo.one(store.mongo()
                .collection("account_uses")
                .updateOne(
                        new Document("_id", account),
                        new Document(
                                "$set",
                                new Document("usedAt", now).append("offAt", now).append("untold", true)),
                        new UpdateOptions().upsert(true))));
        store.close();
    }

    @Test
    void whatASwitchingOffThatBrokeOffDidNotSayTheNextLookSays() throws Exception {
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            Caller office = Caller.firstAdministrator(running);
            for (String login : List.of("mot", "hai", "bac")) make(office, login, "unit_admin");
        }
        String off = made.get("mot").getString("id");
        String stillOn = made.get("hai").getString("id");
        String due = made.get("bac").getString("id");
        broken(off, false);
        broken(stillOn, true);
        // the one that is due is looked at after those that broke off: when it is off, they are settled
        lastUsed(Map.of("bac", 46));
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            Caller office = new Caller(running).signedIn("quantri", PASSWORD);
            Patience.until("the look is over", () -> !shown(office, "bac").getBoolean("active"));
            assertThat(shown(office, "mot").getString("unusedOff")).isNotEmpty();
            assertThat(shown(office, "hai").getBoolean("active")).isTrue();
            assertThat(shown(office, "hai").containsKey("unusedOff")).isFalse();
        }
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            // a second look says nothing twice
            Caller office = new Caller(running).signedIn("quantri", PASSWORD);
            office.put("/accounts/" + off + "/active", new JsonObject().put("active", true))
                    .expect(200);
            office.put("/accounts/" + due + "/active", new JsonObject().put("active", true))
                    .expect(200);
        }
        assertThat(switchedOff(off)).singleElement().satisfies(line -> {
            assertThat(line.getString("why")).isEqualTo("unused");
            assertThat(line.getBoolean("before")).isTrue();
            assertThat(line.getBoolean("after")).isFalse();
        });
        assertThat(switchedOff(due)).hasSize(1);
        assertThat(switchedOff(stillOn)).isEmpty();
    }
}
