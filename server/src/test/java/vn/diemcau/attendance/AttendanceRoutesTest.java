package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;

class AttendanceRoutesTest {
    private static Served served;

    @BeforeAll
    static void open() throws Exception {
        served = new Served();
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    private static JsonObject in(String person, double minute) {
        return new JsonObject()
                .put("kind", "in")
                .put("by", "tick")
                .put("person", person)
                .put("seenAt", Make.START.plusSeconds(Math.round(minute * 60)).toString());
    }

    private static String site(String session) {
        return "/sessions/" + session + "/sites/a";
    }

    @Test
    void aStewardCountsAndTheRollAndTheWallShowIt() {
        served.stage.hold("r1", 2).settled();
        served.steward("steward1", "r1", "a");
        JsonObject answer = served.ok("steward1", "PUT", site("r1") + "/evidence/e1", in("x0", 0));
        assertThat(answer.getString("result")).isEqualTo("counted");
        assertThat(answer.getJsonObject("outcome").getString("standing")).isEqualTo("present");
        assertThat(answer.getJsonObject("person").getString("name")).isEqualTo("Đồng chí x0");
        served.stage.settled();
        JsonObject roll = served.ok("steward1", "GET", site("r1") + "/roll", null);
        assertThat(roll.getJsonObject("counts").getInteger("present")).isEqualTo(1);
        assertThat(roll.getJsonArray("people")).hasSize(2);
        JsonObject wall = served.ok("province", "GET", "/sessions/r1/wall", null);
        assertThat(wall.getJsonArray("tiles").getJsonObject(0).getInteger("present"))
                .isEqualTo(1);
        assertThat(wall.getJsonArray("tiles").getJsonObject(0).getString("state"))
                .isEqualTo("filling");
        assertThat(wall.getJsonArray("tiles").getJsonObject(1).getString("state"))
                .isEqualTo("silent");
    }

    @Test
    void nobodyTakesARollThatIsNotTheirs() {
        served.stage.hold("r2", 2).settled();
        served.steward("elsewhere", "r2", "b");
        for (String as : List.of("elsewhere", "stranger")) {
            assertThat(served.call(as, "PUT", site("r2") + "/evidence/e1", in("x0", 0))
                            .status())
                    .isEqualTo(404);
            assertThat(served.call(as, "POST", site("r2") + "/closing", new JsonObject().put("id", "c"))
                            .status())
                    .isEqualTo(404);
            assertThat(served.call(as, "POST", site("r2") + "/reports", new JsonObject().put("id", "c"))
                            .status())
                    .isEqualTo(404);
            assertThat(served.call(as, "GET", site("r2") + "/roll", null).status())
                    .isEqualTo(404);
            assertThat(served.call(as, "GET", site("r2") + "/pack", null).status())
                    .isEqualTo(404);
        }
        assertThat(served.call("x0", "PUT", site("r2") + "/evidence/e1", in("x0", 0))
                        .status())
                .isEqualTo(403);
        assertThat(served.call("nobody", "PUT", site("r2") + "/evidence/e1", in("x0", 0))
                        .status())
                .isEqualTo(401);
        assertThat(served.call("elsewhere", "POST", "/sessions/r2/closing", new JsonObject().put("id", "c"))
                        .status())
                .isEqualTo(403);
        assertThat(served.call("stranger", "POST", "/sessions/r2/closing", new JsonObject().put("id", "c"))
                        .status())
                .isEqualTo(404);
        assertThat(served.call("stranger", "POST", "/sessions/r2/slips", null).status())
                .isEqualTo(404);
        assertThat(served.call(
                                "stranger",
                                "POST",
                                "/sessions/r2/times",
                                new JsonObject().put("id", "t").put("reason", "r"))
                        .status())
                .isEqualTo(404);
        assertThat(served.call("elsewhere", "POST", site("r2") + "/merges", new JsonObject())
                        .status())
                .isEqualTo(403);
        assertThat(served.call("stranger", "POST", site("r2") + "/merges", new JsonObject())
                        .status())
                .isEqualTo(404);
        assertThat(served.stage.settled().counts("r2").present()).isZero();
    }

    @Test
    void aBatchAnswersEachEntryAndABadOneBlocksNone() {
        served.stage.hold("r3", 3).settled();
        JsonArray entries = new JsonArray()
                .add(in("x0", 0).put("id", "e1"))
                .add(new JsonObject().put("id", "e2").put("kind", "dance"))
                .add(in("nobody", 0).put("id", "e3"))
                .add(in("x0", 0).put("id", "e1"))
                .add(in("x1", 0).put("id", "e4"));
        JsonObject answer = served.ok(
                "commune",
                "POST",
                site("r3") + "/evidence/batch",
                new JsonObject().put("sentAt", Instant.now().toString()).put("entries", entries));
        assertThat(answer.getJsonArray("results").stream()
                        .map(each -> ((JsonObject) each).getString("result") + " "
                                + ((JsonObject) each).getString("reason", "")))
                .containsExactly("counted ", "refused malformed", "refused not_summoned", "already ", "counted ");
        assertThat(served.stage.settled().counts("r3").present()).isEqualTo(2);
    }

    @Test
    void theWallShowsWhatTheTechnicianCheckedAndWhomTheOfficeCalled() {
        served.stage.hold("r9", 2).settled();
        served.steward("r9phone", "r9", "a");
        JsonObject check = new JsonObject().put("id", "c1").put("picture", true).put("power", false);
        assertThat(served.call("r9phone", "POST", site("r9") + "/checks", check).status())
                .isEqualTo(204);
        assertThat(served.call("r9phone", "POST", site("r9") + "/checks", check).status())
                .isEqualTo(204);
        JsonObject call = new JsonObject().put("id", "g1").put("reached", false).put("note", "không nhấc máy");
        assertThat(served.call("r9phone", "POST", site("r9") + "/calls", call).status())
                .isEqualTo(404);
        assertThat(served.call("stranger", "POST", site("r9") + "/checks", check)
                        .status())
                .isEqualTo(404);
        assertThat(served.call("commune", "POST", site("r9") + "/calls", call).status())
                .isEqualTo(204);
        JsonObject tile = served.ok("province", "GET", "/sessions/r9/wall", null)
                .getJsonArray("tiles")
                .getJsonObject(0);
        assertThat(tile.getJsonObject("check").getBoolean("picture")).isTrue();
        assertThat(tile.getJsonObject("check").getBoolean("power")).isFalse();
        assertThat(tile.getJsonObject("check").containsKey("sound")).isFalse();
        assertThat(tile.getJsonArray("calls")).hasSize(1);
        assertThat(tile.getJsonArray("calls").getJsonObject(0).getString("by")).isEqualTo("Đồng chí commune");
    }

    @Test
    void theSameIdWithOtherContentIsAConflict() {
        served.stage.hold("r4", 2).settled();
        served.ok("commune", "PUT", site("r4") + "/evidence/e1", in("x0", 0));
        assertThat(served.ok("commune", "PUT", site("r4") + "/evidence/e1", in("x0", 0))
                        .getString("result"))
                .isEqualTo("already");
        Served.Back back = served.call("commune", "PUT", site("r4") + "/evidence/e1", in("x1", 0));
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.json().getString("code")).isEqualTo("id_reused");
    }

