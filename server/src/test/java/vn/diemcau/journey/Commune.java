package vn.diemcau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diemcau.Caller;
import vn.diemcau.JustBegun;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;

/** A real server with one commune, one cell and a conference that has just begun: what the journeys at the door need, made through the API. */
public final class Commune implements AutoCloseable {
    public static final String SESSION = "hoi-nghi-1";
    static final String SITE = "dai-tu";
    static final String CELL = "T-1-B1";
    static final List<String> NAMES = List.of(
            "Hoàng Thị Mai",
            "Lý Văn Thắng",
            "Nông Văn Đức",
            "Triệu Thị Lan",
            "Nguyễn Hữu Phúc",
            "Đặng Thị Xuân",
            "Bế Thị Bích",
            "Ma Văn Hiếu",
            "Trần Thị Hòa",
            "Dương Văn Lâm",
            "Vi Thị Quế",
            "Lường Văn Chung",
            "Hoàng Văn An",
            "Nông Thị Hằng",
            "Bàn Văn Pao");

    private static final Path DIST = Path.of(System.getProperty("project.root", ".."), "web-client", "dist")
            .toAbsolutePath()
            .normalize();

    public final RunningPlatform running;
    public final Caller office;

    /** @param data a directory that the caller removes */
    public Commune(Path data) throws Exception {
        this(data, Map.of());
    }

    /** @param more configuration, as in the environment */
    public Commune(Path data, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(client());
        environment.putAll(more);
        running = RunningPlatform.over(data, environment);
        office = Caller.firstAdministrator(running);
        unit("T", "Đảng bộ tỉnh Thái Nguyên", "province", 1, null);
        unit("T-1", "Đảng bộ xã Đại Từ", "commune", 2, "T");
        unit(CELL, "Chi bộ xóm Đồng Cạn", "cell", 4, "T-1");
        for (int i = 0; i < NAMES.size(); i++) {
            JsonObject person = new JsonObject()
                    .put("name", NAMES.get(i))
                    .put("birth", String.valueOf(1955 + 2 * i))
                    .put("unit", CELL)
                    .put("status", i == NAMES.size() - 1 ? "exempt" : "official")
                    .put("from", "2026-01-01");
            office.put("/persons/" + person(i), person).expect(200);
        }
        conference();
    }

    /** The client as it was built last here, else the one on the class path. */
    static Map<String, String> client() {
        return Files.exists(DIST) ? Map.of("DIEMCAU_WEBROOT", DIST.toString()) : Map.of();
    }

    public static String person(int number) {
        return "00000000-0000-7000-8000-0000000000" + (10 + number);
    }

    private void unit(
            String code, String name, String type, int level, @org.jspecify.annotations.Nullable String parent) {
        JsonObject unit = new JsonObject()
                .put("code", code)
                .put("name", name)
                .put("tree", "party")
                .put("type", type)
                .put("level", level)
                .put("from", "2025-07-01");
        if (parent != null) unit.put("parent", parent);
        office.post("/units", unit).expect(201);
    }

    private void conference() {
        Instant now = Instant.now();
        JsonObject site = new JsonObject()
                .put("id", SITE)
                .put("kind", "linked")
                .put("name", "Điểm cầu xã Đại Từ")
                .put("address", "Hội trường UBND xã")
                .put("seats", 80)
                .put("units", new JsonArray().add("T-1"));
        office.put(
                        "/programmes/hoi-nghi",
                        new JsonObject()
                                .put("kind", "conference")
                                .put("title", "Hội nghị học tập Nghị quyết")
                                .put("unit", "T")
                                .put("mode", "in_room")
                                .put("sites", new JsonArray().add(site)))
                .expect(201);
        JsonObject session = new JsonObject()
                .put("id", SESSION)
                .put("startsAt", JustBegun.today().toString())
                .put("endsAt", now.plus(Duration.ofHours(3)).toString());
        assertThat(office.post(
                                "/programmes/hoi-nghi/sessions",
                                new JsonObject().put("sessions", new JsonArray().add(session)))
                        .status())
                .isBetween(200, 201);
        JsonObject everybody = new JsonObject().put("kind", "units").put("units", new JsonArray().add("T"));
        office.put(
                        "/programmes/hoi-nghi/scope",
                        new JsonObject().put("rev", 0).put("rules", new JsonArray().add(everybody)))
                .expect(200);
        office.post("/programmes/hoi-nghi/state", new JsonObject().put("state", "issued"))
                .expect(200);
        Patience.until(
                "the list is in force",
                () -> roll().getJsonArray("people", new JsonArray()).size() == NAMES.size());
    }

