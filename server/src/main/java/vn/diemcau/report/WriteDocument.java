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

/**
 * Use case: a document as a file in the answer. It is written to a temporary file first, row by row, so its size does not matter; when
 * nobody waits for it any more it is left off.
 */
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

    /** Whoever asked has hung up. */
    private static final class NobodyWaits extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Told as the file grows; it is not written to its end for nobody. */
    static IntConsumer whileAwaited(HttpServerResponse response, IntConsumer tell) {
        return written -> {
            if (response.closed() || response.ended()) throw new NobodyWaits();
            tell.accept(written);
        };
    }

    /** Completes when the answer has gone out; what the document keeps outside of memory is forgotten then, also after a failure. */
    Future<Void> send(HttpServerResponse response, Document document, Wanted.Format format, IntConsumer tell) {
        IntConsumer told = whileAwaited(response, tell);
        Writing writing =
                switch (format) {
                    case XLSX -> out -> Spreadsheet.write(document.table(), out, told);
                    case DOCX -> out -> WordFile.write(document.table(), out, told);
                    case PDF -> out -> PaperFile.write(document.table(), out, told);
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
                        .eventually(() -> vertx.fileSystem().delete(file.toString())))
                .recover(failure ->
                        failure instanceof NobodyWaits ? Future.succeededFuture() : Future.failedFuture(failure));
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
