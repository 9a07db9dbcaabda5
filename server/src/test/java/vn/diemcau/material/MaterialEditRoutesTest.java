package vn.diemcau.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Materials for whoever plans: nobody else adds, opens, gives or deletes. */
class MaterialEditRoutesTest {
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
    void onlyThePlannerAddsOpensAndDeletes() {
        assertThat(at.add("other", "m2", "a.pdf", MaterialServer.PDF).statusCode())
                .isEqualTo(404);
        assertThat(at.add("summoned", "m2", "a.pdf", MaterialServer.PDF).statusCode())
                .isEqualTo(403);
        assertThat(at.add("planner", "m2", "a.pdf", MaterialServer.PDF).statusCode())
                .isEqualTo(201);
        byte[] from =
                new JsonObject().put("from", MaterialServer.START).toBuffer().getBytes();
        assertThat(at.call("other", "PUT", "/materials/m2/availability", from, "-")
                        .statusCode())
                .isEqualTo(404);
        assertThat(at.call("other", "DELETE", "/materials/m2").statusCode()).isEqualTo(404);
        assertThat(at.call("summoned", "DELETE", "/materials/m2").statusCode()).isEqualTo(403);
        assertThat(at.call("planner", "PUT", "/materials/m2/availability", from, "-")
                        .statusCode())
                .isEqualTo(200);
        assertThat(at.call("summoned", "GET", "/materials/m2/content").statusCode())
                .isEqualTo(404);
        assertThat(at.call("planner", "DELETE", "/materials/m2").statusCode()).isEqualTo(204);
        assertThat(at.call("planner", "GET", "/materials/m2/content").statusCode())
                .isEqualTo(404);
    }

