package vn.diemcau.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Materials for those who read them. */
class MaterialRoutesTest {
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
    void whatThePlannerAddsTheSummonedReadAndNobodyElse() {
        assertThat(at.add("planner", "m1", "Ngh%E1%BB%8B%20quy%E1%BA%BFt.pdf", MaterialServer.PDF)
                        .statusCode())
                .isEqualTo(201);
        assertThat(at.add("planner", "m1", "Ngh%E1%BB%8B%20quy%E1%BA%BFt.pdf", MaterialServer.PDF)
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<byte[]> read = at.call("summoned", "GET", "/materials/m1/content");
        assertThat(read.body()).isEqualTo(MaterialServer.PDF);
        assertThat(read.headers().firstValue("content-disposition").orElse(""))
                .contains("filename*=UTF-8''Ngh%E1%BB%8B%20quy%E1%BA%BFt.pdf");
        assertThat(at.call("stranger", "GET", "/materials/m1/content").statusCode())
                .isEqualTo(404);
        assertThat(at.call("nobody", "GET", "/materials/m1/content").statusCode())
                .isEqualTo(401);
        assertThat(MaterialServer.json(at.call("stranger", "GET", "/programmes/p/materials"))
                        .getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void whatIsAddedEarlyIsSeenADayBeforeItBegins() {
        at.later(Duration.ofDays(-3));
        assertThat(at.add("planner", "early", "som.pdf", MaterialServer.PDF).statusCode())
                .isEqualTo(201);
        assertThat(MaterialServer.json(at.call("planner", "GET", "/materials/early"))
                        .getInstant("availableFrom"))
                .isEqualTo(MaterialServer.START.minus(Duration.ofDays(1)));
        at.later(Duration.ofDays(2));
        assertThat(at.call("summoned", "GET", "/materials/early/content").statusCode())
                .isEqualTo(404);
        at.later(Duration.ofHours(1));
        assertThat(at.call("summoned", "GET", "/materials/early/content").statusCode())
                .isEqualTo(200);
        at.later(Duration.ofHours(23));
    }

    @Test
    void whatCanScriptIsNeverShownInThePageAndNamesTravelWhole() {
        byte[] text = "Kính gửi các đồng chí".getBytes(StandardCharsets.UTF_8);
        String id = UUID.randomUUID().toString();
        assertThat(at.add("planner", id, "%C4%90%E1%BB%81%20c%C6%B0%C6%A1ng.txt", text)
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<byte[]> shown = at.call("summoned", "GET", "/materials/" + id + "/content?show=1");
        assertThat(header(shown, "content-disposition"))
                .isEqualTo(
                        "attachment; filename=\"De cuong.txt\"; filename*=UTF-8''%C4%90%E1%BB%81%20c%C6%B0%C6%A1ng.txt");
        assertThat(header(shown, "content-security-policy")).startsWith("sandbox");
        assertThat(header(shown, "x-content-type-options")).isEqualTo("nosniff");
        at.add("planner", "pdf", "a.pdf", MaterialServer.PDF);
        assertThat(header(at.call("summoned", "GET", "/materials/pdf/content?show=1"), "content-disposition"))
                .startsWith("inline");
        assertThat(header(at.call("summoned", "GET", "/materials/pdf/content"), "content-disposition"))
                .startsWith("attachment");
    }

    @Test
    void aPageIsReadAsAPictureByWhoeverMayReadTheWhole() throws Exception {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.save(made);
        }
        at.add("planner", "pages", "hai-trang.pdf", made.toByteArray());
        assertThat(MaterialServer.json(at.call("summoned", "GET", "/materials/pages/pages"))
                        .getInteger("pages"))
                .isEqualTo(2);
        HttpResponse<byte[]> page = at.call("summoned", "GET", "/materials/pages/pages/2");
        assertThat(header(page, "content-type")).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(page.body())).getWidth())
                .isEqualTo(800);
        assertThat(MaterialServer.json(at.call("summoned", "GET", "/materials/pages/pages/3"))
                        .getString("code"))
                .isEqualTo("page_missing");
        assertThat(at.call("stranger", "GET", "/materials/pages/pages/1").statusCode())
                .isEqualTo(404);
        assertThat(at.call("stranger", "GET", "/materials/pages/pages").statusCode())
                .isEqualTo(404);
        assertThat(at.call("stranger", "GET", "/materials/pages").statusCode()).isEqualTo(404);
        at.add("planner", "broken", "a.pdf", MaterialServer.PDF);
        assertThat(MaterialServer.json(at.call("summoned", "GET", "/materials/broken/pages"))
                        .getString("code"))
                .isEqualTo("pages_unreadable");
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
