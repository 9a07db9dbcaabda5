package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.bench.Prosody;
import vn.diemcau.meeting.MeetingServer;
import vn.diemcau.meeting.SigningKey;

/** The doctor before a real Prosody: what is good is said to be, and what lacks is found. */
class MeetingDoctorTest {
    private static Prosody prosody;

    @BeforeAll
    static void start() throws Exception {
        prosody = new Prosody().start();
    }

    @AfterAll
    static void stop() throws Exception {
        prosody.close();
    }

    private static List<String> look(String key, String secret) {
        MeetingServer server = new MeetingServer(
                "http://127.0.0.1:" + prosody.port,
                "diemcau",
                SigningKey.shared(key),
                List.of(new MeetingServer.Prosody("p1", prosody.url())),
                secret,
                null);
        return new MeetingDoctor(server, Prosody.HOST, Prosody.MUC)
                .look().stream().map(one -> one.mark() + " " + one.text()).toList();
    }

    @Test
    void whatIsGoodIsSaidToBe() {
        List<String> findings = look(Prosody.APP_SECRET, Prosody.PRESENCE_SECRET);
        assertThat(findings)
                .contains(
                        "ok presence module of p1 answers",
                        "ok presence module of p1 syncs its journal to disk",
                        "ok a token of ours is accepted",
                        "ok without a token nobody is let in",
                        "ok a moderator's token makes a moderator");
    }

    @Test
    void whatLacksIsFound() {
        List<String> findings = look(Prosody.APP_SECRET, "another secret, and it is long enough");
        assertThat(findings)
                .contains(
                        "lack presence module of p1: the secret is not the one in Prosody's configuration",
                        "lack everybody becomes a moderator: set ENABLE_AUTO_OWNER=0, JICOFO_ENABLE_AUTH=0")
                .anyMatch(line -> line.startsWith("lack") && line.contains("not https"))
                .anyMatch(line -> line.startsWith("lack") && line.contains("external_api.js answers 404"))
                .anyMatch(line -> line.startsWith("note") && line.contains("presence_identity"));
        assertThat(look("another key of tokens, and it is long", Prosody.PRESENCE_SECRET))
                .contains("lack a token of ours is refused: compare JITSI_APP_ID and the key with Prosody's");
    }
}
