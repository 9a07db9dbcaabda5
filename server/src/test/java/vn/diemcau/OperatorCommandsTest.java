package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.audit.Audit;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.mongo.Mongo;

class OperatorCommandsTest {
    @TempDir
    Path folder;

    private String said = "";

    private boolean ask(Map<String, String> environment, OperatorStore.Question question, String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean well = OperatorStore.ask(
                List.of(words), environment, new PrintStream(bytes, true, StandardCharsets.UTF_8), question);
        said = bytes.toString(StandardCharsets.UTF_8);
        return well;
    }

    /** A store with that many records in its audit. */
    private EmbeddedStore store(Path data, int records) throws Exception {
        EmbeddedStore store = EmbeddedStore.open(data);
        try (Mongo mongo = Mongo.connect(store.connectionString(), "diemcau", true)) {
            Audit audit = new Audit(mongo, InstantSource.system());
            for (int i = 0; i < records; i++) {
                RunningPlatform.await(audit.add("a", "tested", "thing/" + i, new JsonObject()));
            }
        }
        return store;
    }

    @Test
    void aCommandLooksAtTheStoreThatAServerWithThisEnvironmentWouldUse() throws Exception {
        Path here = folder.resolve("here");
        store(here, 1).close();
        OperatorStore.Question audit = (mongo, console) -> VerifyAudit.check(mongo, null, console);
        assertThat(ask(Map.of(), audit, "--data", here.toString())).isTrue();
        assertThat(said).contains("embedded").contains("records 1  end 1:");
        assertThat(ask(Map.of("DIEMCAU_DATA", here.toString()), audit)).isTrue();
        assertThat(said).contains("records 1  ");
        try (EmbeddedStore elsewhere = store(folder.resolve("elsewhere"), 2)) {
            Map<String, String> environment =
                    Map.of("MONGODB_URI", elsewhere.connectionString(), "DIEMCAU_DATA", here.toString());
            assertThat(ask(environment, audit)).isTrue();
            assertThat(said).contains("MongoDB by URI").contains("records 2  ");
            assertThat(ask(environment, RecountCommand::check)).isTrue();
            assertThat(said).contains("sessions 0  differences 0");
        }
    }

    @Test
    void aDirectoryWithoutAStoreIsNamedAndNoneIsMadeThere() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(ask(Map.of(), RecountCommand::check, "--data", nowhere.toString()))
                .isFalse();
        assertThat(said).contains("diemcau: there is no store in " + nowhere);
        assertThat(Files.exists(nowhere)).isFalse();
        assertThat(ask(Map.of("MONGODB_URI", "mongodb:/wrong"), RecountCommand::check))
                .isFalse();
        assertThat(said).contains("diemcau: ");
    }

    @Test
    void anAdministratorWithoutSecondFactorIsLetInByWhoeverOwnsTheMachine() throws Exception {
        Path data = folder.resolve("lost");
        try (RunningPlatform running = RunningPlatform.over(data, Map.of("DIEMCAU_SECOND_FACTOR", "required"))) {
            Caller office = Caller.firstAdministrator(running);
            String secret = office.post("/me/second-factor", new JsonObject())
                    .expect(200)
                    .getString("secret");
            office.put("/me/second-factor", new JsonObject().put("code", AuthenticatorApp.code(secret)))
                    .expect(200);
            String[] at = {"--data", data.toString()};
            assertThat(ask(Map.of(), account("account"), at)).isTrue();
            assertThat(said).contains("quantri  Văn phòng Tỉnh ủy  second factor  last used ");
            assertThat(ask(Map.of(), account("let-in", "nobody"), at)).isFalse();
            assertThat(said).contains("no account has the login nobody");
            assertThat(ask(Map.of(), account("let-in"), at)).isFalse();
            assertThat(said).contains("usage: ");
            assertThat(ask(Map.of(), account("let-in", "QuanTri"), at)).isTrue();
            String password = said.lines()
                    .filter(line -> line.contains("one-time password"))
                    .findFirst()
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .orElseThrow();
            JsonObject me = new Caller(running)
                    .post("/sign-in", new JsonObject().put("login", "quantri").put("password", password))
                    .expect(200);
            assertThat(me.getJsonArray("due")).containsExactlyInAnyOrder("password", "second_factor");
            OperatorStore.Question looked = (mongo, console) -> {
                org.bson.Document line = RunningPlatform.await(Mongo.first(
                                mongo.collection("audit").find(new org.bson.Document("what", "account_let_in"))))
                        .orElseThrow();
                console.println(line.getString("by") + " " + line.getString("detail"));
                return VerifyAudit.check(mongo, null, console);
            };
            assertThat(ask(Map.of(), looked, at)).isTrue();
            assertThat(said)
                    .contains("operator {\"from\":\"console\",\"name\":\"root\"")
                    .doesNotContain(password);
        }
    }

    private static OperatorStore.Question account(String... words) {
        return (mongo, console) -> AccountCommand.run(List.of(words), "root", mongo, console);
    }

    @Test
    void verifyClosingUnderstandsItsFileAndTheHeadAndNothingElse() throws Exception {
        Path file = folder.resolve("closings.jsonl");
        Files.writeString(file, "{\"format\":\"diemcau-closings-1\",\"exportedAt\":\"2026-11-22T00:00:00Z\"}\n");
        String none = "0".repeat(64);
        assertThat(verify(file.toString())).isTrue();
        assertThat(said).contains("closings 0").contains("head " + none).contains("intact");
        assertThat(verify(file.toString(), "--head", none)).isTrue();
        assertThat(verify(file.toString(), "--head", "1" + none.substring(1))).isFalse();
        assertThat(said).contains("broken: the head is not the one given");
        for (String[] words : List.of(
                new String[] {},
                new String[] {file.toString(), none},
                new String[] {file.toString(), "--tail", none},
                new String[] {"--head", none, file.toString()})) {
            assertThat(verify(words)).as(String.join(" ", words)).isFalse();
            assertThat(said).startsWith("usage: ");
        }
        Files.writeString(file, "anything");
        assertThat(verify(file.toString())).isFalse();
        assertThat(said).contains("broken: line 1");
    }

    private boolean verify(String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean intact =
                VerifyClosingCommand.verify(List.of(words), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        said = bytes.toString(StandardCharsets.UTF_8);
        return intact;
    }
}
