package vn.diemcau.attendance;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What stands in a badge's QR: version 1, key id 1, number 8, signature 64 bytes, written as 179 decimal digits. */
record BadgeText(byte[] head, byte[] signature) {
    static final int DIGITS = 179;
    private static final int BYTES = 74;
    private static final byte[] PURPOSE = "diemcau-badge\0".getBytes(StandardCharsets.US_ASCII);
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    static BadgeText sign(Keys keys, byte[] number) {
        byte[] head = ByteBuffer.allocate(10)
                .put((byte) 1)
                .put((byte) Keys.KEY_ID)
                .put(number)
                .array();
        return new BadgeText(head, keys.signBadge(message(head)));
    }

    static Optional<BadgeText> parse(String digits) {
        if (digits.length() != DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) return Optional.empty();
        byte[] bytes = new BigInteger(digits).toByteArray();
        int length = bytes.length;
        if (length > BYTES && !(length == BYTES + 1 && bytes[0] == 0)) return Optional.empty();
        byte[] fixed = new byte[BYTES];
        int copied = Math.min(length, BYTES);
        System.arraycopy(bytes, length - copied, fixed, BYTES - copied, copied);
        return fixed[0] == 1
                ? Optional.of(new BadgeText(Arrays.copyOf(fixed, 10), Arrays.copyOfRange(fixed, 10, BYTES)))
                : Optional.empty();
    }

    private static byte[] message(byte[] head) {
        return ByteBuffer.allocate(PURPOSE.length + head.length)
                .put(PURPOSE)
                .put(head)
                .array();
    }

    boolean genuine(Keys keys) {
        return head[1] == Keys.KEY_ID && keys.isBadge(message(head), signature);
    }

    /** Sixteen hexadecimal digits. */
    String number() {
        return HexFormat.of().formatHex(head, 2, 10);
    }

    String digits() {
        String digits = new BigInteger(
                        1, ByteBuffer.allocate(BYTES).put(head).put(signature).array())
                .toString();
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** The typable code below the QR: eight letters and digits of the number's first forty bits. */
    static String shortOf(String number) {
        long bits = Long.parseUnsignedLong(number, 16) >>> 24;
        StringBuilder text = new StringBuilder(8);
        for (int shift = 35; shift >= 0; shift -= 5) text.append(LETTERS.charAt((int) (bits >>> shift) & 31));
        return text.toString();
    }

    /** As typed: small letters, dashes and spaces allowed; O for 0, I and L for 1. */
    static String typed(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
