package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.demo.ProvinceFiles;

/** The past as files tell it: what stood where on which day, what followed what, and who belonged where and held what then. */
class ImportedHistoryTest {
    private static final String BEFORE = "2025-06-30";
    private static final String AFTER = "2025-07-01";
    private static final int LOOKED_AT = 40;

    private static RunningPlatform running;
    private static Caller office;
    private static Path files;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        running = RunningPlatform.start();
        office = Caller.firstAdministrator(running);
        files = directory;
        ProvinceFiles.write(new ProvinceFiles.Shape("19", 320, 1_600, 7, false), files);
        JsonObject done = new ImportBench(office)
                .takeIn(List.of(
                        files.resolve("units.csv"),
                        files.resolve("successions.csv"),
                        files.resolve("roster.csv"),
                        files.resolve("memberships.csv"),
                        files.resolve("posts.csv")));
        assertThat(done.getString("state")).isEqualTo("done");
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    /** The rows of a file, each by the names of its columns. */
    private static List<Map<String, String>> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(files.resolve(file));
        String[] head = lines.get(0).replace("\uFEFF", "").split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < head.length; i++) row.put(head[i], cells[i].replace("\"", ""));
            rows.add(row);
        }
        return rows;
    }

    private static List<JsonObject> objects(JsonObject page, String list) {
        return page.getJsonArray(list).stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> ids(String path) {
        return objects(office.get(path).expect(200), "items").stream()
                .map(one -> one.getString("id"))
                .toList();
    }

    private static JsonObject unit(String id, String on) {
        return office.get("/units/" + id + "?on=" + on).expect(200);
    }

    @Test
    void twoProvincesWithTheirDistrictsBecameOneWithoutOnTheFirstOfJuly2025() {
        assertThat(ids("/units?on=" + BEFORE)).containsExactlyInAnyOrder("T19-A", "T19-B");
        for (String old : List.of("T19-A", "T19-B")) {
            assertThat(objects(
                            office.get("/units?parent=" + old + "&on=" + BEFORE).expect(200), "items"))
                    .hasSize(7)
                    .allMatch(one -> one.getString("name").startsWith("Đảng bộ huyện số"));
        }
        assertThat(ids("/units?on=" + AFTER)).containsExactlyInAnyOrder("T19", "N19");
        assertThat(unit("T19-A", AFTER).getBoolean("exists")).isFalse();
        assertThat(objects(unit("T19", AFTER), "successions"))
                .extracting(one -> one.getString("kind"), one -> one.getJsonObject("from")
                        .getString("id"))
                .containsExactlyInAnyOrder(tuple("consolidate", "T19-A"), tuple("consolidate", "T19-B"));
    }

    @Test
    void everyUnitStandsUnderTheParentThatTheFileNamesForThatTime() throws IOException {
        int looked = 0;
        for (Map<String, String> row : rows("units.csv")) {
            if (!row.get("type").equals("party_cell") || ++looked > LOOKED_AT) continue;
            for (String day : List.of(row.get("valid_from"), row.get("valid_to"))) {
                if (day.isEmpty()) continue;
                assertThat(unit(row.get("code"), day).getString("path"))
                        .as(row + " on " + day)
                        .contains("/" + row.get("parent") + "/" + row.get("code") + "/");
            }
        }
        assertThat(looked).isGreaterThan(LOOKED_AT);
    }

    @Test
    void theWardPartedIn2026GaveEverySecondCellAndKeptTheOthers() throws IOException {
        String parted = rows("successions.csv").stream()
                .filter(row -> row.get("kind").equals("separate"))
                .findFirst()
                .orElseThrow()
                .get("from");
        List<String> all = ids("/units?parent=" + parted + "&on=2025-12-31");
        List<String> kept = ids("/units?parent=" + parted + "&on=2026-01-01");
        List<String> gone = ids("/units?parent=" + parted + "-M&on=2026-01-01");
        assertThat(gone).isNotEmpty();
        assertThat(kept).isNotEmpty().doesNotContainAnyElementsOf(gone);
        List<String> both = new ArrayList<>(kept);
        both.addAll(gone);
        assertThat(both).containsExactlyInAnyOrderElementsOf(all);
        assertThat(unit(parted + "-M", "2025-12-31").getBoolean("exists")).isFalse();
        assertThat(unit(gone.get(0), "2026-01-01").getJsonArray("placements")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theMergerThatWasUndoneStoodForItsTimeAndBothDecisionsAreTold() throws IOException {
        String merged = rows("successions.csv").stream()
                .filter(row -> row.get("kind").equals("undo"))
                .findFirst()
                .orElseThrow()
                .get("from");
        assertThat(unit(merged, "2025-09-30").getBoolean("exists")).isFalse();
        assertThat(unit(merged, "2026-03-31").getBoolean("exists")).isTrue();
        JsonObject after = unit(merged, "2026-04-01");
        assertThat(after.getBoolean("exists")).isFalse();
        assertThat(objects(after, "successions"))
                .extracting(
                        one -> one.getString("kind") + " " + one.getString("decision") + " " + one.getString("date"))
                .containsExactly(
                        "consolidate 77-QĐ/TU 2025-10-01",
                        "consolidate 77-QĐ/TU 2025-10-01",
                        "undo 19-QĐ/TU 2026-04-01",
                        "undo 19-QĐ/TU 2026-04-01");
    }

    @Test
    void aPersonWithPostsInBothTreesHoldsThemAtOnceAndIsListedInBoth() throws IOException {
        Map<String, String> state = rows("posts.csv").stream()
                .filter(row -> row.get("tree").equals("state"))
                .findFirst()
                .orElseThrow();
        JsonObject person = byCard(state.get("card"));
        List<JsonObject> posts =
                objects(office.get("/persons/" + person.getString("id")).expect(200), "posts");
        assertThat(posts).extracting(one -> one.getString("tree")).contains("state");
        assertThat(posts).hasSize((int) rows("posts.csv").stream()
                .filter(row -> row.get("card").equals(state.get("card")))
                .count());
        assertThat(ids("/units/" + state.get("unit") + "/people?limit=500")).contains(person.getString("id"));
        assertThat(ids("/units/" + person.getString("unit") + "/people?limit=500"))
                .contains(person.getString("id"));
    }

    @Test
    void whoMovedIsListedInTheOldCellUntilTheDayAndInTheNewOneFromIt() throws IOException {
        int moved = 0;
        for (Map<String, String> row : rows("memberships.csv")) {
            if (row.get("valid_to").isEmpty() || ++moved > 5) continue;
            String last = row.get("valid_to");
            String next = LocalDate.parse(last).plusDays(1).toString();
            Map<String, String> then = rows("memberships.csv").stream()
                    .filter(one -> one.get("card").equals(row.get("card"))
                            && one.get("valid_from").equals(next))
                    .findFirst()
                    .orElseThrow();
            String id = byCard(row.get("card")).getString("id");
            assertThat(ids("/units/" + row.get("unit") + "/people?limit=500&on=" + last))
                    .contains(id);
            assertThat(ids("/units/" + then.get("unit") + "/people?limit=500&on=" + next))
                    .contains(id);
            if (!row.get("unit").equals(then.get("unit"))) {
                assertThat(ids("/units/" + row.get("unit") + "/people?limit=500&on=" + next))
                        .doesNotContain(id);
            }
        }
        assertThat(moved).isPositive();
    }

    private static JsonObject byCard(String card) {
        List<JsonObject> found = objects(
                office.post("/person-searches", new JsonObject().put("text", card))
                        .expect(200),
                "items");
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