    @Test
    void aClockHoursWrongIsCorrectedAndTheCorrectionKept() {
        served.stage.hold("r5", 2).settled();
        Instant sentAt = Instant.now().plusSeconds(7200);
        JsonObject body = in("x0", 125).put("sentAt", sentAt.toString());
        JsonObject answer = served.ok("commune", "PUT", site("r5") + "/evidence/e1", body);
        assertThat(answer.getJsonObject("outcome").getJsonArray("flags")).isEmpty();
        JsonObject why = served.ok("commune", "GET", "/sessions/r5/attendance/x0/why", null);
        JsonObject line = why.getJsonArray("evidence").getJsonObject(0);
        assertThat(line.getString("clock"))
                .isEqualTo(Make.START.plusSeconds(125 * 60).toString());
        assertThat(Instant.parse(line.getString("seenAt"))).isBefore(Make.START.plusSeconds(6 * 60));
    }

    @Test
    void theStateReachesTwoReadersWithoutReload() throws Exception {
        served.stage.hold("r6", 2).settled();
        CompletableFuture<JsonObject> first = watch("province", "r6");
        CompletableFuture<JsonObject> second = watch("commune", "r6");
        served.ok("commune", "PUT", site("r6") + "/evidence/e1", in("x0", 0));
        for (var reader : List.of(first, second)) {
            JsonObject state = reader.get(Patience.SECONDS, TimeUnit.SECONDS);
            assertThat(state.getJsonObject("counts").getInteger("present")).isEqualTo(1);
        }
    }

