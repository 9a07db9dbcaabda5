package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;

/** Whoever sends drop by drop, or too much, holds nothing up. */
class SlowTest {
    private static RunningPlatform running;

    @BeforeAll
    static void start() throws Exception {
        System.setProperty("diemcau.headSeconds", "1");
        System.setProperty("diemcau.bodySeconds", "1");
        running = RunningPlatform.start();
    }

    @AfterAll
    static void stop() throws Exception {
        System.clearProperty("diemcau.headSeconds");
        System.clearProperty("diemcau.bodySeconds");
        running.close();
    }

    /** What came back before the server closed; fails when it never does. */
    private static String sent(String beginning) throws IOException {
        URI server = URI.create(running.url());
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.setSoTimeout(Patience.SECONDS * 1_000);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            try {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            } catch (SocketException reset) {
                return "reset";
            }
        }
    }

    @Test
    void aRequestWhoseHeadNeverEndsIsThrownOut() throws IOException {
        assertThat(sent("GET /api/v1/installation HTTP/1.1\r\nHost: localhost\r\nX-Slow: "))
                .isIn("", "reset");
    }

    @Test
    void aBodyThatNeverEndsIsThrownOut() throws IOException {
        String head = "POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        assertThat(sent(head + "Content-Length: 100\r\n\r\n{\"login\":")).isIn("", "reset");
    }

    @Test
    void anOversizedBodyIsToldSoAndTheServerGoesOn() {
        Caller caller = new Caller(running);
        Caller.Answer answer = caller.send("POST", "/sign-in", "application/json", new byte[3 << 20]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("too_large");
        caller.get("/installation").expect(200);
    }
}
