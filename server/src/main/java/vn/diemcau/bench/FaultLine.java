package vn.diemcau.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A line between a server and its store that can be made slow, silent or cut, and mended. */
final class FaultLine implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile long delayMillis;

    /** @param behind the port of the store on this machine */
    FaultLine(int behind) throws IOException {
        this.behind = behind;
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon(this::accept, "line");
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every piece waits so long in each direction; 0 for not at all. */
    void slow(long millis) {
        delayMillis = millis;
    }

    /** Nobody gets through, and who was through is thrown out. */
    void cut() {
        cut = true;
        open.forEach(FaultLine::shut);
        open.clear();
    }

    void mend() {
        cut = false;
        delayMillis = 0;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (cut) {
                    shut(near);
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), behind);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                daemon(() -> pump(near, far), "line-in");
                daemon(() -> pump(far, near), "line-out");
            } catch (IOException closed) {
                if (door.isClosed()) return;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[65_536];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                if (delayMillis > 0) TimeUnit.MILLISECONDS.sleep(delayMillis);
                out.write(piece, 0, n);
                out.flush();
            }
        } catch (IOException gone) {
            shut(from);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
            shut(to);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // it is shut all the same
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
