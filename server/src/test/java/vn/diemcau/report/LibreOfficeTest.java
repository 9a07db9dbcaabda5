package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;
import vn.diemcau.attendance.Standing;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Session;

/** An office's own program opens every word file and spreadsheet and prints them; what it prints is read back. */
class LibreOfficeTest {
    private static final int PEOPLE = 130;

    @TempDir
    private static Path folder;

    /** What was printed from each file, page by page. */
    private static final Map<String, List<String>> PRINTED = new TreeMap<>();

    private static final Map<String, PDRectangle> SIZES = new TreeMap<>();

    @BeforeAll
    static void printEverythingInOneRun() throws Exception {
        SmallProvince province = OfficeDocumentsTest.province();
        Session long1 = province.session("D1", ProgrammeKind.CONFERENCE, "T", "2026-09-19", "hall");
        for (int at = 0; at < PEOPLE; at++) {
            String name = "Lý Thu " + (char) ('A' + at % 26) + " " + at;
            province.record(long1, name, at % 2 == 0 ? "A1" : "B1", "hall", Standing.PRESENT);
        }
        Path given = Files.createDirectory(folder.resolve("given"));
        try (ReportServer server = new ReportServer(province, folder.resolve("store"))) {
            for (String layout : List.of("party", "state")) {
                for (String format : List.of("docx", "xlsx")) {
                    keep(server, given, "flash", layout, format, "/reports/sessions/L2/file?form=flash");
                    keep(
                            server,
                            given,
                            "summary",
                            layout,
                            format,
                            "/reports/units/T/file?from=2026-07-01&to=2026-09-30");
                    keep(server, given, "roll", layout, format, "/reports/sessions/D1/file?form=roll");
                    keep(server, given, "register", layout, format, "/reports/programmes/P-L1/file?form=register");
                }
            }
        }
        print(given);
    }

    private static void keep(
            ReportServer server, Path given, String document, String layout, String format, String path)
            throws IOException {
        var answer = server.call("province", path + "&layout=" + layout + "&format=" + format);
        assertThat(answer.statusCode()).isEqualTo(200);
        Files.write(given.resolve(document + "-" + layout + "-" + format + "." + format), answer.body());
    }

    private static void print(Path given) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.resolve("printed").toString()));
        try (var files = Files.list(given)) {
            files.map(Path::toString).sorted().forEach(command::add);
        }
        File log = folder.resolve("soffice.log").toFile();
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        boolean done = office.waitFor(Patience.SECONDS, TimeUnit.SECONDS);
        if (!done) office.destroyForcibly();
        assertThat(done && office.exitValue() == 0)
                .as("needs the packages libreoffice-writer-nogui and libreoffice-calc-nogui: "
                        + Files.readString(log.toPath()))
                .isTrue();
        try (var files = Files.list(folder.resolve("printed"))) {
            for (Path file : files.toList()) read(file);
        }
    }

    private static void read(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".pdf", "");
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document)
                        .replaceAll("[\\s\u00A0]+", " ")
                        .strip());
            }
            PRINTED.put(name, pages);
            SIZES.put(name, document.getPage(0).getMediaBox());
        }
    }

    private static String all(String name) {
        return String.join(" ", PRINTED.getOrDefault(name, List.of()));
    }

    @Test
    void everyFileIsOpenedAndNothingInItActsAsAFormula() {
        assertThat(PRINTED).hasSize(16);
        PRINTED.forEach((name, pages) -> {
            String text = String.join(" ", pages);
            assertThat(text).as(name).contains(name.contains("party") ? "ĐẢNG CỘNG SẢN VIỆT NAM" : "Độc lập - Tự do");
            assertThat(text).as(name).contains("Người lập biểu");
            assertThat(text).as(name).doesNotContain("#NAME").doesNotContain("Err:");
        });
        assertThat(all("register-party-docx")).contains("=1+1").contains("Lường Văn Thắng");
        assertThat(all("register-party-xlsx")).contains("'=1+1").contains("Lường Văn Thắng");
        assertThat(all("summary-state-xlsx")).contains("97.10%");
        assertThat(all("summary-state-docx")).contains("97,10");
    }

    @Test
    void theyLieOnA4AsTheFormAsks() {
        SIZES.forEach((name, size) -> {
            assertThat(Math.round(Math.max(size.getWidth(), size.getHeight())))
                    .as(name)
                    .isEqualTo(842);
            assertThat(size.getWidth() > size.getHeight()).as(name).isEqualTo(!name.startsWith("roll"));
        });
    }

    @Test
    void theHeadOfALongListStandsOnEveryPageAndThePagesAreNumberedFromTheSecond() {
        for (String name : List.of("roll-party-docx", "roll-state-docx", "roll-party-xlsx")) {
            List<String> pages = PRINTED.getOrDefault(name, List.of());
            assertThat(pages.size()).as(name).isGreaterThan(1);
            int rows = 0;
            for (int at = 0; at < pages.size(); at++) {
                String page = pages.get(at);
                int people = page.split("Lý Thu", -1).length - 1;
                rows += people;
                if (people > 0) assertThat(page).as(name + " page " + at).contains("Trạng");
                if (at > 0) assertThat(page).as(name).startsWith((at + 1) + " ");
                else if (name.endsWith("docx")) assertThat(page).as(name).doesNotStartWith("1 ");
            }
            assertThat(rows).as(name).isEqualTo(PEOPLE);
        }
    }
}
