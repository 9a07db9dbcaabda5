package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.problem.Problem;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileStoreTest {
    private static final int LIMIT = 3_000_000;

    private final Vertx vertx = Vertx.vertx();
    private Path directory;
    private TestStore store;
    private Mongo mongo;
    private FileStore files;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        directory = folder;
        store = TestStore.open(folder);
        mongo = store.mongo();
        files = new FileStore(vertx, mongo, folder.resolve("files"), java.time.Clock.systemUTC());
    }

    @AfterAll
    void close() {
        store.end();
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(Patience.SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) throw cause;
            throw failure;
        }
    }

    private Path written(String name, byte[] content) throws Exception {
        return Files.write(directory.resolve(name), content);
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(7).nextBytes(content);
        System.arraycopy("%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, content, 0, 8);
        return content;
    }

    private StoredFile save(String id, Path file, String name) {
        AsyncFile in = await(vertx.fileSystem().open(file.toString(), new OpenOptions().setRead(true)));
        in.pause();
        return await(files.save(id, name, in, LIMIT));
    }

    @Test
    void whatGoesInComesOutByteForByteWithItsChecksum() throws Exception {
        byte[] content = pdf(1_234_567);
        StoredFile saved = save("one", written("one.pdf", content), "one.pdf");
        assertThat(saved.size()).isEqualTo(content.length);
        assertThat(saved.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        Path back = directory.resolve("back.pdf");
        AsyncFile out = await(vertx.fileSystem().open(back.toString(), new OpenOptions()));
        await(files.send(saved, out).compose(sent -> out.close()));
        assertThat(Files.readAllBytes(back)).isEqualTo(content);
    }

    @Test
    void whatIsTooLargeIsRefusedAndLeavesNothing() throws Exception {
        Path file = written("large.pdf", pdf(LIMIT + 1));
        assertThatThrownBy(() -> save("large", file, "large.pdf"))
                .isInstanceOf(Problem.class)
                .extracting(failure -> ((Problem) failure).code())
                .isEqualTo("file_too_large");
        assertThat(await(files.chunks("large"))).isZero();
    }

    @Test
    void whatIsOfAnotherKindThanItsNameIsRefusedAndLeavesNothing() throws Exception {
        Path file = written("wrong.docx", pdf(600_000));
        assertThatThrownBy(() -> save("wrong", file, "wrong.docx"))
                .isInstanceOf(Problem.class)
                .extracting(failure -> ((Problem) failure).code())
                .isEqualTo("file_kind");
        assertThat(await(files.chunks("wrong"))).isZero();
        assertThatThrownBy(() -> save("empty", written("empty.pdf", new byte[0]), "empty.pdf"))
                .isInstanceOf(Problem.class)
                .extracting(failure -> ((Problem) failure).code())
                .isEqualTo("file_empty");
    }

    @Test
    void aShortTextIsKept() throws Exception {
        assertThat(save("short", written("short.txt", Buffer.buffer("Điểm cầu").getBytes()), "short.txt")
                        .kind())
                .isEqualTo(FileKind.TEXT);
    }

    @Test
    void deletingTwiceIsDeletingOnce() throws Exception {
        save("gone", written("gone.pdf", pdf(10_000)), "gone.pdf");
        await(files.delete("gone", Place.GRID));
        await(files.delete("gone", Place.GRID));
        assertThat(await(files.chunks("gone"))).isZero();
    }
}
