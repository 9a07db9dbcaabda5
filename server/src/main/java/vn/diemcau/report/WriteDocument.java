package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import vn.diemcau.paper.PaperFile;
import vn.diemcau.paper.Spreadsheet;
import vn.diemcau.paper.WordFile;

/** Use case: a document as a file in the answer. It is written to a temporary file first, row by row, so its size does not matter. */
final class WriteDocument {
    private static final long LONGEST_NANOS = 600_000_000_000L;

    private final Vertx vertx;
    private final WorkerExecutor writers;

    WriteDocument(Vertx vertx) {
        this.vertx = vertx;
        this.writers = vertx.createSharedWorkerExecutor("documents", 2, LONGEST_NANOS);
    }

    /** What puts a file's content out; blocks. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Completes when the answer has gone out; what the document keeps outside of memory is forgotten then, also after a failure. */
    Future<Void> send(HttpServerResponse response, Document document, Wanted.Format format, IntConsumer tell) {
        Writing writing =
                switch (format) {
                    case XLSX -> out -> Spreadsheet.write(document.table(), out, tell);
                    case DOCX -> out -> WordFile.write(document.table(), out, tell);
                    case PDF -> out -> PaperFile.write(document.table(), out, tell);
                };
        return send(response, format.type, document.name() + format.ending, writing, document::forget);
    }

    /** The same for any file. */
    Future<Void> send(
            HttpServerResponse response, String type, String name, Writing writing, Supplier<Future<Void>> forget) {
        return writers.executeBlocking(() -> write(writing), false)
                .eventually(forget)
                // whoever waited too long has been answered already: the file goes in any case
                .compose(file -> Future.succeededFuture()
                        .compose(written -> {
                            head(response, type, name);
                            return response.sendFile(file.toString());
                        })
                        .eventually(() -> vertx.fileSystem().delete(file.toString())));
    }

    private static Path write(Writing writing) throws IOException {
        Path file = Files.createTempFile("diemcau-", ".file");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            writing.to(out);
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
