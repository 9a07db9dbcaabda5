package vn.diemcau.recordings;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * How long a WebM plays: as its header says or, where nobody wrote that because the recording was cut or streamed, up to its last block.
 * A walk over the elements of Matroska (RFC 9559) that enters the few it needs and leaps over the others.
 */
final class Webm {
    static final int MAGIC = 0x1A45DFA3;

    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int CLUSTER = 0x1F43B675;
    private static final int TIME = 0xE7;
    private static final int GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final long UNKNOWN = -1;

    private final RandomAccessFile in;
    private long scale = 1_000_000;
    private double duration;
    private long cluster;
    private long last;

    private Webm(RandomAccessFile in) {
        this.in = in;
    }

    /** In seconds; 0 when it cannot be told. */
    static double seconds(RandomAccessFile in) throws IOException {
        Webm webm = new Webm(in);
        webm.walk();
        double units = webm.duration > 0 ? webm.duration : webm.last;
        return units * webm.scale / 1e9;
    }

    private void walk() throws IOException {
        long end = in.length();
        long at = 0;
        try {
            while (at < end) {
                in.seek(at);
                int id = (int) number(false);
                long size = number(true);
                long body = in.getFilePointer();
                if (id == CLUSTER && duration > 0) return;
                if (id == SEGMENT || id == INFO || id == CLUSTER || id == GROUP) {
                    at = body;
                    continue;
                }
                if (size == UNKNOWN || body + size < body) return;
                if (id == SCALE) scale = whole(size);
                else if (id == DURATION) duration = size == 4 ? in.readFloat() : in.readDouble();
                else if (id == TIME) cluster = whole(size);
                else if (id == BLOCK || id == SIMPLE_BLOCK) block();
                at = body + size;
            }
        } catch (EOFException cut) {
            // what was read until there counts
        }
    }

    private void block() throws IOException {
        number(true);
        last = Math.max(last, cluster + in.readShort());
    }

    private long whole(long size) throws IOException {
        long value = 0;
        for (long i = 0; i < Math.min(size, 8); i++) value = value << 8 | in.readUnsignedByte();
        return value;
    }

    /** A number whose first byte says how long it is; a size goes without that mark, and with all its bits set is unknown. */
    private long number(boolean size) throws IOException {
        int first = in.readUnsignedByte();
        int length = Integer.numberOfLeadingZeros(first) - 23;
        if (length > 8) throw new EOFException("no element");
        long value = size ? first & (0xFF >> length) : first;
        boolean ones = (first & (0xFF >> length)) == 0xFF >> length;
        for (int i = 1; i < length; i++) {
            int next = in.readUnsignedByte();
            ones &= next == 0xFF;
            value = value << 8 | next;
        }
        return size && ones ? UNKNOWN : value;
    }
}
