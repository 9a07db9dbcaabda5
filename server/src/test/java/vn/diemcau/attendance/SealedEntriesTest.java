package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A device's own hand: what it signed is taken as its word, what it did not is taken as nobody's. */
class SealedEntriesTest {
    private static Served served;
    private static DeviceStore devices;

    @BeforeAll
    static void open() throws Exception {
        served = new Served();
        devices = new DeviceStore(served.stage.mongo);
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    private static String site(String session) {
        return "/sessions/" + session + "/sites/a";
    }

    private static JsonObject in(String id, String person) {
        return new JsonObject()
                .put("id", id)
                .put("kind", "in")
                .put("by", "tick")
                .put("person", person)
                .put("seenAt", Make.START.toString());
    }

    /** A device known at site a of the session, and its hand. */
    private static Hand device(String id, String session, boolean door) throws Exception {
        Hand hand = new Hand(id);
        Stage.await(devices.add(id, session, "a", "Máy " + id, door, hand.publicKey(), Instant.now()));
        return hand;
    }

    private static List<String> results(JsonObject answer) {
        return answer.getJsonArray("results").stream()
                .map(each ->
                        ((JsonObject) each).getString("result") + " " + ((JsonObject) each).getString("reason", ""))
                .toList();
    }

    private static JsonObject send(String as, String session, JsonObject body) {
        return served.ok(as, "POST", site(session) + "/evidence/batch", body);
    }

    @Test
    void whatADeviceSignedIsItsWordWhoeverBringsIt() throws Exception {
        served.stage.hold("s1", 3).settled();
        Hand hand = device("d1", "s1", false);
        JsonObject file = hand.seal(
                new JsonObject()
                        .put("device", "d1")
                        .put("session", "s1")
                        .put("site", "a")
                        .put("madeAt", "2026-11-22T03:00:00Z")
                        .put("offsetMillis", 5000),
                List.of(hand.line(in("e1", "x0")), hand.line(in("e2", "x1"))));
        JsonObject answer = send("commune", "s1", file);
        assertThat(answer.getString("seal")).isEqualTo("good");
        assertThat(answer.getInteger("offsetMillis")).isEqualTo(5000);
        assertThat(results(answer)).containsExactly("counted ", "counted ");
        assertThat(results(send("commune", "s1", file))).containsExactly("already ", "already ");
        assertThat(served.stage.settled().counts("s1").present()).isEqualTo(2);
        JsonObject why = served.ok("commune", "GET", "/sessions/s1/attendance/x0/why", null);
        JsonObject line = why.getJsonArray("evidence").getJsonObject(0);
        assertThat(line.getString("by")).isEqualTo("Máy d1");
        assertThat(line.getString("seal")).isEqualTo("good");
        assertThat(line.getString("source")).isEqualTo("steward");
    }

    @Test
    void whatWasChangedAfterSigningIsRefusedAndCountedNowhere() throws Exception {
        served.stage.hold("s2", 3).settled();
        Hand hand = device("d2", "s2", false);
        served.steward("s2phone", "s2", "a");
        JsonObject body = hand.seal("s2", "a", List.of(hand.line(in("e1", "x0"))));
        JsonArray lines = body.getJsonObject("sealed").getJsonArray("lines");
        lines.set(0, lines.getString(0).replace("x0", "x1"));
        JsonObject answer = send("s2phone", "s2", body);
        assertThat(answer.getString("seal")).isEqualTo("forged");
        assertThat(results(answer)).containsExactly("refused seal_wrong");
        Hand stranger = new Hand("d2");
        assertThat(results(send("s2phone", "s2", stranger.seal("s2", "a", List.of(stranger.line(in("e2", "x0")))))))
                .containsExactly("refused seal_wrong");
        JsonObject elsewhere = hand.seal("s2", "b", List.of(hand.line(in("e3", "x0"))));
        assertThat(results(send("s2phone", "s2", elsewhere))).containsExactly("refused seal_wrong");
        assertThat(served.stage.settled().counts("s2").present()).isZero();
    }

    @Test
    void aDeviceThatSignsIsNotBelievedUnsigned() throws Exception {
        served.stage.hold("s3", 3).settled();
        served.steward("s3phone", "s3", "a");
        device("device-s3phone", "s3", false);
        JsonObject bare = new JsonObject()
                .put("sentAt", Instant.now().toString())
                .put("entries", new JsonArray().add(in("e1", "x0")));
        assertThat(results(send("s3phone", "s3", bare))).containsExactly("refused seal_missing");
        assertThat(served.ok("s3phone", "PUT", site("s3") + "/evidence/e2", in("e2", "x0"))
                        .getString("reason"))
                .isEqualTo("seal_missing");
        assertThat(served.stage.settled().counts("s3").present()).isZero();
    }

    @Test
    void aLostEntryShowsAsAGapAndBlocksNothing() throws Exception {
        served.stage.hold("s4", 3).settled();
        Hand hand = device("d4", "s4", false);
        send("commune", "s4", hand.seal("s4", "a", List.of(hand.line(in("e1", "x0")))));
        hand.lose(in("lost", "x1"));
        JsonObject answer = send("commune", "s4", hand.seal("s4", "a", List.of(hand.line(in("e3", "x2")))));
        assertThat(answer.getString("seal")).isEqualTo("gap");
        assertThat(results(answer)).containsExactly("counted ");
        JsonObject listed = served.ok("commune", "GET", site("s4") + "/devices", null)
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(listed.getInteger("missing")).isEqualTo(1);
        assertThat(listed.getInteger("entries")).isEqualTo(3);
    }

    @Test
    void whatARevokedDeviceStillSaysIsHeldUntilSomebodyTakesIt() throws Exception {
        served.stage.hold("s5", 3).settled();
        Hand hand = device("d5", "s5", false);
        assertThat(served.call("stranger", "POST", site("s5") + "/devices/d5/revocation", new JsonObject())
                        .status())
                .isEqualTo(404);
        assertThat(served.call("x0", "POST", site("s5") + "/devices/d5/revocation", new JsonObject())
                        .status())
                .isEqualTo(403);
        assertThat(served.call("commune", "POST", site("s5") + "/devices/d5/revocation", new JsonObject())
                        .status())
                .isEqualTo(204);
        JsonObject answer = send("commune", "s5", hand.seal("s5", "a", List.of(hand.line(in("e1", "x0")))));
        assertThat(results(answer)).containsExactly("refused device_revoked");
        assertThat(served.stage.settled().counts("s5").present()).isZero();
        served.steward("s5phone", "s5", "a");
        assertThat(served.call("s5phone", "POST", site("s5") + "/devices/d5/acceptance", new JsonObject())
                        .status())
                .isEqualTo(403);
        assertThat(served.ok("commune", "POST", site("s5") + "/devices/d5/acceptance", new JsonObject())
                        .getInteger("accepted"))
                .isEqualTo(1);
        assertThat(served.stage.settled().counts("s5").present()).isEqualTo(1);
    }

    @Test
    void aDoorTakesBadgesThatComeInAndNothingElse() throws Exception {
        served.stage.hold("s6", 3).settled();
        served.who("door6", vn.diemcau.access.Grant.atDoor("s6", "a"), null);
        Hand hand = device("d6", "s6", true);
        String badge = Stage.await(served.stage.feature.badges().of(List.of("x0")))
                .get("x0")
                .digits();
        JsonObject scan = new JsonObject()
                .put("id", "e1")
                .put("kind", "in")
                .put("by", "badge")
                .put("badge", badge)
                .put("seenAt", Make.START.toString());
        JsonObject out = in("e3", "x0").put("kind", "out");
        List<String> lines = List.of(hand.line(scan), hand.line(in("e2", "x1")), hand.line(out));
        assertThat(results(send("door6", "s6", hand.seal("s6", "a", lines))))
                .containsExactly("counted ", "refused not_at_the_door", "refused not_at_the_door");
        for (String path : List.of("/reports", "/closing", "/doors", "/devices/d6/revocation")) {
            assertThat(served.call("door6", "POST", site("s6") + path, new JsonObject().put("id", "z"))
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(served.call("door6", "GET", site("s6") + "/roll", null).status())
                .isEqualTo(403);
        assertThat(served.call("door6", "GET", site("s6") + "/pack", null).status())
                .isEqualTo(200);
        assertThat(served.stage.settled().counts("s6").present()).isEqualTo(1);
    }

    @Test
    void aClockThatWasMovedBetweenTwoSyncsMakesTimesUnsure() throws Exception {
        served.stage.hold("s7", 3).settled();
        Hand hand = device("d7", "s7", false);
        send("commune", "s7", hand.seal("s7", "a", List.of(hand.line(in("e1", "x0")))));
        JsonObject moved = new JsonObject()
                .put("device", "d7")
                .put("session", "s7")
                .put("site", "a")
                .put("sentAt", Instant.now().plusSeconds(600).toString());
        send("commune", "s7", hand.seal(moved, List.of(hand.line(in("e2", "x1")))));
        JsonObject why = served.ok("commune", "GET", "/sessions/s7/attendance/x1/why", null);
        JsonObject line = why.getJsonArray("evidence").getJsonObject(0);
        assertThat(line.getInteger("bound")).isBetween(590, 610);
        assertThat(line.getString("clock")).isEqualTo(Make.START.toString());
    }
}
