package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.diemcau.paper.Pdf;
import vn.diemcau.problem.Problem;

/** Sends a table as a file: a spreadsheet goes through a temporary file, so that its size does not matter; paper has a limit of rows. */
final class WriteTable {
    private static final int LONGEST_PAPER = 3_000;

    /** The kinds of file. */
    enum Format {
        XLSX,
        PDF
    }

    private final Vertx vertx;
    private final Pdf pdf;

    WriteTable(Vertx vertx, Pdf pdf) {
        this.vertx = vertx;
        this.pdf = pdf;
    }

    /** Completes when the answer has gone out; fails with {@code too_long_for_paper} above 3,000 rows. */
    Future<Void> send(HttpServerResponse response, Table table, Format format, String name) {
        return switch (format) {
            case XLSX ->
                vertx.executeBlocking(() -> spreadsheet(table), false).compose(file -> {
                    head(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
                    return response.sendFile(file.toString())
                            .eventually(() -> vertx.fileSystem().delete(file.toString()));
                });
            case PDF -> {
                if (table.rows().size() > LONGEST_PAPER) {
                    yield Future.failedFuture(Problem.refused(
                            "too_long_for_paper", "Above 3,000 rows take the spreadsheet, or a smaller part."));
                }
                yield pdf.of(Paper.of(table)).compose(file -> {
                    head(response, "application/pdf", name + ".pdf");
                    return response.end(file);
                });
            }
        };
    }

    private static Path spreadsheet(Table table) throws IOException {
        Path file = Files.createTempFile("diemcau-", ".xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            Spreadsheet.write(table, out);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        return file;
    }

    private static void head(HttpServerResponse response, String type, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        response.putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Disposition", "attachment; filename=\"bieu\"; filename*=UTF-8''" + encoded);
    }
}