    /** Opens a page as this caller. */
    Page open(BrowserContext context, Caller caller, String path) {
        for (String pair : caller.headers().get("Cookie").split("; ")) {
            String[] parts = pair.split("=", 2);
            context.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(running.url())));
        }
        Page page = context.newPage();
        page.navigate(running.url() + path);
        return page;
    }

    /** A second session of the conference, tomorrow; answers its id. */
    public String anotherSession(String id) {
        Instant start = Instant.now().plus(Duration.ofDays(1));
        JsonObject session = new JsonObject()
                .put("id", id)
                .put("startsAt", start.toString())
                .put("endsAt", start.plus(Duration.ofHours(2)).toString());
        assertThat(office.post(
                                "/programmes/hoi-nghi/sessions",
                                new JsonObject().put("sessions", new JsonArray().add(session)))
                        .status())
                .isBetween(200, 201);
        return id;
    }

    /** The roll as the office sees it. */
    JsonObject roll() {
        Caller.Answer answer = office.get("/sessions/" + SESSION + "/sites/" + SITE + "/roll");
        return answer.status() == 200 ? answer.json() : new JsonObject();
    }

    int present() {
        return roll().getJsonObject("counts", new JsonObject()).getInteger("present", -1);
    }

    /** The code of the site's printed slip. */
    String slip() {
        String slips = "/sessions/" + SESSION + "/slips";
        assertThat(office.post(slips, new JsonObject()).status()).isEqualTo(200);
        return office.get(slips)
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("code");
    }

    /** Somebody of the cell with an account and a phone of their own. */
    public Caller signedIn(int number, String pin) {
        String code = office.post("/people/" + person(number) + "/activation-code", new JsonObject())
                .expect(200)
                .getString("code");
        Caller phone = new Caller(running);
        String token = phone.post(
                        "/activations", new JsonObject().put("code", code).put("birthYear", 1955 + 2 * number))
                .expect(200)
                .getString("token");
        phone.put("/activations/pin", new JsonObject().put("token", token).put("pin", pin))
                .expect(200);
        return phone;
    }

    /** A code for a phone that is not yet known. */
    String activationCode(int number) {
        return office.post("/people/" + person(number) + "/activation-code", new JsonObject())
                .expect(200)
                .getString("code");
    }

    /** The digits of somebody's badge. */
    String badge(int number) {
        return signedIn(number, "260814").get("/my/badge").expect(200).getString("digits");
    }

    /** A film for Chromium's camera in which the badge is held up and nothing moves. */
    static Path film(String digits, Path file) throws IOException, WriterException {
        int width = 640;
        int height = 480;
        BitMatrix symbol = new QRCodeWriter()
                .encode(
                        digits,
                        BarcodeFormat.QR_CODE,
                        1,
                        1,
                        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        int module = Math.min(width, height) / symbol.getWidth();
        byte[] light = new byte[width * height];
        Arrays.fill(light, (byte) 90);
        int left = (width - module * symbol.getWidth()) / 2;
        int top = (height - module * symbol.getHeight()) / 2;
        for (int y = 0; y < module * symbol.getHeight(); y++) {
            for (int x = 0; x < module * symbol.getWidth(); x++) {
                light[(top + y) * width + left + x] = (byte) (symbol.get(x / module, y / module) ? 24 : 230);
            }
        }
        byte[] grey = new byte[width * height / 2];
        Arrays.fill(grey, (byte) 128);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("YUV4MPEG2 W" + width + " H" + height + " F10:1 Ip A1:1 C420jpeg\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int frame = 0; frame < 10; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(light);
                out.write(grey);
            }
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
