package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The demonstration's units, people and site directory: files made here, brought in by the same import that people use. */
final class DemoProvince {
    static final String PROVINCE = "T19";
    private static final List<String> FILES =
            List.of("units.csv", "successions.csv", "roster.csv", "memberships.csv", "posts.csv", "others.csv");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DemoSize size;
    private final DemoCaller office;
    private final ScheduledExecutorService timer;
    private final Consumer<String> tell;

    DemoProvince(DemoSize size, DemoCaller office, ScheduledExecutorService timer, Consumer<String> tell) {
        this.size = size;
        this.office = office;
        this.timer = timer;
        this.tell = tell;
    }

    /** Brings in what is missing. */
    void make() throws IOException, InterruptedException {
        if (!known()) bringIn();
        places();
    }

    private boolean known() {
        boolean stands = office.get("/units").getJsonArray("items").stream()
                .anyMatch(unit -> PROVINCE.equals(((JsonObject) unit).getString("id")));
        return stands && people() > 0;
    }

    private int people() {
        return office.get("/units/" + PROVINCE + "/people?limit=1")
                .getJsonArray("items")
                .size();
    }

    private void bringIn() throws IOException, InterruptedException {
        Path files = Files.createTempDirectory("diemcau-demo");
        try {
            tell.accept("Dựng tỉnh mẫu lần đầu: 92 xã, phường, " + size.said()
                    + " (mọi người đều là nhân vật hư cấu). Lần sau mở ngay.");
            ProvinceFiles.write(size.shape(), files);
            String id = office.post("/imports", new JsonObject()).getString("id");
            for (String name : FILES)
                office.upload("/imports/" + id + "/files?name=" + name, "text/csv", files.resolve(name));
            tell.accept("  đọc danh sách đơn vị và đảng viên");
            office.post("/imports/" + id + "/preview", new JsonObject());
            await(id, "ready");
            tell.accept("  ghi vào danh bạ");
            office.post("/imports/" + id + "/confirmation", new JsonObject());
            await(id, "done");
        } finally {
            try (Stream<Path> all = Files.walk(files)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }

    private void await(String id, String state) throws InterruptedException {
        Await.until(timer, PATIENCE, "the demonstration's import is " + state, () -> {
            JsonObject shown = office.get("/imports/" + id);
            String now = shown.getString("state");
            if (now.equals("failed"))
                throw new IllegalStateException("the demonstration's import failed: " + shown.getJsonObject("outcome"));
            return now.equals(state);
        });
    }

    /** A hall for each commune, with an invented contact. */
    private void places() {
        Random random = new Random(19);
        String[] surnames = {"Nguyễn", "Nông", "Triệu", "Hoàng", "Lường", "Bàn", "Hà", "Ma", "Đàm", "Lục"};
        String[] given = {
            "Văn Tài",
            "Thị Nhung",
            "Văn Kiên",
            "Thị Oanh",
            "Minh Tuấn",
            "Thị Huệ",
            "Đức Long",
            "Thu Hằng",
            "Quang Hưng",
            "Thị Mai"
        };
        JsonArray places = new JsonArray();
        for (Object item : office.get("/units?parent=" + PROVINCE).getJsonArray("items")) {
            JsonObject unit = (JsonObject) item;
            String commune = unit.getString("name").replace("Đảng bộ ", "");
            places.add(new JsonObject()
                    .put("id", "demo-" + unit.getString("id"))
                    .put("name", "Điểm cầu " + commune)
                    .put("address", "Hội trường UBND " + commune)
                    .put("seats", 40 + random.nextInt(51))
                    .put(
                            "contactName",
                            surnames[random.nextInt(surnames.length)] + " " + given[random.nextInt(given.length)])
                    .put("contactPhone", "09" + String.format("%08d", random.nextInt(100_000_000)))
                    .put("unit", unit.getString("id")));
        }
        office.post("/places/table", new JsonObject().put("places", places));
    }
}
