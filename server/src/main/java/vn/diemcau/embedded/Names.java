package vn.diemcau.embedded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection's field names are written once, not in every document: in the file a document's own fields have names of
 * one character below the space, each standing for a name kept here. What lies in the file is still BSON.
 */
final class Names {

    /** Is told a name that shall be kept, before any document uses it. */
    interface Keeper {
        void keep(int code, String name) throws java.sql.SQLException;
    }

    /** Before a name that itself begins below the space. */
    private static final int LITERAL = 1;

    private static final int FIRST = 2;
    private static final int AFTER_LAST = 0x20;

    private volatile byte[][] known;

    Names(List<String> names) {
        known = names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    Names() {
        this(List.of());
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        for (byte[] name : known) {
            all.add(new String(name, StandardCharsets.UTF_8));
        }
        return all;
    }

    static int code(int position) {
        return FIRST + position;
    }

    /** The document as it lies in the file; null when it has a name worth keeping and nobody to keep it. */
    byte @Nullable [] shortened(byte[] document, @Nullable Keeper keeper) throws java.sql.SQLException {
        byte[] out = new byte[document.length * 2];
        int to = 4;
        int at = 4;
        while (document[at] != 0) {
            int type = document[at];
            out[to++] = document[at++];
            int start = at;
            while (document[at] != 0) {
                at++;
            }
            int length = at++ - start;
            int position = find(document, start, length);
            if (position < 0 && length > 1 && document[start] >= AFTER_LAST && known.length < AFTER_LAST - FIRST) {
                if (keeper == null) {
                    return null;
                }
                position = learn(Arrays.copyOfRange(document, start, start + length), keeper);
            }
            if (position >= 0) {
                out[to++] = (byte) code(position);
            } else {
                if (length > 0 && document[start] > 0 && document[start] < AFTER_LAST) {
                    out[to++] = LITERAL;
                }
                System.arraycopy(document, start, out, to, length);
                to += length;
            }
            out[to++] = 0;
            int end = Bson.end(document, type, at);
            System.arraycopy(document, at, out, to, end - at);
            to += end - at;
            at = end;
        }
        return closed(out, to);
    }

    private int find(byte[] document, int start, int length) {
        byte[][] names = known;
        for (int i = 0; i < names.length; i++) {
            if (names[i].length == length && Arrays.equals(names[i], 0, length, document, start, start + length)) {
                return i;
            }
        }
        return -1;
    }

    private int learn(byte[] name, Keeper keeper) throws java.sql.SQLException {
        byte[][] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = name;
        keeper.keep(code(known.length), new String(name, StandardCharsets.UTF_8));
        // told to readers before the commit: too early is harmless
        known = more;
        return more.length - 1;
    }

    /** The document as its sender knows it. */
    byte[] whole(byte[] stored) {
        byte[][] names = known;
        int most = stored.length;
        for (byte[] name : names) {
            most += name.length;
        }
        byte[] out = new byte[most];
        int to = 4;
        int at = 4;
        while (stored[at] != 0) {
            int type = stored[at];
            out[to++] = stored[at++];
            int first = stored[at];
            if (first >= FIRST && first < AFTER_LAST) {
                byte[] name = names[first - FIRST];
                System.arraycopy(name, 0, out, to, name.length);
                to += name.length;
                at++;
            } else if (first == LITERAL) {
                at++;
            }
            int start = at;
            while (stored[at] != 0) {
                at++;
            }
            int end = Bson.end(stored, type, at + 1);
            System.arraycopy(stored, start, out, to, end - start);
            to += end - start;
            at = end;
        }
        return closed(out, to);
    }

    private static byte[] closed(byte[] out, int length) {
        Bson.INT.set(out, 0, length + 1);
        return Arrays.copyOf(out, length + 1);
    }
}
