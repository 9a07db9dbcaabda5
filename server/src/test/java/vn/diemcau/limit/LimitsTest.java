package vn.diemcau.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.http.BackOff;
import vn.diemcau.http.Failures;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.problem.Problem;

/** Who fails or calls too much is slowed down on every node, and nobody else is. */
class LimitsTest {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Stands still, so that neither minutes nor waits pass under the test. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T01:00:10Z"));

    @TempDir
    Path folder;

    private TestStore store;
    private String uri = "";
    private Mongo mongo;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.open(folder.resolve("store"));
        uri = store.connectionString();
        mongo = store.mongo();
    }

    @AfterEach
    void close() {
        store.end();
    }

    private Limits node(int ofAccount, int ofAddress) {
        return new Limits(mongo, CLOCK, ofAccount, ofAddress);
    }

    private long failed() {
        return RunningPlatform.await(Mongo.all(mongo.collection("failed_tries").find(Filters.empty()))).stream()
                .mapToLong(one -> one.getInteger("count", 0))
                .sum();
    }

    private int called() {
        return RunningPlatform.await(Mongo.all(mongo.collection("calls").find())).stream()
                .mapToInt(one -> one.getInteger("calls", 0))
                .max()
                .orElse(0);
    }

    private static BackOff accounts(Limits node) {
        return BackOff.of(node.failures(), "sign-in", LONGEST);
    }

    private static void failing(BackOff backOff, String key, int times) {
        for (int i = 0; i < times; i++) backOff.failed(key);
    }

    @Test
    void whatFailedOnOneNodeWaitsOnTheOtherAndAfterARestart() {
        Limits one = node(0, 0);
        Limits other = node(0, 0);
        failing(accounts(one), "anh 10.0.0.1", 5);
        Patience.until("written down", () -> failed() == 5);
        RunningPlatform.await(other.listen());
        assertThatThrownBy(() -> accounts(other).check("anh 10.0.0.1"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("slow_down");
                    assertThat(problem.retryAfter()).isPositive();
                });
        assertThatCode(() -> accounts(other).check("anh 10.0.0.2"))
                .as("from elsewhere the same person comes in")
                .doesNotThrowAnyException();
        assertThatCode(() -> accounts(other).check("binh 10.0.0.1")).doesNotThrowAnyException();
        Limits later = node(0, 0);
        RunningPlatform.await(later.listen());
        assertThatThrownBy(() -> accounts(later).check("anh 10.0.0.1")).isInstanceOf(Problem.class);
    }

    @Test
    void triesOnSeveralNodesCountTogether() {
        Limits one = node(0, 0);
        Limits other = node(0, 0);
        failing(accounts(one), "anh", 3);
        Patience.until("written down", () -> failed() == 3);
        failing(accounts(other), "anh", 2);
        Patience.until("written down", () -> failed() == 5);
        RunningPlatform.await(one.listen());
        assertThatThrownBy(() -> accounts(one).check("anh")).isInstanceOf(Problem.class);
        accounts(one).succeeded("anh");
        Patience.until("forgiven", () -> failed() == 0);
    }

    @Test
    void aHallBehindOneAddressIsNeverLockedOut() {
        BackOff hall = BackOff.ofAddresses(new Failures(CLOCK, null), "slip");
        failing(hall, "10.0.0.1", 299);
        assertThatCode(() -> hall.check("10.0.0.1")).doesNotThrowAnyException();
        failing(hall, "10.0.0.1", 5_000);
        assertThatThrownBy(() -> hall.check("10.0.0.1"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.retryAfter())
                        .isLessThanOrEqualTo(6));
    }

    @Test
    void nothingIsWrittenForThoseWhoDoNothingWrong() {
        Limits node = node(100, 100);
        for (int i = 0; i < 9; i++) {
            accounts(node).check("anh");
            accounts(node).succeeded("anh");
            assertThat(node.allowance().account("anh")).isZero();
        }
        RunningPlatform.await(node.share());
        assertThat(failed()).isZero();
        assertThat(RunningPlatform.await(Mongo.all(mongo.collection("calls").find())))
                .isEmpty();
    }

    @Test
    void callsOfOneAccountCountTogetherOnAllNodes() {
        Limits one = node(10, 0);
        Limits other = node(10, 0);
        for (int i = 0; i < 6; i++) assertThat(one.allowance().account("anh")).isZero();
        for (int i = 0; i < 4; i++) assertThat(other.allowance().account("anh")).isZero();
        RunningPlatform.await(one.share());
        RunningPlatform.await(other.share());
        RunningPlatform.await(one.share());
        assertThat(other.allowance().account("anh")).isEqualTo(50);
        // a node that has nothing new to tell still hears of the others
        assertThat(one.allowance().account("anh")).isEqualTo(50);
        assertThat(one.allowance().account("binh")).isZero();
        Document kept =
                RunningPlatform.await(Mongo.one(mongo.collection("calls").find()));
        assertThat(kept.getInteger("calls")).isEqualTo(10);
    }

    @Test
    void onTwoPlatformsTooManyCallsAreAnsweredWithWhenToComeBackAndOthersOfTheAddressGoOn() throws Exception {
        Map<String, String> settings = Map.of("MONGODB_URI", uri, "DIEMCAU_CALLS", "40,60");
        Path second = Files.createDirectories(folder.resolve("second/keys"));
        try (RunningPlatform here = RunningPlatform.over(folder.resolve("first"), CLOCK, settings)) {
            Caller office = Caller.firstAdministrator(here);
            Files.copy(folder.resolve("first/keys/identity.key"), second.resolve("identity.key"));
            try (RunningPlatform there = RunningPlatform.over(folder.resolve("second"), CLOCK, settings)) {
                Caller same = new Caller(there).carrying(office);
                for (int i = 0; i < 30; i++) office.get("/me").expect(200);
                for (int i = 0; i < 5; i++) same.get("/me").expect(200);
                Patience.until("the nodes have told each other", () -> called() >= 35);
                int calls = 5;
                Caller.Answer answer = same.get("/me");
                for (; answer.status() == 200 && calls < 40; calls++) {
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                    answer = same.get("/me");
                }
                assertThat(answer.problem(429)).isEqualTo("too_many_calls");
                assertThat(answer.retryAfter()).isEqualTo(50);
                assertThat(calls).as("alone it would let forty pass").isLessThan(40);

                Caller nobody = new Caller(here);
                Patience.until(
                        "an address without a sign-in is limited",
                        () -> nobody.get("/installation").status() == 429);
            }
        }
    }

    @Test
    void onTwoPlatformsWrongPasswordsCountTogether() throws Exception {
        Map<String, String> settings = Map.of("MONGODB_URI", uri);
        Path second = Files.createDirectories(folder.resolve("second/keys"));
        JsonObject wrong = new JsonObject().put("login", "quantri").put("password", "not this one at all");
        try (RunningPlatform here = RunningPlatform.over(folder.resolve("first"), CLOCK, settings)) {
            Caller.firstAdministrator(here);
            Files.copy(folder.resolve("first/keys/identity.key"), second.resolve("identity.key"));
            try (RunningPlatform there = RunningPlatform.over(folder.resolve("second"), CLOCK, settings)) {
                for (int i = 0; i < 5; i++)
                    assertThat(new Caller(here).post("/sign-in", wrong).status())
                            .isEqualTo(401);
                Patience.until("written down", () -> failed() == 5);
                assertThat(new Caller(here).post("/sign-in", wrong).retryAfter())
                        .isPositive();
                int tries = 0;
                while (new Caller(there).post("/sign-in", wrong).status() == 401) tries++;
                assertThat(tries).as("alone it would let five pass").isLessThan(5);
            }
        }
    }
}
