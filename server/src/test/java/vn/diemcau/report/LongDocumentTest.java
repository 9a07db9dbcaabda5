package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.paper.SortedRows;
import vn.diemcau.paper.Table.Cell;

class LongDocumentTest {
    private static final int ROWS = 50_000;
    private static final String HEAP = "-Xmx80m";

    @TempDir
    private Path folder;

    @Test
    void fiftyThousandRowsAreWrittenAsAllThreeFilesAndAsARegisterInLittleMemory() throws Exception {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongDocument.class.getName(),
                        String.valueOf(ROWS),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean done = process.waitFor(Patience.SECONDS, TimeUnit.SECONDS);
        if (!done) process.destroyForcibly();
        assertThat(done && process.exitValue() == 0).as(Files.readString(log)).isTrue();
        assertThat(Integer.parseInt(Files.readString(folder.resolve("told"))))
                .as("each file tells its progress every few hundred rows")
                .isBetween(4 * ROWS / 1_000, 4 * ROWS / 100);
        assertThat(occurrences("long.xlsx", "xl/worksheets/sheet1.xml", "<row "))
                .isGreaterThanOrEqualTo(ROWS);
        assertThat(occurrences("register.xlsx", "xl/worksheets/sheet1.xml", "<row "))
                .isEqualTo(ROWS + 1);
        assertThat(occurrences("long.docx", "word/document.xml", "Có mặt")).isEqualTo(ROWS);
        try (PDDocument paper = Loader.loadPDF(folder.resolve("long.pdf").toFile())) {
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(paper.getNumberOfPages());
            assertThat(last.getText(paper)).contains("Lường Văn " + (ROWS - 1));
        }
    }

    private int occurrences(String file, String part, String words) throws IOException {
        try (ZipFile zip = new ZipFile(folder.resolve(file).toFile())) {
            ZipEntry entry = zip.getEntry(part);
            int found = 0;
            try (InputStream in = zip.getInputStream(entry);
                    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                char[] some = new char[1 << 16];
                String rest = "";
                for (int read = reader.read(some); read > 0; read = reader.read(some)) {
                    String text = rest + new String(some, 0, read);
                    int at = text.indexOf(words);
                    int after = 0;
                    while (at >= 0) {
                        found++;
                        after = at + words.length();
                        at = text.indexOf(words, after);
                    }
                    rest = text.substring(Math.max(after, text.length() - words.length() + 1));
                }
            }
            return found;
        }
    }

    @Test
    void rowsAreReadInTheOrderOfTheirKeysAsOftenAsOneLikesAndLeaveNoFile() throws IOException {
        long seed = System.nanoTime();
        List<Integer> people = new ArrayList<>();
        for (int at = 0; at < 9_000; at++) people.add(at);
        Collections.shuffle(people, new Random(seed));
        Vertx vertx = Vertx.vertx();
        SortedRows rows = new SortedRows(vertx);
        try (rows) {
            for (int one : people) rows.add(String.format("%06d", one), List.of(Cell.of("Đặng " + one)));
            RunningPlatform.await(rows.ready());
            assertThat(rows.count()).isEqualTo(9_000);
            for (int time = 0; time < 2; time++) {
                List<String> read = new ArrayList<>();
                rows.forEach(cells ->
                        read.add(cells.get(0).shown() + " " + cells.get(1).shown()));
                assertThat(read).as("seed " + seed).hasSize(9_000);
                assertThat(read.get(0)).isEqualTo("1 Đặng 0");
                assertThat(read.get(8_999)).isEqualTo("9.000 Đặng 8999");
            }
        } finally {
            RunningPlatform.await(vertx.close());
        }
        assertThat(rows).as("its files are gone").isEmpty();
    }
}
