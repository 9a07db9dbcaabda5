package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.diemcau.audit.Audit;
import vn.diemcau.audit.AuditCheck;
import vn.diemcau.http.Live;
import vn.diemcau.mongo.Mongo;

class SilentSitesTest {
    private static void at(Stage stage, Instant now) {
        Stage.await(job(stage, now, () -> now).handle());
        stage.settled();
    }

    private static CloseSilentSites job(Stage stage, Instant now, InstantSource auditClock) {
        return new CloseSilentSites(
                stage.schedule(),
                stage.frames,
                (KeptAttendances) stage.feature.attendances(),
                new SiteWordStore(stage.mongo),
                stage.record,
                stage.evidence,
                new Live(stage.vertx),
                new Audit(stage.mongo, auditClock),
                () -> now);
    }

    /** What stands in the audit record of sites closed by rule: the site, and whether the line was written after a stop. */
    private static List<String> lines(Stage stage) {
        return Stage.await(Mongo.all(stage.mongo
                        .collection("audit")
                        .find(Filters.eq("what", "site_closed_by_rule"))
                        .batchSize(Mongo.BATCH)))
                .stream()
                .map(line -> line.getString("target").replaceAll(".*/", "")
                        + (line.getString("detail").contains("afterAStop") ? " after a stop" : ""))
                .sorted()
                .toList();
    }

    /** The node stops when so many closings have their line, between the next closing and its line. */
    private static InstantSource stopsAfter(int lines) {
        AtomicInteger left = new AtomicInteger(lines);
        return () -> {
            if (left.getAndDecrement() <= 0) throw new IllegalStateException("stopped");
            return Make.END;
        };
    }

    @Test
    void whereverItStopsEachClosingByRuleHasItsLineInTheAuditRecordOnce() throws Exception {
        try (Stage stage = new Stage()) {
            for (int told = 0; told < 3; told++) {
                String session = "s" + told;
                stage.sessions.clear();
                stage.hold(session, 2).settled();
                Instant rule = Make.END.plus(Duration.ofHours(72));
                Stage.await(job(stage, rule, stopsAfter(told)).handle());
                stage.settled();
                assertThat(lines(stage)).as("stopped after %d", told).hasSize(3 * told + told);
                at(stage, rule.plusSeconds(60));
                assertThat(lines(stage))
                        .as("it may still be at work elsewhere: stopped after %d", told)
                        .hasSize(3 * told + told);
                at(stage, rule.plusSeconds(121));
                at(stage, rule.plusSeconds(300));
                assertThat(lines(stage).stream().map(line -> line.substring(0, 1)))
                        .as("stopped after %d", told)
                        .isEqualTo(Stream.of("a", "b", "c")
                                .flatMap(site -> Stream.generate(() -> site)
                                        .limit(lines(stage).size() / 3))
                                .toList());
                assertThat(lines(stage)).hasSize(3 * told + 3);
                assertThat(lines(stage).stream().filter(line -> line.endsWith("stop")))
                        .as("stopped after %d", told)
                        .hasSize(told + 1);
            }
            assertThat(Stage.await(AuditCheck.of(stage.mongo, null)).fault()).isNull();
        }
    }

    @Test
    void aLineLeftBehindIsWrittenAlsoWhenTheOfficeHasClosedTheSessionSince() throws Exception {
        try (Served served = new Served()) {
            Stage stage = served.stage.hold("s", 2).settled();
            Instant rule = Make.END.plus(Duration.ofHours(72));
            Stage.await(job(stage, rule, stopsAfter(1)).handle());
            stage.settled();
            served.ok("commune", "POST", "/sessions/s/closing", new JsonObject().put("id", "c"));
            at(stage, rule.plusSeconds(121));
            assertThat(lines(stage)).containsExactly("a", "b after a stop");
            assertThat(Stage.await(stage.frames.rulingsLeft(rule.plusSeconds(600))))
                    .isEmpty();
        }
    }

