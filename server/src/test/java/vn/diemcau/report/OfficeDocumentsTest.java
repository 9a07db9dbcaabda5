package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Standing;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Session;

/**
 * The four documents in both layouts as all three kinds of file, compared with what is kept in {@code src/test/resources/documents},
 * cell by cell. With {@code -Ddiemcau.write=true} what is kept is written anew, and the files
 * into {@code target/documents}, to be looked at by somebody.
 */
class OfficeDocumentsTest {
    private static final Path KEPT = Path.of("src/test/resources/documents");

    private static final Map<String, String> DOCUMENTS = new LinkedHashMap<>();

    static {
        DOCUMENTS.put("bao-cao-nhanh", "/reports/sessions/L2/file?form=flash");
        DOCUMENTS.put("bieu-tong-hop", "/reports/units/T/file?from=2026-07-01&to=2026-09-30");
        DOCUMENTS.put("danh-sach", "/reports/sessions/L1/file?form=roll");
        DOCUMENTS.put("so-theo-doi-lop", "/reports/programmes/P-L1/file?form=register");
    }

    @TempDir
    private static Path folder;

    private static ReportServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new ReportServer(province(), folder);
        JsonObject letterhead = new JsonObject()
                .put("rev", 0)
                .put("layout", "party")
                .put("superior", "Đảng bộ Chính phủ")
                .put("issuer", "Tỉnh ủy Thái Nguyên")
                .put("sign", "TU")
                .put("place", "Thái Nguyên")
                .put("signedFor", "Ban Thường vụ")
                .put("signerRole", "Phó Bí thư")
                .put("signerName", "Nông Thị Ngát")
                .put("preparer", "Vi Văn Nọi")
                .put("recipients", JsonArray.of("Ban Tổ chức Trung ương (báo cáo),", "Lưu Văn phòng Tỉnh ủy."));
        assertThat(server.put("province", "/units/T/letterhead", letterhead).statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static SmallProvince province() {
        SmallProvince province = new SmallProvince();
        Session first = province.session("L1", ProgrammeKind.CLASS, "T", "2026-09-17", "hall", "far");
        province.record(first, "Lường Văn Thắng", "A1", "hall", Standing.PRESENT, Flag.LATE, Flag.LEFT_EARLY);
        province.record(first, "Vàng A Pao", "A2", "hall", Standing.PRESENT);
        province.record(first, "Nông Thị Huệ", "B1", "far", Standing.EXCUSED, Flag.MADE_UP);
        province.record(first, "=1+1", "B1", "far", Standing.UNEXCUSED);
        province.record(first, "Hoàng Văn Đức", "A", "hall", Standing.SUBSTITUTED);
        province.record(first, "Đặng Thị Ỷ", "A2", "hall", Standing.UNDETERMINED, Required.Standing.EXEMPT);
        province.close(first, "Vi Văn Nọi", Instant.parse("2026-09-17T10:30:00Z"));
        province.handIn("Vàng A Pao");
        Session second = province.next(first, "L2", "2026-09-18");
        province.record(second, "Lường Văn Thắng", "A1", "hall", Standing.PRESENT);
        province.record(second, "Vàng A Pao", "A2", "hall", Standing.PRESENT, Flag.LATE);
        province.record(second, "Nông Thị Huệ", "B1", "far", Standing.UNDETERMINED);
        province.record(second, "=1+1", "B1", "far", Standing.UNDETERMINED);
        province.record(second, "Hoàng Văn Đức", "A", "hall", Standing.EXCUSED);
        return province;
    }

    private static byte[] file(String document, String layout, String format) {
        String date = format.equals("xlsx") ? "" : "&date=2026-09-20";
        HttpResponse<byte[]> answer = server.call(
                "province", DOCUMENTS.get(document) + "&layout=" + layout + "&format=" + format + "&number=05" + date);
        assertThat(answer.statusCode()).as(document).isEqualTo(200);
        return answer.body();
    }

    @Test
    void everyDocumentIsCellByCellWhatIsKept() throws IOException {
        Path seen = Files.createDirectories(Path.of("target/documents"));
        List<String> differ = new ArrayList<>();
        for (String document : DOCUMENTS.keySet()) {
            for (String layout : List.of("party", "state")) {
                for (String format : List.of("xlsx", "docx", "pdf")) {
                    String name = document + "-" + layout + "." + format + ".txt";
                    byte[] file = file(document, layout, format);
                    String now = read(file, format);
                    Path kept = KEPT.resolve(name);
                    if (Boolean.getBoolean("diemcau.write")) {
                        Files.writeString(kept, now);
                        Files.write(seen.resolve(document + "-" + layout + "." + format), file);
                    }
                    String before = Files.exists(kept) ? Files.readString(kept) : "";
                    if (!before.equals(now)) differ.add(name + "\n" + now);
                }
            }
        }
        assertThat(differ).isEmpty();
    }

    private static String read(byte[] file, String format) throws IOException {
        return switch (format) {
            case "xlsx" -> sheet(file);
            case "docx" -> word(file);
            default -> paper(file);
        };
    }

    /** A line a row, its cells between bars; how the page lies before it. */
    static String sheet(byte[] file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            StringBuilder text = new StringBuilder();
            text.append(sheet.getPrintSetup().getLandscape() ? "landscape" : "portrait");
            text.append(", head ").append(sheet.getRepeatingRows().formatAsString());
            text.append(", merged ").append(sheet.getNumMergedRegions()).append('\n');
            for (Row row : sheet) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(
                        cell.getCellType() == CellType.NUMERIC
                                ? cell.getNumericCellValue() + " "
                                        + cell.getCellStyle().getDataFormatString()
                                : cell.getStringCellValue()));
                text.append(row.getRowNum() + 1)
                        .append(": ")
                        .append(String.join(" | ", cells))
                        .append('\n');
            }
            return text.toString();
        }
    }

    /** A line a paragraph and a line a row, its cells between bars; rows that repeat on each page are marked. */
    static String word(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            StringBuilder text = new StringBuilder();
            var section = document.getDocument().getBody().getSectPr();
            text.append("page ")
                    .append(section.getPgSz().getW())
                    .append(" x ")
                    .append(section.getPgSz().getH());
            var margins = section.getPgMar();
            text.append(", margins ")
                    .append(margins.getTop())
                    .append(' ')
                    .append(margins.getRight())
                    .append(' ')
                    .append(margins.getBottom())
                    .append(' ')
                    .append(margins.getLeft())
                    .append(section.isSetTitlePg() ? ", no number on the first page\n" : "\n");
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    text.append(paragraph.getText()).append('\n');
                } else if (element instanceof XWPFTable table) {
                    for (XWPFTableRow row : table.getRows()) {
                        text.append(row.isRepeatHeader() ? "head: " : "row: ");
                        text.append(row.getTableCells().stream()
                                        .map(cell -> cell.getParagraphs().stream()
                                                .map(XWPFParagraph::getText)
                                                .collect(Collectors.joining(" / ")))
                                        .collect(Collectors.joining(" | ")))
                                .append('\n');
                    }
                }
            }
            return text.toString();
        }
    }

    /** The words as they lie on the pages, from top to bottom. */
    static String paper(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.append("page ").append(page).append('\n');
                stripper.getText(document).lines().forEach(line -> text.append(line.strip())
                        .append('\n'));
            }
            return text.toString();
        }
    }

    @Test
    void theLetterheadIsKeptPerUnitAndOnlyByWhoMay() {
        JsonObject commune = new JsonObject(io.vertx.core.buffer.Buffer.buffer(
                server.call("communeA", "/units/A/letterhead").body()));
        assertThat(commune.getInteger("rev")).isZero();
        assertThat(commune.getString("layout")).isEqualTo("party");
        assertThat(commune.getString("superior")).isEqualTo("Đảng bộ tỉnh Thái Nguyên");
        commune.put("sign", "ĐU").put("recipients", new JsonArray());
        assertThat(server.put("communeB", "/units/A/letterhead", commune).statusCode())
                .isEqualTo(404);
        assertThat(server.put("trainer", "/units/A/letterhead", commune).statusCode())
                .isEqualTo(403);
        assertThat(server.put("communeA", "/units/A/letterhead", commune).statusCode())
                .isEqualTo(200);
        assertThat(server.put("communeA", "/units/A/letterhead", commune).statusCode())
                .as("somebody kept it since")
                .isEqualTo(409);
        assertThat(new String(
                        server.call("communeA", "/reports/units/A/outline").body(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("Số ......-BC/ĐU");
        assertThat(server.audited().stream().map(one -> one.getString("what"))).contains("letterhead_changed");
        assertThat(server.put("communeA", "/units/A/letterhead", commune.copy().put("issuer", " "))
                        .statusCode())
                .isEqualTo(400);
    }
}
