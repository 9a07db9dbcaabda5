package vn.diemcau.embedded;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket in the data directory, for its owner only, through which commands ask a running server: a line in, a line out. */
final class Control implements AutoCloseable {

    /** Answers one request; what it throws becomes the answer. */
    interface Answer {
        String to(String request) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Control.class);
    private static final String NAME = "control.sock";

    private final Path path;
    private final ServerSocketChannel server;
    private final Answer answer;

    Control(Path folder, Answer answer) throws IOException {
        this.path = folder.resolve(NAME);
        this.answer = answer;
        Files.deleteIfExists(path);
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
            StoreFile.ownerOnly(path);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        var thread = new Thread(this::serve, "store-control");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                String request = line(client);
                String reply;
                try {
                    reply = "ok " + answer.to(request);
                } catch (Exception e) {
                    LOG.warn("a request over {} failed: {}", path, e.getMessage());
                    reply = "error " + e.getMessage();
                }
                ByteBuffer bytes = ByteBuffer.wrap((reply.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    client.write(bytes);
                }
            } catch (AsynchronousCloseException e) {
                return;
            } catch (IOException e) {
                LOG.debug("a client of {} went away: {}", path, e.getMessage());
            }
        }
    }

    private static String line(SocketChannel channel) throws IOException {
        var reader = Channels.newReader(channel, StandardCharsets.UTF_8);
        var text = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
            text.append((char) c);
        }
        return text.toString();
    }

    /** Asks the server that runs on this directory; empty when none does. Fails with the server's own words. */
    static Optional<String> ask(Path folder, String request) throws IOException {
        Path path = folder.resolve(NAME);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                channel.connect(UnixDomainSocketAddress.of(path));
            } catch (IOException nobodyListens) {
                return Optional.empty();
            }
            channel.write(ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)));
            String reply = line(channel);
            if (reply.startsWith("ok ")) {
                return Optional.of(reply.substring(3));
            }
            throw new IOException(
                    reply.isEmpty() ? "the server did not answer" : reply.substring(reply.indexOf(' ') + 1));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("{} stays behind: {}", path, e.getMessage());
        }
    }
}