    @Test
    void classifiedNamesAndStrangeKindsAreRefused() {
        assertThat(MaterialServer.json(at.add("planner", "m3", "T%E1%BB%90I%20M%E1%BA%ACT.pdf", MaterialServer.PDF))
                        .getString("code"))
                .isEqualTo("classified_material");
        assertThat(MaterialServer.json(at.add("planner", "m3", "a.docx", MaterialServer.PDF))
                        .getString("code"))
                .isEqualTo("file_kind");
        assertThat(MaterialServer.json(at.add("planner", "m3", "large.pdf", large()))
                        .getString("code"))
                .isEqualTo("file_too_large");
        assertThat(at.call("planner", "GET", "/materials/m3/content").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aNewerVersionStandsAboveTheOneBeforeAndOnlyThePlannerPutsIt() {
        String first = at.sent("planner", "material", MaterialServer.PDF);
        byte[] body = new JsonObject()
                .put("upload", first)
                .put("declared", true)
                .toBuffer()
                .getBytes();
        assertThat(at.call("other", "POST", "/programmes/p/materials/m9", body, "-")
                        .statusCode())
                .isEqualTo(404);
        assertThat(at.call("summoned", "POST", "/programmes/p/materials/m9", body, "-")
                        .statusCode())
                .isEqualTo(403);
        assertThat(at.call("planner", "POST", "/programmes/p/materials/m9", body, "-")
                        .statusCode())
                .isEqualTo(201);
        byte[] second = "%PDF-1.7 bản hai".getBytes(StandardCharsets.UTF_8);
        byte[] newer = new JsonObject()
                .put("upload", at.sent("planner", "material", second))
                .put("declared", true)
                .toBuffer()
                .getBytes();
        assertThat(at.call("summoned", "POST", "/materials/m9/versions", newer, "-")
                        .statusCode())
                .isEqualTo(403);
        assertThat(MaterialServer.json(at.call("planner", "POST", "/materials/m9/versions", newer, "-"))
                        .getInteger("version"))
                .isEqualTo(2);
        assertThat(MaterialServer.json(at.call("planner", "POST", "/materials/m9/versions", newer, "-"))
                        .getInteger("version"))
                .isEqualTo(2);
        assertThat(at.call("summoned", "GET", "/materials/m9/content").body()).isEqualTo(second);
        assertThat(at.call("planner", "GET", "/materials/m9/content?version=1").body())
                .isEqualTo(MaterialServer.PDF);
        // Whoever plans elsewhere is a reader here: the version in force, whatever is asked for.
        assertThat(at.call("secretary", "GET", "/materials/m9/content?version=1")
                        .body())
                .isEqualTo(second);
        JsonObject listed =
                MaterialServer.json(at.call("planner", "GET", "/programmes/p/materials")).getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .filter(each -> each.getString("id").equals("m9"))
                        .findFirst()
                        .orElseThrow();
        assertThat(listed.getJsonArray("earlier").getJsonObject(0).getInteger("number"))
                .isEqualTo(1);
        assertThat(MaterialServer.json(at.call("summoned", "GET", "/my/material-opens"))
                        .getJsonArray("items"))
                .isNotEmpty();
    }

    private static byte[] large() {
        byte[] large = new byte[1_000_001];
        System.arraycopy(MaterialServer.PDF, 0, large, 0, MaterialServer.PDF.length);
        return large;
    }

    @Test
    void thePlannerSaysWhoReadsItAndNobodyElseDoes() {
        at.add("planner", "readers", "a.pdf", MaterialServer.PDF);
        JsonObject wish = new JsonObject()
                .put("readers", "summoned")
                .put("session", "s")
                .put("roles", new JsonArray().add("cell_secretary"));
        String path = "/materials/readers/readers";
        assertThat(put("summoned", path, wish).statusCode()).isEqualTo(403);
        assertThat(put("other", path, wish).statusCode()).isEqualTo(404);
        JsonObject kept = MaterialServer.json(put("planner", path, wish));
        assertThat(kept.getString("session")).isEqualTo("s");
        assertThat(kept.getJsonArray("roles")).containsExactly("cell_secretary");
        assertThat(at.call("summoned", "GET", "/materials/readers/content").statusCode())
                .isEqualTo(404);
        assertThat(at.call("secretary", "GET", "/materials/readers/content").statusCode())
                .isEqualTo(200);
        put("planner", path, new JsonObject().put("readers", "organisers"));
        assertThat(at.call("secretary", "GET", "/materials/readers/content").statusCode())
                .isEqualTo(404);
        put("planner", path, new JsonObject().put("readers", "summoned"));
        assertThat(at.call("summoned", "GET", "/materials/readers/content").statusCode())
                .isEqualTo(200);
        assertThat(MaterialServer.json(put("planner", path, wish.copy().put("site", "nowhere")))
                        .getString("code"))
                .isEqualTo("unknown_site");
        assertThat(MaterialServer.json(put("planner", path, wish.copy().put("session", "none")))
                        .getString("code"))
                .isEqualTo("not_found");
        assertThat(MaterialServer.json(put("planner", path, wish.copy().put("roles", new JsonArray().add("kiosk"))))
                        .getString("code"))
                .isEqualTo("not_a_choice");
    }

    @Test
    void anIdThatNamesOthersBytesHarmsNothing() {
        String upload = at.sent("planner", "material", MaterialServer.PDF);
        at.call("planner", "POST", "/programmes/p/materials/first", MaterialServer.taken(upload), "-");
        assertThat(at.add("planner", upload, "b.pdf", "%PDF-1.7 khác".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(201);
        assertThat(at.call("planner", "GET", "/materials/first/content").body()).isEqualTo(MaterialServer.PDF);
        assertThat(at.call("planner", "DELETE", "/materials/" + upload).statusCode())
                .isEqualTo(204);
        assertThat(at.call("planner", "GET", "/materials/first/content").body()).isEqualTo(MaterialServer.PDF);
    }

    private static HttpResponse<byte[]> put(String as, String path, JsonObject body) {
        return at.call(as, "PUT", path, body.toBuffer().getBytes(), "-");
    }
}
