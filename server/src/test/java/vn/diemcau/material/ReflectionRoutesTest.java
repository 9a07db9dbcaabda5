package vn.diemcau.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports are asked for, handed in, listed and taken away together. */
class ReflectionRoutesTest {
    @TempDir
    static Path folder;

    private static MaterialServer at;

    @BeforeAll
    static void open() throws Exception {
        at = new MaterialServer(folder);
    }

    @AfterAll
    static void close() {
        if (at != null) at.close();
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
}
