package vn.diemcau.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports are asked for, handed in, listed and taken away together. */
class ReflectionRoutesTest {
    @TempDir
    Path folder;

    private MaterialServer at;

    @BeforeEach
    void open() throws Exception {
        at = new MaterialServer(folder);
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void reportsAreAskedForByThePlannerAndHandedInByTheSummonedOnly() {
        byte[] task = new JsonObject()
                .put("deadline", MaterialServer.START.plusSeconds(86_400))
                .toBuffer()
                .getBytes();
        String path = "/programmes/p/reflections";
        assertThat(at.call("summoned", "PUT", path, task, "-").statusCode()).isEqualTo(403);
        assertThat(at.call("other", "PUT", path, task, "-").statusCode()).isEqualTo(404);
        assertThat(at.call("planner", "PUT", path, task, "-").statusCode()).isEqualTo(200);
        assertThat(at.call("other", "GET", path).statusCode()).isEqualTo(404);
        assertThat(at.call("other", "GET", path + "/archive").statusCode()).isEqualTo(404);
        assertThat(MaterialServer.json(at.call("planner", "GET", path)).getJsonArray("missing"))
                .hasSize(1);
        byte[] nothing = new JsonObject()
                .put("upload", "x")
                .put("declared", true)
                .toBuffer()
                .getBytes();
        assertThat(at.call("stranger", "PUT", "/my/reflections/p", nothing, "-").statusCode())
                .isEqualTo(404);
        byte[] undeclared = new JsonObject().put("upload", "x").toBuffer().getBytes();
        assertThat(MaterialServer.json(at.call("summoned", "PUT", "/my/reflections/p", undeclared, "-"))
                        .getString("code"))
                .isEqualTo("declaration_missing");
        String upload = at.sent("summoned", "reflection", MaterialServer.PDF);
        byte[] handed = new JsonObject()
                .put("upload", upload)
                .put("declared", true)
                .toBuffer()
                .getBytes();
        assertThat(at.call("summoned", "PUT", "/my/reflections/p", handed, "-").statusCode())
                .isEqualTo(200);
        assertThat(at.call("summoned", "PUT", "/my/reflections/p", handed, "-").statusCode())
                .isEqualTo(200);
        JsonObject listed = MaterialServer.json(at.call("planner", "GET", path));
        assertThat(listed.getJsonArray("missing")).isEmpty();
        assertThat(listed.getJsonArray("handedIn").getJsonObject(0).getBoolean("late"))
                .isFalse();
        assertThat(at.call("planner", "GET", path + "/a/content").body()).isEqualTo(MaterialServer.PDF);
        assertThat(at.call("summoned", "GET", path + "/a/content").body()).isEqualTo(MaterialServer.PDF);
        assertThat(at.call("stranger", "GET", path + "/a/content").statusCode()).isEqualTo(404);
        byte[] archive = at.call("planner", "GET", path + "/archive").body();
        assertThat(new String(archive, StandardCharsets.UTF_8)).startsWith("PK").contains("Hoàng Thị Mai");
    }

    private JsonObject handedIn(String upload) {
        HttpResponse<byte[]> answer =
                at.call("summoned", "PUT", "/my/reflections/p", MaterialServer.taken(upload), "-");
        return answer.statusCode() == 200
                ? MaterialServer.json(answer).getJsonObject("mine")
                : new JsonObject().put("code", MaterialServer.json(answer).getString("code"));
    }

    private static byte[] report(String text) {
        return ("%PDF-1.7 " + text).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] standing() {
        HttpResponse<byte[]> answer = at.call("summoned", "GET", "/programmes/p/reflections/a/content");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void asked() {
        byte[] task = new JsonObject()
                .put("deadline", MaterialServer.START.plusSeconds(86_400))
                .toBuffer()
                .getBytes();
        assertThat(at.call("planner", "PUT", "/programmes/p/reflections", task, "-")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSameHandInAgainHoweverLateChangesNothing() {
        asked();
        String first = at.sent("summoned", "reflection", report("first"));
        JsonObject handed = handedIn(first);
        at.later(Duration.ofMinutes(5));
        assertThat(handedIn(first)).isEqualTo(handed);

        String second = at.sent("summoned", "reflection", report("second"));
        JsonObject newer = handedIn(second);
        assertThat(newer.getString("at")).isNotEqualTo(handed.getString("at"));
        at.later(Duration.ofMinutes(5));
        assertThat(handedIn(first).getString("code")).isIn("not_found", "upload_expired");
        assertThat(standing()).isEqualTo(report("second"));
        assertThat(handedIn(second)).isEqualTo(newer);
        at.later(Duration.ofDays(8));
        MaterialServer.await(at.uploads.sweep());
        assertThat(standing()).isEqualTo(report("second"));
        assertThat(handedIn(second)).isEqualTo(newer);
    }

    /** A phone that gave up waiting sends again while the next report is already on its way. */
    @Test
    void whateverMeetsInOneMomentAReportWithItsBytesStands() throws Exception {
        asked();
        ExecutorService phones = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 15; round++) {
                byte[] before = report("before " + round);
                byte[] after = report("after " + round);
                String old = at.sent("summoned", "reflection", before);
                String next = at.sent("summoned", "reflection", after);
                handedIn(old);
                List<Callable<JsonObject>> together = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    together.add(() -> handedIn(next));
                    together.add(() -> handedIn(old));
                }
                phones.invokeAll(together);
                assertThat(standing()).isEqualTo(after);
            }
        } finally {
            phones.shutdownNow();
        }
    }
}
