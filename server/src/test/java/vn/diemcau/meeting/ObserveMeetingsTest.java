package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import vn.diemcau.Patience;
import vn.diemcau.bench.FreePort;
import vn.diemcau.bench.Participant;
import vn.diemcau.bench.Prosody;

/** A real Prosody without our module's word: an account of it looks into the rooms. */
class ObserveMeetingsTest {
    private static final int BOUND = 3;

    private Prosody prosody;
    private Classroom classroom;
    private String session;
    private String room;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        int port = FreePort.take();
        prosody = new Prosody(
                        2,
                        2,
                        "c2s_ports = { " + port + " }",
                        "c2s_interfaces = { \"127.0.0.1\" }",
                        "c2s_require_encryption = false",
                        "test_rooms_hidden = " + test.getTags().contains("hidden"))
                .start();
        classroom = new Classroom(Map.of(
                "JITSI_OBSERVE",
                "xa=diemcau@auth.meet.test/127.0.0.1:" + port,
                "JITSI_OBSERVE_PASSWORD",
                "any will do there",
                "JITSI_OBSERVE_CONFERENCE",
                Prosody.MUC,
                "JITSI_OBSERVE_BOUND",
                String.valueOf(BOUND)));
        session = classroom.session();
        room = classroom.room(session);
    }

    @AfterEach
    void close() throws Exception {
        classroom.close();
        prosody.close();
    }

    private Participant connect(int person) {
        return Participant.connect(prosody.port, classroom.token(room, person));
    }

    /** With the mark that Jitsi's Prosody puts on the presence of whoever a token let in. */
    private Participant join(int person, String nick) {
        Participant one = connect(person);
        one.join(
                room + "@" + Prosody.MUC,
                nick,
                "<identity><user><id>" + Classroom.person(person) + "</id><name>Nguyễn Văn X</name></user></identity>");
        return one;
    }

    private Participant focus() {
        Participant focus = connect(15);
        focus.join(room, "focus");
        return focus;
    }

    private List<Classroom.Stay> stays(int person, int number, int open) {
        Patience.until(number + " stays of which " + open + " open", () -> {
            List<Classroom.Stay> stays = classroom.stays(session, person);
            return stays.size() == number
                    && stays.stream().filter(stay -> stay.to().isEmpty()).count() == open;
        });
        return classroom.stays(session, person);
    }

    /** It is seen after it was, and before we heard of it; both clocks are one, and evidence has milliseconds. */
    private static void between(Instant from, Instant seen) {
        assertThat(seen).isBetween(from.truncatedTo(ChronoUnit.MILLIS), Instant.now());
    }

    private String occupants() {
        return prosody.get("/test/occupants?" + room + "@" + Prosody.MUC).body();
    }

    @Test
    void whoComesAndGoesIsSeenAndEveryRecordSaysThatItIsWeaker() {
        Instant before = Instant.now();
        Participant focus = focus();
        Participant one = join(0, "a");
        Classroom.Stay here = stays(0, 1, 1).get(0);
        between(before, here.from());
        Instant comes = Instant.now();
        Participant two = join(1, "b");
        between(comes, stays(1, 1, 1).get(0).from());
        Instant leaves = Instant.now();
        one.leave(room, "a");
        Classroom.Stay gone = stays(0, 1, 0).get(0);
        between(leaves, gone.to().orElseThrow());
        assertThat(gone.bound()).isEqualTo(BOUND);
        JsonObject why = classroom
                .office()
                .get("/sessions/" + session + "/attendance/" + Classroom.person(1) + "/why")
                .expect(200);
        JsonArray evidence = why.getJsonArray("evidence");
        assertThat(evidence.getJsonObject(evidence.size() - 1).getString("source"))
                .isEqualTo("observer");
        assertThat(why.getJsonObject("outcome").getJsonArray("flags")).contains("observed_only");
        JsonObject health = classroom.health();
        assertThat(health.getBoolean("observed")).isTrue();
        assertThat(health.getBoolean("reached")).isTrue();
        assertThat(classroom.stays(session, 15)).isEmpty();
        two.close();
        focus.close();
    }

    @Test
    void whoLeftWhileNobodyLookedLeftInBetweenAndWhoStayedStayed() throws Exception {
        Participant focus = focus();
        Participant stays = join(0, "a");
        Participant goes = join(1, "b");
        Classroom.Stay first = stays(0, 1, 1).get(0);
        stays(1, 1, 1);
        classroom.down();
        Instant leaves = Instant.now();
        goes.leave(room, "b");
        Instant left = Instant.now();
        classroom.up();
        Classroom.Stay gone = stays(1, 1, 0).get(0);
        Instant seen = gone.to().orElseThrow();
        assertThat(seen.minusSeconds(gone.bound())).isBefore(left);
        assertThat(seen.plusSeconds(gone.bound())).isAfter(leaves);
        assertThat(seen).isBefore(Instant.now());
        assertThat(stays(0, 1, 1).get(0)).isEqualTo(first);
        stays.close();
        stays(0, 1, 0);
        focus.close();
    }

    @Test
    void aRoomIsNeitherOpenedNorHeldOpen() {
        Patience.until("the observer is connected", () -> classroom.health().getBoolean("reached"));
        assertThat(occupants()).isEqualTo("0");
        Participant focus = focus();
        Participant one = join(0, "a");
        stays(0, 1, 1);
        assertThat(occupants()).isEqualTo("3");
        one.close();
        stays(0, 1, 0);
        Patience.until("the observer has left", () -> occupants().equals("1"));
        focus.close();
    }

    @Test
    @Tag("hidden")
    void aRoomThatTellsNothingToThoseOutsideIsLookedIntoAllTheSameAndNotHeldOpen() {
        Patience.until("the observer is connected", () -> classroom.health().getBoolean("reached"));
        assertThat(occupants()).as("it is not opened").isEqualTo("0");
        Participant focus = focus();
        Participant one = join(0, "a");
        stays(0, 1, 1);
        assertThat(prosody.get("/test/hidden").body())
                .as("it was asked and told nothing")
                .isNotEqualTo("0");
        Instant before = Instant.now();
        Participant two = join(1, "b");
        stays(1, 1, 1);
        two.close();
        Classroom.Stay gone = stays(1, 1, 0).get(0);
        assertThat(gone.from()).isBetween(before.minusSeconds(BOUND), Instant.now());
        assertThat(gone.to().orElseThrow()).isBetween(gone.from(), Instant.now());
        one.close();
        focus.close();
        stays(0, 1, 0);
        Patience.until("the room is gone with its people", () -> occupants().equals("0"));
    }
}
