package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;

class WriteDocumentTest {
    @Test
    void aFileThatNobodyWaitsForAnyMoreIsLeftOff() throws IOException {
        Vertx vertx = Vertx.vertx();
        WriteDocument writeDocument = new WriteDocument(vertx);
        AtomicBoolean begun = new AtomicBoolean();
        AtomicBoolean forgotten = new AtomicBoolean();
        CompletableFuture<Void> sent = new CompletableFuture<>();
        HttpServer server = RunningPlatform.await(vertx.createHttpServer()
                .requestHandler(request -> {
                    IntConsumer told = WriteDocument.whileAwaited(request.response(), row -> begun.set(true));
                    writeDocument
                            .send(
                                    request.response(),
                                    "text/plain",
                                    "endless.txt",
                                    out -> {
                                        for (int row = 0; ; row++) told.accept(row);
                                    },
                                    () -> {
                                        forgotten.set(true);
                                        return Future.succeededFuture();
                                    })
                            .onComplete(done -> sent.complete(null));
                })
                .listen(0, "127.0.0.1"));
        try (Socket client = new Socket("127.0.0.1", server.actualPort())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Patience.until("the file is being written", begun::get);
        }
        Patience.until("nobody writes it any more", sent::isDone);
        assertThat(forgotten).as("its rows are forgotten").isTrue();
        RunningPlatform.await(vertx.close());
    }
}
