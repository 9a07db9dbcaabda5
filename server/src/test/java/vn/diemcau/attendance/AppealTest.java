package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.attendance.Evidence.Kind;

class AppealTest {
    private static JsonObject wish() {
        return new JsonObject()
                .put("session", "s")
                .put("standing", "present")
                .put("reason", "Tôi ngồi hàng đầu, quên quét mã");
    }

    @Test
    void aClosedRecordIsObjectedToAndTheAcceptedObjectionIsAnAmendment() throws Exception {
        try (Served served = new Served()) {
            served.stage.hold("s", 2).settled();
            served.stage.claim("s", "e", Kind.IN, "x1", "a", 0);
            assertThat(served.call("x0", "PUT", "/my/appeals/a1", wish()).json().getString("code"))
                    .isEqualTo("not_closed");
            served.ok("commune", "POST", "/sessions/s/closing", new JsonObject().put("id", "c"));
            assertThat(served.ok("x0", "PUT", "/my/appeals/a1", wish()).getString("state"))
                    .isEqualTo("open");
            assertThat(served.ok("x0", "PUT", "/my/appeals/a1", wish()).getString("state"))
                    .isEqualTo("open");
            assertThat(served.call("x0", "PUT", "/my/appeals/a1", wish().put("reason", "khác"))
                            .json()
                            .getString("code"))
                    .isEqualTo("id_reused");
            assertThat(served.call("commune", "PUT", "/my/appeals/a2", wish()).status())
                    .isEqualTo(403);

            JsonObject accept = new JsonObject().put("decision", "accepted").put("note", "Có ảnh");
            assertThat(served.call("x0", "POST", "/appeals/a1/decision", accept).status())
                    .isEqualTo(403);
            assertThat(served.call("stranger", "POST", "/appeals/a1/decision", accept)
                            .status())
                    .isEqualTo(404);
            assertThat(served.call("cell-x", "POST", "/appeals/a1/decision", accept)
                            .json()
                            .getString("code"))
                    .as("cell x's secretary is that person")
                    .isEqualTo("own_appeal");
            assertThat(served.ok("stranger", "GET", "/appeals", null).getJsonArray("items"))
                    .isEmpty();
            assertThat(served.ok("commune", "GET", "/appeals", null).getJsonArray("items"))
                    .hasSize(1);
            served.ok("commune", "POST", "/appeals/a1/decision", accept);
            assertThat(served.call("commune", "POST", "/appeals/a1/decision", accept)
                            .json()
                            .getString("code"))
                    .isEqualTo("decided");
            served.stage.settled();
            assertThat(served.stage.outcome("s", "x0").standing()).isEqualTo(Standing.PRESENT);
            JsonObject closing = served.ok("commune", "GET", "/sessions/s/closing", null);
            assertThat(closing.getInteger("amendments")).isEqualTo(1);
            assertThat(closing.getJsonObject("closedCounts").getInteger("present"))
                    .isEqualTo(1);
            assertThat(served.ok("x0", "GET", "/my/appeals", null)
                            .getJsonArray("items")
                            .getJsonObject(0)
                            .getString("note"))
                    .isEqualTo("Có ảnh");
        }
    }

    @Test
    void afterTheWindowNobodyObjectsAndARefusalChangesNothing() throws Exception {
        try (Served served = new Served()) {
            served.stage.hold("s", 2).settled();
            served.stage.claim("s", "e", Kind.IN, "x1", "a", 0);
            served.who("y0", Grant.over(Role.CADRE, "/T/C/Y/"), "y0");
            served.ok("commune", "POST", "/sessions/s/closing", new JsonObject().put("id", "c"));
            served.ok("y0", "PUT", "/my/appeals/a1", wish());
            served.ok("commune", "POST", "/appeals/a1/decision", new JsonObject().put("decision", "refused"));
            served.stage.settled();
            assertThat(served.stage.outcome("s", "y0").present()).isFalse();
            Appeals later = new Appeals(
                    served.stage.frames,
                    served.stage.attendance,
                    new AppealStore(served.stage.mongo),
                    served.stage.record,
                    () -> java.time.Instant.now().plus(Duration.ofDays(11)));
            assertThat(Stage.await(later.file("a2", "s", "y0", Standing.PRESENT, "muộn")
                            .map("filed")
                            .otherwise(failure -> ((vn.diemcau.problem.Problem) failure).code())))
                    .isEqualTo("appeal_late");
        }
    }
}
