package vn.diemcau.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * HTTP/1.1 over connections that stay open, one thread for all: so light that the server is measured and not its caller. It knows
 * requests that are encoded already and answers with a Content-Length, and nothing else.
 */
final class RushClient implements AutoCloseable {
    private static final byte[] COUNTED = "\"result\":\"counted\"".getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();

    /** What many calls came to: how many were counted, how many answered with an error, how long each took. */
    record Done(int counted, int errors, long[] nanos) {}

    RushClient(int port) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
        private ByteBuffer out = ByteBuffer.allocate(0);
        private int call = -1;
        private long start;

        private Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    Done all(List<byte[]> requests, int atOnce) throws IOException {
        while (connections.size() < atOnce) open();
        long[] nanos = new long[requests.size()];
        int[] results = new int[2];
        int next = 0;
        int left = requests.size();
        for (int i = 0; i < atOnce && next < requests.size(); i++) send(connections.get(i), requests, next++);
        while (left > 0) {
            selector.select();
            for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                Connection one = (Connection) keys.next().attachment();
                keys.remove();
                if (one.out.hasRemaining()) one.channel.write(one.out);
                if (one.channel.read(one.in) < 0) throw new EOFException("the server closed a connection");
                if (!answered(one, results)) continue;
                nanos[one.call] = System.nanoTime() - one.start;
                one.call = -1;
                left--;
                if (next < requests.size()) send(one, requests, next++);
            }
        }
        return new Done(results[0], results[1], nanos);
    }

    private void open() throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.socket().setTcpNoDelay(true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        connections.add(connection);
    }

    private static void send(Connection one, List<byte[]> requests, int call) throws IOException {
        one.call = call;
        one.start = System.nanoTime();
        one.out = ByteBuffer.wrap(requests.get(call));
        while (one.out.hasRemaining()) one.channel.write(one.out);
    }

    /** Whether the whole answer is there; then it is judged and taken away. */
    private static boolean answered(Connection one, int[] results) {
        byte[] bytes = one.in.array();
        int filled = one.in.position();
        int body = -1;
        for (int i = 3; i < filled && body < 0; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') body = i + 1;
        }
        if (body < 0) return false;
        String head = new String(bytes, 0, body, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        int field = head.indexOf("content-length:");
        int length = field < 0
                ? 0
                : Integer.parseInt(
                        head.substring(field + 15, head.indexOf('\r', field)).trim());
        if (filled < body + length) return false;
        if (!head.startsWith("http/1.1 2")) results[1]++;
        else if (contains(bytes, body, body + length)) results[0]++;
        one.in.clear();
        return true;
    }

    private static boolean contains(byte[] bytes, int from, int to) {
        for (int i = from; i + COUNTED.length <= to; i++) {
            int same = 0;
            while (same < COUNTED.length && bytes[i + same] == COUNTED[same]) same++;
            if (same == COUNTED.length) return true;
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        for (Connection each : connections) each.channel.close();
        selector.close();
    }
}