    /** The first state in which somebody is present. */
    private static CompletableFuture<JsonObject> watch(String as, String session) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.url("/sessions/" + session + "/live")))
                .header("X-As", as)
                .build();
        return served.client
                .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> {
                    try (BufferedReader lines =
                            new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                        String line = lines.readLine();
                        while (line != null) {
                            if (line.startsWith("data: ")) {
                                JsonObject state = new JsonObject(line.substring(6));
                                if (state.getJsonObject("counts").getInteger("present") > 0) return state;
                            }
                            line = lines.readLine();
                        }
                    } catch (java.io.IOException failure) {
                        throw new java.io.UncheckedIOException(failure);
                    }
                    throw new IllegalStateException("the stream ended");
                });
    }

    @Test
    void theRoomsCodeChecksInWhoIsOnTheListAndAWrongOneIsKeptAsRefused() {
        served.stage.hold("r7", 2).settled();
        Instant at = Make.START.plusSeconds(120);
        JsonObject body = new JsonObject()
                .put("site", "a")
                .put("code", served.stage.feature.roomCode("r7", "a", at))
                .put("seenAt", at.toString());
        JsonObject wrong =
                served.ok("x0", "PUT", "/sessions/r7/check-ins/c0", body.copy().put("code", "000000"));
        assertThat(wrong.getString("reason")).isIn("code_wrong", "code_expired");
        JsonObject right = served.ok("x0", "PUT", "/sessions/r7/check-ins/c1", body);
        assertThat(right.getString("result")).isEqualTo("counted");
        assertThat(served.call("commune", "PUT", "/sessions/r7/check-ins/c2", body)
                        .status())
                .isEqualTo(403);
        assertThat(served.stage.settled().counts("r7").present()).isEqualTo(1);
    }

    @Test
    void closingASessionFreezesOutcomesAndLaterWordsAreAmendments() {
        served.stage.hold("r8", 2).settled();
        served.ok("commune", "PUT", site("r8") + "/evidence/e1", in("x0", 0));
        JsonObject closing = served.ok("commune", "POST", "/sessions/r8/closing", new JsonObject().put("id", "c1"));
        assertThat(closing.getBoolean("closed")).isTrue();
        // nothing was heard of site b: nobody there is absent
        assertThat(closing.getJsonObject("closedCounts").getInteger("unexcused"))
                .isEqualTo(1);
        assertThat(closing.getJsonObject("closedCounts").getInteger("undetermined"))
                .isEqualTo(2);
        assertThat(served.ok("commune", "PUT", site("r8") + "/evidence/e2", in("x1", 1e6))
                        .getString("reason"))
                .isEqualTo("session_closed");
        JsonObject word =
                new JsonObject().put("id", "k1").put("standing", "excused").put("reason", "có giấy");
        served.ok("commune", "POST", "/sessions/r8/attendance/x1/corrections", word);
        served.ok("commune", "POST", "/sessions/r8/attendance/x1/corrections", word);
        served.stage.settled();
        JsonObject after = served.ok("commune", "GET", "/sessions/r8/closing", null);
        assertThat(after.getInteger("amendments")).isEqualTo(1);
        assertThat(after.getJsonObject("closedCounts").getInteger("unexcused")).isEqualTo(1);
        assertThat(after.getJsonObject("counts").getInteger("excused")).isEqualTo(1);
        assertThat(after.getString("hash")).isEqualTo(closing.getString("hash"));
    }

    @Test
    void correctionsBelongToWhoeverHasThePersonBelowThem() {
        served.stage.hold("r9", 2).settled();
        JsonObject word =
                new JsonObject().put("id", "k1").put("standing", "present").put("reason", "đã gọi điện");
        assertThat(served.call("stranger", "POST", "/sessions/r9/attendance/x0/corrections", word)
                        .status())
                .isEqualTo(404);
        assertThat(served.call("cell-x", "POST", "/sessions/r9/attendance/y0/corrections", word)
                        .status())
                .isEqualTo(404);
        assertThat(served.call("x0", "POST", "/sessions/r9/attendance/x0/corrections", word)
                        .status())
                .isEqualTo(403);
        served.ok("cell-x", "POST", "/sessions/r9/attendance/x0/corrections", word);
        assertThat(served.stage.settled().outcome("r9", "x0").standing()).isEqualTo(Standing.PRESENT);
        JsonObject seen = served.ok("cell-x", "GET", "/sessions/r9/attendance", null);
        assertThat(seen.getJsonArray("items")).hasSize(2);
        assertThat(served.call("stranger", "GET", "/sessions/r9/attendance", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void declaredTimesChangeWhoIsLate() {
        served.stage.hold("r10", 2).settled();
        served.ok("commune", "PUT", site("r10") + "/evidence/e1", in("x0", 25));
        assertThat(served.stage.settled().counts("r10").late()).isEqualTo(1);
        served.ok(
                "commune",
                "POST",
                "/sessions/r10/times",
                new JsonObject()
                        .put("id", "t1")
                        .put("site", "a")
                        .put("startsAt", Make.START.plusSeconds(1200).toString())
                        .put("reason", "mất điện đầu buổi"));
        assertThat(served.stage.settled().counts("r10").late()).isZero();
    }

    @Test
    void aSlipsCodeIsUnknownToGuessersWhoMustWaitButNotTheHallBehindTheirAddress() {
        int last = 0;
        int tries = 0;
        for (; tries < 330 && last != 429; tries++) {
            last = served.call(
                            "nobody", "POST", "/site-openings", new JsonObject().put("code", "AAAAA-AAAA" + tries % 10))
                    .status();
        }
        assertThat(last).isEqualTo(429);
        assertThat(tries).isGreaterThan(300);
    }

    @Test
    void beingOnThePageCountsOncePerMinuteHoweverManyBeats() {
        served.stage.hold("r11", 1).settled();
        JsonObject beat = new JsonObject().put("beat", 1);
        served.ok("x0", "PUT", "/sessions/r11/presence/p1", beat);
        served.ok("x0", "PUT", "/sessions/r11/presence/p1", beat);
        served.ok("x0", "PUT", "/sessions/r11/presence/p1", beat);
        assertThat(Stage.await(served.stage.evidence.of(List.of("r11|x0"))).size())
                .isBetween(1, 2);
    }

    @Test
    void aBadgeIsRecognisedRevokedAndNeverForged() {
        served.stage.hold("r12", 2).settled();
        BadgeStore.Badge badge =
                Stage.await(served.stage.badges.of(List.of("x0", "x1"))).get("x0");
        JsonObject scan = in("x0", 0).put("badge", badge.digits()).put("by", "badge");
        scan.remove("person");
        assertThat(served.ok("commune", "PUT", site("r12") + "/evidence/e1", scan)
                        .getString("result"))
                .isEqualTo("counted");
        String forged = badge.digits().substring(0, 178) + (badge.digits().charAt(178) == '1' ? "2" : "1");
        assertThat(served.ok(
                                "commune",
                                "PUT",
                                site("r12") + "/evidence/e2",
                                scan.copy().put("badge", forged))
                        .getString("reason"))
                .isEqualTo("badge_forged");
        assertThat(served.ok(
                                "commune",
                                "PUT",
                                site("r12") + "/evidence/e3",
                                scan.copy().put("badge", badge.shortCode()))
                        .getString("reason"))
                .isEqualTo("already_counted");
        Stage.await(served.stage.badges.revoke(badge.number()));
        JsonObject later =
                scan.copy().put("seenAt", Instant.now().plusSeconds(1).toString());
        assertThat(served.ok("commune", "PUT", site("r12") + "/evidence/e4", later)
                        .getString("reason"))
                .isEqualTo("badge_revoked");
    }

    @Test
    void theKeysAreTheOwnersAlone() throws Exception {
        try (var files = java.nio.file.Files.list(served.stage.data().resolve("keys"))) {
            for (var file : files.toList()) {
                assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                                java.nio.file.Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }
}