    private static String states(Served served) {
        return served.ok("commune", "GET", "/sessions/s/wall", null).getJsonArray("tiles").stream()
                .map(JsonObject.class::cast)
                .map(tile -> tile.getString("state") + (tile.containsKey("remindedAt") ? " reminded" : ""))
                .collect(Collectors.joining(", "));
    }

    @Test
    void aSilentSiteIsRemindedAndThenClosedByRuleAndNobodyThereIsAbsent() throws Exception {
        try (Served served = new Served()) {
            Stage stage = served.stage.hold("s", 2);
            stage.claim("s", "e1", Evidence.Kind.IN, "x0", "a", 0);
            stage.settled();
            at(stage, Make.START.plus(Duration.ofMinutes(14)));
            assertThat(states(served)).isEqualTo("filling, silent, silent");
            at(stage, Make.START.plus(Duration.ofMinutes(15)));
            at(stage, Make.START.plus(Duration.ofMinutes(16)));
            assertThat(states(served)).isEqualTo("filling, silent reminded, silent reminded");
            for (String site : List.of("a", "b", "c")) {
                assertThat(served.ok("commune", "GET", "/sessions/s/sites/" + site + "/roll", null)
                                .containsKey("remindedAt"))
                        .as("the phones of site %s hear of it while it is silent", site)
                        .isEqualTo(!site.equals("a"));
            }
            at(stage, Make.END.plus(Duration.ofHours(71)));
            assertThat(states(served)).isEqualTo("filling, silent reminded, silent reminded");

            at(stage, Make.END.plus(Duration.ofHours(72)));
            at(stage, Make.END.plus(Duration.ofHours(73)));
            assertThat(states(served)).isEqualTo("filling, closed_by_rule reminded, closed_by_rule reminded");
            JsonObject wall = served.ok("commune", "GET", "/sessions/s/wall", null);
            assertThat(wall.getInteger("reported"))
                    .as("closed by rule is not reported")
                    .isZero();
            assertThat(stage.outcome("s", "y0").standing())
                    .as("nobody is absent where nobody called the roll")
                    .isEqualTo(Standing.UNDETERMINED);
            assertThat(Stage.await(stage.evidence.of(java.util.List.of("s|site:b"))))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.evidence().source()).isEqualTo(Evidence.Source.RULE));
        }
    }

    @Test
    void whatAStewardSendsAfterAllGoesBeforeTheRule() throws Exception {
        try (Served served = new Served()) {
            Stage stage = served.stage.hold("s", 2).settled();
            at(stage, Make.END.plus(Duration.ofHours(72)));
            assertThat(states(served)).isEqualTo("closed_by_rule, closed_by_rule, closed_by_rule");
            served.steward("b", "s", "b");
            JsonObject in = new JsonObject()
                    .put("kind", "in")
                    .put("by", "tick")
                    .put("person", "y0")
                    .put("seenAt", Make.START.toString());
            assertThat(served.ok("b", "PUT", "/sessions/s/sites/b/evidence/e1", in)
                            .getString("result"))
                    .isEqualTo("counted");
            JsonObject closing = served.ok("b", "POST", "/sessions/s/sites/b/closing", new JsonObject().put("id", "c"));
            assertThat(closing.getString("state")).isEqualTo("closed");
            stage.settled();
            assertThat(stage.outcome("s", "y0").standing()).isEqualTo(Standing.PRESENT);
            assertThat(stage.outcome("s", "y1").standing())
                    .as("the steward called the roll and closed it: who was not named is absent")
                    .isEqualTo(Standing.UNEXCUSED);
            assertThat(stage.outcome("s", "x0").standing()).isEqualTo(Standing.UNDETERMINED);
        }
    }

    @Test
    void namesThatComeAfterTheRuleCountWhenTheSessionIsClosed() throws Exception {
        try (Served served = new Served()) {
            Stage stage = served.stage.hold("s", 2).settled();
            at(stage, Make.END.plus(Duration.ofHours(72)));
            assertThat(stage.outcome("s", "y1").because())
                    .as("nothing but the outcome is kept with the record")
                    .isEmpty();
            assertThat(why(served, "y1")).isEqualTo("roll_not_taken");
            stage.claim("s", "e1", Evidence.Kind.IN, "y0", "b", 0);
            served.ok("commune", "POST", "/sessions/s/closing", new JsonObject().put("id", "c"));
            stage.settled();
            assertThat(stage.outcome("s", "y0").standing()).isEqualTo(Standing.PRESENT);
            assertThat(stage.outcome("s", "y1").standing())
                    .as("site b called its roll after all")
                    .isEqualTo(Standing.UNEXCUSED);
            served.steward("c", "s", "c");
            assertThat(served.ok("c", "GET", "/sessions/s/sites/c/roll", null).getBoolean("closed"))
                    .as("with its session every site is closed, by rule or not")
                    .isTrue();
            assertThat(served.ok("c", "POST", "/sessions/s/sites/c/closing", new JsonObject().put("id", "late"))
                            .getBoolean("closed"))
                    .isTrue();
            assertThat(stage.outcome("s", "x1").standing())
                    .as("site a never did")
                    .isEqualTo(Standing.UNDETERMINED);
            assertThat(Stage.await(RecountCheck.all(stage.mongo)).differences()).isEmpty();
        }
    }

    private static String why(Served served, String person) {
        return served.ok("commune", "GET", "/sessions/s/attendance/" + person + "/why", null)
                .getJsonArray("because")
                .getJsonObject(0)
                .getString("why");
    }

    @Test
    void aReportAfterTheRuleOpensTheSiteAgain() throws Exception {
        try (Served served = new Served()) {
            Stage stage = served.stage.hold("s", 2).settled();
            at(stage, Make.END.plus(Duration.ofHours(72)));
            served.ok("commune", "POST", "/sessions/s/sites/b/reports", new JsonObject().put("id", "r"));
            stage.settled();
            assertThat(states(served)).isEqualTo("closed_by_rule, reported, closed_by_rule");
            assertThat(why(served, "y1")).isEqualTo("nothing_yet");
            assertThat(Stage.await(RecountCheck.all(stage.mongo)).differences()).isEmpty();
        }
    }

    @Test
    void theOfficeSeesWhoEnteredACountByTelephoneAndInWhosePlaceAWalkInSaysToCome() throws Exception {
        try (Served served = new Served()) {
            Stage stage = served.stage.hold("s", 2).settled();
            JsonObject count = new JsonObject()
                    .put("kind", "count")
                    .put("by", "phone")
                    .put("count", 38)
                    .put("detail", "Đồng chí Hoa, trưởng thôn")
                    .put("seenAt", Make.START.toString());
            served.ok("commune", "PUT", "/sessions/s/sites/b/evidence/c1", count);
            JsonObject walkIn = new JsonObject()
                    .put("kind", "walk_in")
                    .put("by", "search")
                    .put("name", "Vàng A Pao")
                    .put("insteadOf", "x1")
                    .put("seenAt", Make.START.toString());
            served.ok("commune", "PUT", "/sessions/s/sites/a/evidence/w1", walkIn);
            stage.settled();
            JsonObject tile = served.ok("commune", "GET", "/sessions/s/wall", null)
                    .getJsonArray("tiles")
                    .getJsonObject(1);
            assertThat(tile.getJsonObject("lastCount").getString("by")).isEqualTo("Đồng chí Hoa, trưởng thôn");
            assertThat(tile.getJsonObject("lastCount").getString("enteredBy")).isEqualTo("Đồng chí commune");
            assertThat(served.ok("commune", "GET", "/sessions/s/sites/a/roll", null).getJsonArray("people").stream()
                            .map(JsonObject.class::cast)
                            .filter(line -> line.containsKey("insteadOf"))
                            .map(line -> line.getJsonObject("insteadOf").getString("id")))
                    .containsExactly("x1");
        }
    }
}
