package vn.diemcau;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What people have on their phones: written from RFC 6238 by itself, so that it proves the server's. */
public final class AuthenticatorApp {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private AuthenticatorApp() {}

    /** The code of this moment for a key as it is typed. */
    public static String code(String key) {
        return code(key, 0);
    }

    /** The code some steps of thirty seconds later or, below zero, earlier. */
    public static String code(String key, int later) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(key.replaceAll("\\s", "")), "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30 + later;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int from = hash[19] & 15;
            long number = ByteBuffer.wrap(hash).getInt(from) & 0x7fffffffL;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String key) {
        byte[] bytes = new byte[key.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char letter : key.toCharArray()) {
            held = held << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
