package vn.diemcau.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.diemcau.problem.Problem;

/**
 * How much a packed file, such as a spreadsheet, comes to when it is unpacked: counted by unpacking it, since what the file says of itself
 * may be a lie. Blocks; for workers.
 */
public final class Unpacked {
    /** Several times what the largest roster of a province comes to. */
    private static final long MOST = 400_000_000;

    private static final int MOST_PARTS = 2_000;

    private Unpacked() {}

    /** Fails with REFUSED unpacks_too_large, and with a ZipException when it is no packed file. */
    public static void check(Path file) throws IOException {
        check(file, MOST);
    }

    static void check(Path file, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = most;
        try (ZipFile packed = new ZipFile(file.toFile())) {
            if (packed.size() > MOST_PARTS) throw tooLarge();
            Enumeration<? extends ZipEntry> parts = packed.entries();
            while (parts.hasMoreElements()) {
                try (InputStream part = packed.getInputStream(parts.nextElement())) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        left -= read;
                        if (left < 0) throw tooLarge();
                    }
                }
            }
        }
    }

    private static Problem tooLarge() {
        return Problem.refused("unpacks_too_large", "Unpacked, this file is too large; save it anew, or in parts.");
    }
}
