package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.bench.Participant;
import vn.diemcau.bench.Prosody;
import vn.diemcau.mongo.TestStore;

/** Several servers over one store, a journal that is kept for less time than the server was away, and evidence that stands already. */
class PresenceNodesTest {
    private Prosody prosody;

    @BeforeEach
    void open() throws Exception {
        prosody = new Prosody(2, 2, "diemcau_presence_segment_bytes = 500", "diemcau_presence_keep_megabytes = 0.003");
        prosody.start();
    }

    @AfterEach
    void close() throws Exception {
        prosody.close();
    }

    @Test
    void twoServersReadOneJournalInTurnAndTheOtherGoesOnWhenOneIsGone() throws Exception {
        Path folder = Files.createTempDirectory("diemcau-nodes");
        try (TestStore store = TestStore.open(folder)) {
            Map<String, String> presence = Map.of(
                    "MONGODB_URI",
                    store.connectionString(),
                    "JITSI_PRESENCE",
                    "p1=" + prosody.url(),
                    "JITSI_PRESENCE_SECRET",
                    Prosody.PRESENCE_SECRET);
            try (Classroom classroom = new Classroom(presence)) {
                RunningPlatform other =
                        RunningPlatform.over(Files.createTempDirectory("diemcau-node"), classroom.environment());
                String session = classroom.session();
                String room = classroom.room(session);
                Participant one = Participant.connect(prosody.port, classroom.token(room, 0));
                one.join(room, "a");
                classroom.stays(session, 0, 1, 1);
                other.close();
                one.leave(room, "a");
                classroom.stays(session, 0, 1, 0);
                one.close();
                assertThat(classroom.alarms()).isZero();
            }
        }
    }

    @Test
    void whatProsodyForgotBeforeItWasReadIsAnAlarmAndWhatFollowsIsKept() throws Exception {
        try (Classroom classroom = new Classroom(prosody)) {
            String session = classroom.session();
            String room = classroom.room(session);
            Participant stays = Participant.connect(prosody.port, classroom.token(room, 0));
            stays.join(room, "a");
            classroom.stays(session, 0, 1, 1);
            classroom.down();
            Participant often = Participant.connect(prosody.port, classroom.token(room, 1));
            for (int i = 0; i < 20; i++) {
                often.join(room, "b" + i);
                often.leave(room, "b" + i);
            }
            often.close();
            classroom.up();
            Patience.until(
                    "the loss is told",
                    () -> classroom.health().getJsonArray("alarms").encode().contains("\"forgotten\""));
            classroom.stays(session, 0, 1, 1);
            stays.close();
            classroom.stays(session, 0, 1, 0);
        }
    }

    @Test
    void aLeaveThatIsToldOtherwiseThanTheEvidenceThatStandsIsAnAlarm() throws Exception {
        try (Classroom classroom = new Classroom(prosody)) {
            String session = classroom.session();
            String room = classroom.room(session);
            Participant one = Participant.connect(prosody.port, classroom.token(room, 0));
            one.join(room, "a");
            String line = classroom.stays(session, 0, 1, 1).get(0).line();
            JsonObject other = new JsonObject()
                    .put("kind", "in")
                    .put("by", "tick")
                    .put("person", Classroom.person(0))
                    .put("seenAt", Instant.now().toString());
            String path = "/sessions/" + session + "/sites/" + Classroom.SITE + "/evidence/" + line + "-out";
            classroom.office().put(path, other).expect(200);
            one.close();
            Patience.until(
                    "it is told",
                    () -> classroom.health().getJsonArray("alarms").encode().contains("\"not_taken\""));
            classroom.stays(session, 0, 1, 1);
        }
    }
}
