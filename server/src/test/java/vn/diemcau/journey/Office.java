package vn.diemcau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.demo.ProvinceFiles;

/** A real server with the first administrator, who may sign in on pages, and on request a small province in the directory. */
final class Office implements AutoCloseable {
    private static final List<String> FILES =
            List.of("units.csv", "successions.csv", "roster.csv", "memberships.csv", "posts.csv", "others.csv");

    final RunningPlatform running;
    final Caller caller;

    /** @param data a directory that the caller removes */
    Office(Path data) throws Exception {
        running = RunningPlatform.over(data, Commune.client());
        caller = Caller.firstAdministrator(running);
    }

    /** Brings a province in by the import that people use. */
    void bringIn(int cells, int members, Path files) throws IOException {
        ProvinceFiles.write(new ProvinceFiles.Shape("19", cells, members, 5, false), files);
        String id = caller.post("/imports", new JsonObject()).json().getString("id");
        for (String file : FILES) {
            assertThat(caller.send(
                                    "POST",
                                    "/imports/" + id + "/files?name=" + file,
                                    "application/octet-stream",
                                    Files.readAllBytes(files.resolve(file)))
                            .status())
                    .isBetween(200, 201);
        }
        caller.post("/imports/" + id + "/preview", new JsonObject());
        await(id, "ready");
        caller.post("/imports/" + id + "/confirmation", new JsonObject());
        await(id, "done");
    }

    private void await(String id, String state) {
        Patience.until("the import is " + state, () -> caller.get("/imports/" + id)
                .expect(200)
                .getString("state")
                .equals(state));
    }

    /** The members of a unit, by name. */
    List<JsonObject> members(String unit) {
        return Demonstration.objects(caller.get("/units/" + unit + "/people?limit=500")
                        .expect(200)
                        .getJsonArray("items"))
                .stream()
                .filter(person -> !"non_member".equals(person.getString("status")))
                .toList();
    }

    /** A phone of somebody's own, activated. */
    Caller phoneOf(JsonObject person) {
        String code = caller.post("/people/" + person.getString("id") + "/activation-code", new JsonObject())
                .expect(200)
                .getString("code");
        Caller phone = new Caller(running);
        String token = phone.post(
                        "/activations",
                        new JsonObject().put("code", code).put("birthYear", person.getInteger("birthYear")))
                .expect(200)
                .getString("token");
        phone.put("/activations/pin", new JsonObject().put("token", token).put("pin", "260814"))
                .expect(200);
        return phone;
    }

    /** The same in a browser, whose cookies are then that person's. */
    void activate(Page page, JsonObject person) {
        String code = caller.post("/people/" + person.getString("id") + "/activation-code", new JsonObject())
                .expect(200)
                .getString("code");
        page.navigate(running.url() + "/kich-hoat");
        page.evaluate("""
                async ([code, birthYear]) => {
                  const ask = (method, path, body) => fetch('/api/v1' + path, {
                    method, body: JSON.stringify(body), headers: {'content-type': 'application/json'},
                  }).then((answer) => answer.json());
                  const { token } = await ask('POST', '/activations', { code, birthYear });
                  await ask('PUT', '/activations/pin', { token, pin: '260814' });
                }
                """, List.of(code, person.getInteger("birthYear")));
    }

    /** The administrator's desk, signed in on the page. */
    Page desk(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(running.url() + "/dang-nhap");
        page.getByLabel("Tên đăng nhập").fill("quantri");
        page.getByLabel("Mật khẩu").fill("mot cau that dai de nho");
        Controls.button(page, "Đăng nhập").click();
        page.waitForURL(url -> !url.contains("/dang-nhap"));
        return page;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
