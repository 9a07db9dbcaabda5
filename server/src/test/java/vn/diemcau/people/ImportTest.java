package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.demo.ProvinceFiles;

/** Files as they come in life, through the real server: what was said is what is written, and twice is once. */
class ImportTest {
    private static final List<String> ALL =
            List.of("others.csv", "posts.csv", "memberships.csv", "roster.csv", "successions.csv", "units.csv");

    private static RunningPlatform running;
    private static Caller office;
    private static Path files;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        running = RunningPlatform.start();
        office = Caller.firstAdministrator(running);
        files = directory;
        ProvinceFiles.write(new ProvinceFiles.Shape("19", 220, 2_400, 3, true), files);
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    @Test
    void aWholeFolderIsTakenInWhateverTheOrderAndAgainChangesNothing() throws IOException {
        ImportBench imports = new ImportBench(office);
        String first = imports.begin();
        for (String file : ALL) imports.add(first, files.resolve(file));
        JsonObject preview = imports.preview(first);
        JsonObject roster = ImportBench.report(preview, "roster.csv");
        assertThat(roster.getInteger("understood")).isEqualTo(2_400);
        assertThat(roster.getInteger("refusedRows")).isZero();
        assertThat(roster.getJsonObject("effects").getInteger("added")).isEqualTo(2_400);
        assertThat(ImportBench.report(preview, "posts.csv").getInteger("refusedRows"))
                .isZero();
        assertThat(office.get("/units").expect(200).getJsonArray("items"))
                .as("nothing is written before it is confirmed")
                .isEmpty();

        JsonObject done = imports.confirm(first);
        assertThat(done.getString("state")).isEqualTo("done");
        for (String file : ALL) {
            JsonObject report = ImportBench.report(done, file);
            assertThat(report.getInteger("refusedRows"))
                    .as(file + " " + report.getJsonArray("refusals"))
                    .isZero();
        }

        String again = imports.begin();
        for (String file : ALL) imports.add(again, files.resolve(file));
        JsonObject second = imports.preview(again);
        for (String file : ALL) {
            JsonObject report = ImportBench.report(second, file);
            assertThat(report.getJsonObject("effects").getInteger("unchanged"))
                    .as(file + " " + report)
                    .isEqualTo(report.getInteger("rows"));
        }

        messySaysTheSame(imports);
        peopleAreWhereTheFilesSay();
        theRosterThatLeavesSaysNothingNewWhenItComesBack(imports);
    }

    /** The messy sheet of the same people: every fault is found as what it is, and after all repairs it says nothing new. */
    private void messySaysTheSame(ImportBench imports) throws IOException {
        String messy = imports.begin();
        imports.add(messy, files.resolve("roster.xlsx"));
        JsonObject report = ImportBench.report(imports.preview(messy), "roster.xlsx");
        Map<String, Integer> truth = new HashMap<>();
        for (String line : Files.readAllLines(files.resolve("messy-truth.csv")).stream()
                .skip(1)
                .toList()) {
            for (String fault : line.split(",")[2].split(" ")) truth.merge(fault, 1, Integer::sum);
        }
        Map<String, Integer> repaired = ImportBench.tallies(report, "repairs");
        assertThat(repaired.get("duplicate_row")).isPositive();
        assertThat(report.getInteger("refusedRows"))
                .as(report.getJsonArray("refusals").encode())
                .isZero();
        assertThat(report.getInteger("waiting")).isGreaterThanOrEqualTo(truth.get("unknown_unit"));
        assertThat(ImportBench.tallies(report, "changes")).isEmpty();
        assertThat(report.getJsonObject("effects").getInteger("changed")).isZero();
        assertThat(report.getJsonObject("effects").getInteger("added")).isZero();
        assertThat(repaired.keySet())
                .containsExactlyInAnyOrder(
                        "card_zeros",
                        "card_decimal",
                        "name_decomposed",
                        "name_letter",
                        "name_spaces",
                        "name_capitals",
                        "date_serial",
                        "date_year_only",
                        "date_form",
                        "unit_spelled",
                        "phone_country_code",
                        "duplicate_row");
        assertThat(repaired.get("date_year_only")).isGreaterThanOrEqualTo(truth.get("year_only"));
    }

    private void theRosterThatLeavesSaysNothingNewWhenItComesBack(ImportBench imports) throws IOException {
        String top = office.get("/units")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        Path file = files.resolve("left.xlsx");
        Files.write(file, office.get("/units/" + top + "/roster").bytes());
        String id = imports.begin();
        imports.add(id, file);
        JsonObject report = ImportBench.report(imports.preview(id), "left.xlsx");
        assertThat(report.getInteger("rows")).isEqualTo(2_400);
        assertThat(report.getInteger("refusedRows"))
                .as(report.getJsonArray("refusals").encode())
                .isZero();
        assertThat(report.getInteger("waiting")).isZero();
        assertThat(report.getJsonObject("effects").getInteger("unchanged"))
                .as(report.encode())
                .isEqualTo(2_400);
    }

    private void peopleAreWhereTheFilesSay() throws IOException {
        Map<String, Integer> sizes = new HashMap<>();
        for (String line :
                Files.readAllLines(files.resolve("roster.csv")).stream().skip(1).toList()) {
            sizes.merge(line.split(",")[5], 1, Integer::sum);
        }
        for (String line :
                Files.readAllLines(files.resolve("others.csv")).stream().skip(1).toList()) {
            sizes.merge(line.split(",")[3], 1, Integer::sum);
        }
        int looked = 0;
        for (Map.Entry<String, Integer> cell : sizes.entrySet()) {
            if (looked++ > 10) break;
            JsonArray people = office.get("/units/" + cell.getKey() + "/people?limit=500")
                    .expect(200)
                    .getJsonArray("items");
            assertThat(people).as(cell.getKey()).hasSize(cell.getValue());
        }
    }

    @Test
    void aColumnThatMustNotBeCollectedIsNamedAndNotRead() {
        ImportBench imports = new ImportBench(office);
        String id = imports.begin();
        JsonObject file = imports.addText(
                id,
                "ds.csv",
                "STT,Họ và tên,Dân tộc,Tôn giáo,Số CCCD,Số thẻ Đảng,Chi bộ,Ghi chú\n1,Nông Văn An,Tày,Không,012,123456789012,X,\n");
        assertThat(file.getJsonObject("heading").getJsonArray("refused"))
                .containsExactly("Dân tộc", "Tôn giáo", "Số CCCD");
        assertThat(file.getJsonObject("heading").getJsonArray("ignored")).containsExactly("Ghi chú");
    }

    @Test
    void aFileThatIsNoListIsRefusedWithItsReason() {
        ImportBench imports = new ImportBench(office);
        String id = imports.begin();
        byte[] text = "một,hai\nba,bốn\n".getBytes(StandardCharsets.UTF_8);
        assertThat(office.send("POST", "/imports/" + id + "/files?name=x.csv", "application/octet-stream", text)
                        .problem(422))
                .isEqualTo("heading_unknown");
        byte[] binary = {(byte) 0xff, (byte) 0xfe, 0, 1, 2, 3, (byte) 0x80, (byte) 0x81};
        assertThat(office.send("POST", "/imports/" + id + "/files?name=x.csv", "application/octet-stream", binary)
                        .problem(422))
                .isEqualTo("not_utf8");
    }
}
