package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.ServerProcess;

/** The real tus-js-client against the real server, which is killed again and again. */
class TusClientTest {
    private static final int SIZE = 60_000_000;
    private static final int KILLS = 6;
    private static final Path CLIENT =
            Path.of(System.getProperty("project.root", ".."), "web-client").toAbsolutePath();
    private static final String PROGRAM = """
            import { createRequire } from 'node:module';
            import fs from 'node:fs';
            const require = createRequire(process.argv[2] + '/package.json');
            const tus = require('tus-js-client');
            const [, , , file, endpoint, headers, programme, progress] = process.argv;
            const upload = new tus.Upload(fs.createReadStream(file), {
              endpoint, headers: JSON.parse(headers), chunkSize: 4_000_000, uploadSize: fs.statSync(file).size,
              retryDelays: Array(4000).fill(150),
              onShouldRetry: () => true,
              metadata: { filename: 'bai-giang.pdf', purpose: 'material', programme },
              onProgress: (sent) => fs.writeFileSync(progress, String(sent)),
              onError: (error) => { console.error(String(error)); process.exit(1); },
              onSuccess: () => { console.log(upload.url); process.exit(0); },
            });
            upload.start();
            """;

    @Test
    void aFileIsWholeHoweverOftenTheServerWasKilledOnTheWay(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("bai-giang.pdf");
        String sum = write(file);
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (ServerProcess server = new ServerProcess(folder.resolve("data"), Map.of()).ready()) {
            Lecture lecture = new Lecture(server);
            Path script = Files.writeString(folder.resolve("send.mjs"), PROGRAM);
            Path progress = folder.resolve("progress");
            Process client = new ProcessBuilder(
                            "node",
                            script.toString(),
                            CLIENT.toString(),
                            file.toString(),
                            server.url() + "/api/v1/uploads",
                            new JsonObject(Map.copyOf(lecture.headers())).encode(),
                            Lecture.PROGRAMME,
                            progress.toString())
                    .redirectErrorStream(true)
                    .start();
            for (int i = 0; i < KILLS; i++) {
                long past = (long) SIZE * i / KILLS + random.nextInt(SIZE / KILLS / 2);
                Patience.until("the next piece has gone", () -> !client.isAlive() || sent(progress) >= past);
                server.kill();
                server.restart();
                server.ready();
            }
            assertThat(client.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
            String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(client.exitValue()).as(said).isZero();
            lecture.becomes(said, SIZE, sum);
            Caller.Answer back = lecture.office.get(Lecture.CONTENT);
            assertThat(sha256(back.bytes())).isEqualTo(sum);
        }
    }

    private static String write(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Random random = new Random(11);
        byte[] block = new byte[1_000_000];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < SIZE / block.length; i++) {
                random.nextBytes(block);
                if (i == 0) System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, block, 0, 8);
                out.write(block);
                digest.update(block);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static long sent(Path progress) {
        try {
            String text = Files.exists(progress) ? Files.readString(progress).strip() : "";
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (java.io.IOException beingWritten) {
            return 0;
        }
    }
}
