package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;
import vn.diemcau.bench.Participant;
import vn.diemcau.bench.Prosody;

/** People come and go in a real Prosody; afterwards the evidence is what they did. */
class PresenceTest {
    /** A timer of Prosody's may come so early. */
    private static final Duration TIMERS = Duration.ofMillis(200);

    /** Seconds for which the second one waits for somebody to come back. */
    private static final int PATIENT = 120;

    private static Prosody prosody;
    private static Prosody second;
    private static Classroom classroom;
    private String session;
    private String room;

    @BeforeAll
    static void open() throws Exception {
        prosody = new Prosody().start();
        second = new Prosody(Prosody.READ_TIMEOUT, PATIENT).start();
        classroom = new Classroom(prosody, second);
    }

    @AfterAll
    static void close() throws Exception {
        classroom.close();
        prosody.close();
        second.close();
    }

    @BeforeEach
    void session() {
        session = classroom.session();
        room = classroom.room(session);
    }

    private Participant connect(int person) {
        return Participant.connect(prosody.port, classroom.token(room, person));
    }

    private List<Classroom.Stay> stays(int person, int number, int open) {
        return classroom.stays(session, person, number, open);
    }

    /** Both clocks are one here, and the journal has milliseconds. */
    private static void between(Instant from, Instant seen, Instant until) {
        assertThat(seen).isBetween(from.truncatedTo(ChronoUnit.MILLIS), until);
    }

    @Test
    void whoeverJoinsAndLeavesWasThereInBetween() {
        Participant one = connect(0);
        Instant joins = Instant.now();
        Instant joined = one.join(room, "a");
        between(joins, stays(0, 1, 1).get(0).from(), joined);
        Instant leaves = Instant.now();
        one.leave(room, "a");
        Instant left = Instant.now();
        Classroom.Stay stay = stays(0, 1, 0).get(0);
        between(leaves, stay.to().orElseThrow(), left);
        assertThat(stay.bound()).isZero();
        one.close();
        assertThat(stays(0, 1, 0)).containsExactly(stay);
    }

    @Test
    void whoseBrowserDiedLeftWhenItDiedThoughThatIsKnownLater() {
        Participant one = connect(0);
        one.join(room, "a");
        stays(0, 1, 1);
        Instant dies = Instant.now();
        one.kill();
        Classroom.Stay stay = stays(0, 1, 0).get(0);
        between(
                dies,
                stay.to().orElseThrow(),
                Instant.now().minusSeconds(Prosody.HIBERNATION).plus(TIMERS));
    }

    @Test
    void whoFrozeLeftWhenLastHeardWithinTheBound() {
        Participant one = connect(0);
        Instant heard = Instant.now();
        one.join(room, "a");
        one.freeze();
        Classroom.Stay stay = stays(0, 1, 0).get(0);
        between(
                heard.minusSeconds(stay.bound()),
                stay.to().orElseThrow(),
                Instant.now().minusSeconds(2 * Prosody.READ_TIMEOUT).plus(TIMERS));
        assertThat(stay.bound()).isBetween(1, 2 * Prosody.READ_TIMEOUT);
    }

    @Test
    void takingUpALostConnectionIsNoLeave() {
        Participant one = Participant.connect(second.port, classroom.token(room, 0));
        Instant joins = Instant.now();
        Instant joined = one.join(room, "a");
        stays(0, 1, 1);
        one.kill();
        Patience.until("the loss is seen", () -> meeting().getInteger("lost") == 1);
        Participant again = Participant.resume(second.port, classroom.token(room, 0), one);
        Patience.until("the return is seen", () -> meeting().getInteger("lost") == 0);
        Instant leaves = Instant.now();
        again.leave(room, "a");
        Instant left = Instant.now();
        again.close();
        Classroom.Stay stay = stays(0, 1, 0).get(0);
        between(joins, stay.from(), joined);
        between(leaves, stay.to().orElseThrow(), left);
    }

    private io.vertx.core.json.JsonObject meeting() {
        return classroom.office().get("/sessions/" + session + "/meeting").expect(200);
    }

    @Test
    void comingBackUnderAnotherNameIsASecondStay() {
        Participant one = connect(0);
        one.join(room, "a");
        Instant dies = Instant.now();
        one.kill();
        Participant again = connect(0);
        Instant comes = Instant.now();
        Instant back = again.join(room, "b");
        List<Classroom.Stay> stays = stays(0, 2, 1);
        Instant known = Instant.now();
        between(
                dies,
                stays.get(0).to().orElseThrow(),
                known.minusSeconds(Prosody.HIBERNATION).plus(TIMERS));
        between(comes, stays.get(1).from(), back);
        again.close();
        stays(0, 2, 0);
    }

    @Test
    void twoTabsAreOneListOfOverlappingStaysAndOnePerson() {
        Participant one = connect(0);
        Participant two = connect(0);
        one.join(room, "a");
        two.join(room, "b");
        stays(0, 2, 2);
        assertThat(meeting().getInteger("remote")).isOne();
        one.leave(room, "a");
        stays(0, 2, 1);
        assertThat(meeting().getInteger("remote")).isOne();
        two.close();
        one.close();
        stays(0, 2, 0);
    }

