package vn.diemcau.bench;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;

/** A port for a program that starts a little later, or again: where nobody listens, and where the system puts no outgoing connection meanwhile. */
public final class FreePort {
    /** Below the ports that Linux gives to outgoing connections. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;

    /** Two programs at once begin at different places. */
    private static int next = FROM + (int) (ProcessHandle.current().pid() * 37 % (TO - FROM));

    private FreePort() {}

    /** One that was not given to anybody here before. */
    public static synchronized int take() throws IOException {
        for (int tries = 0; tries < TO - FROM; tries++) {
            int port = next;
            next = next + 1 == TO ? FROM : next + 1;
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("no port is free from " + FROM + " to " + TO);
    }
}
