package vn.diemcau.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bytes [from, until) of a file, as a Range header asks for them. */
record ByteRange(long from, long until) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Asked for bytes that the file does not have. */
    static final ByteRange NOWHERE = new ByteRange(0, 0);

    /** Empty when the whole file is the answer: no header, several ranges, or one that cannot be read. */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher one = header == null ? null : ONE.matcher(header.strip());
        if (one == null || !one.matches()) return Optional.empty();
        String first = one.group(1);
        String last = one.group(2);
        if (first.isEmpty()) {
            if (last.isEmpty()) return Optional.empty();
            long length = Long.parseLong(last);
            return Optional.of(length == 0 ? NOWHERE : new ByteRange(Math.max(0, size - length), size));
        }
        long from = Long.parseLong(first);
        long until = last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) return Optional.empty();
        return Optional.of(from >= size ? NOWHERE : new ByteRange(from, until));
    }

    String contentRange(long size) {
        return "bytes " + from + "-" + (until - 1) + "/" + size;
    }
}