    @Test
    void whoIsInABreakoutRoomIsInTheMeeting() {
        Participant one = connect(0);
        Participant host = connect(1);
        host.join(room, "host");
        one.join(room, "a");
        one.leave(room, "a");
        Instant moves = Instant.now();
        Instant moved = one.join(room + "--nhom1@" + Prosody.BREAKOUT, "a", "");
        List<Classroom.Stay> stays = stays(0, 2, 1);
        between(moves, stays.get(1).from(), moved);
        one.leaveAt(room + "--nhom1@" + Prosody.BREAKOUT, "a");
        stays(0, 2, 0);
        one.close();
        host.close();
        stays(1, 1, 0);
    }

    @Test
    void whoPretendsToBeSomebodyElseIsWhoTheTokenSays() {
        Participant one = connect(0);
        one.join(
                room + "@" + Prosody.MUC,
                Classroom.person(1),
                "<nick xmlns='http://jabber.org/protocol/nick'>Nguyễn Văn B</nick><identity><user><id>"
                        + Classroom.person(1) + "</id></user></identity>");
        stays(0, 1, 1);
        one.close();
        stays(0, 1, 0);
        assertThat(classroom.stays(session, 1)).isEmpty();
    }

    @Test
    void expiredAndForeignTokensLetNobodyIn() {
        String expired =
                classroom.token(room, Classroom.person(0), Instant.now().minusSeconds(3600));
        assertThatThrownBy(() -> Participant.connect(prosody.port, expired)).isInstanceOf(Participant.Refused.class);
        String forged = new JoinTokens("diemcau", SigningKey.shared("another secret, and it is long enough"))
                .mint(room, new JoinTokens.Guest(Classroom.person(0), "A", false, false), Instant.now());
        assertThatThrownBy(() -> Participant.connect(prosody.port, forged)).isInstanceOf(Participant.Refused.class);
        Participant elsewhere = Participant.connect(prosody.port, classroom.token("another-room", 0));
        assertThatThrownBy(() -> elsewhere.join(room, "a")).isInstanceOf(Participant.Refused.class);
        elsewhere.close();
        Participant after = connect(1);
        after.join(room, "b");
        stays(1, 1, 1);
        after.close();
        assertThat(classroom.stays(session, 0)).isEmpty();
    }

    @Test
    void aSitesScreenIsTheSitesLinkAndNobodysPresence() {
        Participant screen =
                Participant.connect(prosody.port, classroom.token(room, Occupancy.user(Classroom.SITE), Instant.now()));
        screen.join(room, "s");
        Patience.until("the link is up", () -> link().equals("in"));
        assertThat(meeting().getInteger("remote")).isZero();
        screen.close();
        Patience.until("the link is down", () -> link().equals("out"));
    }

    private String link() {
        return meeting().getJsonArray("sites").getJsonObject(0).getString("link");
    }

    @Test
    void twoProsodiesAreReadSideBySide() {
        Participant here = connect(0);
        here.join(room, "a");
        Participant there = Participant.connect(second.port, classroom.token(room, 1));
        there.join(room, "a");
        stays(0, 1, 1);
        stays(1, 1, 1);
        here.close();
        there.close();
        stays(0, 1, 0);
        stays(1, 1, 0);
        assertThat(classroom.alarms()).isZero();
    }

    @Test
    void whoOnlyServesTheMeetingIsNotCounted() {
        Participant one = connect(0);
        one.join(room, "a");
        Participant health = Participant.connect(prosody.port, classroom.token("__jicofo-health-check-1", 2));
        health.join("__jicofo-health-check-1", "x");
        stays(0, 1, 1);
        assertThat(prosody.get("/diemcau/presence?after=0&snapshot=1").body()).doesNotContain("health-check");
        health.close();
        one.close();
        stays(0, 1, 0);
    }

    @Test
    void extendingARunningSessionExtendsItsRoomAndItsTokens() {
        JsonObject before = classroom
                .office()
                .post("/sessions/" + session + "/join", new JsonObject())
                .expect(200);
        JsonObject whole = classroom.office().get("/sessions/" + session).expect(200);
        Instant end = Instant.parse(whole.getString("endsAt"));
        JsonObject longer = new JsonObject()
                .put("startsAt", whole.getString("startsAt"))
                .put("endsAt", end.plusSeconds(3600).toString());
        classroom.office().post("/sessions/" + session + "/moves", longer).expect(200);
        JsonObject after = classroom
                .office()
                .post("/sessions/" + session + "/join", new JsonObject())
                .expect(200);
        assertThat(after.getJsonObject("meeting").getString("room")).isEqualTo(room);
        assertThat(Instant.parse(after.getString("closesAt")))
                .isEqualTo(Instant.parse(before.getString("closesAt")).plusSeconds(3600));
        Participant late =
                Participant.connect(prosody.port, after.getJsonObject("meeting").getString("token"));
        late.join(room, "late");
        Patience.until("whoever came late is there", () -> meeting().getInteger("remote") == 1);
        late.close();
        Patience.until("and gone", () -> meeting().getInteger("remote") == 0);
    }

    @Test
    void withoutTheSecretNothingIsTold() {
        assertThat(prosody.get("/diemcau/presence?after=0", "a guess").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whileSecretsAreChangedTheFormerOneHoldsToo() {
        assertThat(prosody.get("/diemcau/presence?after=0", Prosody.FORMER_SECRET)
                        .statusCode())
                .isEqualTo(200);
        assertThat(prosody.get("/diemcau/presence?after=0", Prosody.PRESENCE_SECRET)
                        .statusCode())
                .isEqualTo(200);
    }
}
