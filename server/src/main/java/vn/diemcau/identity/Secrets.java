package vn.diemcau.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random tokens and codes, and the keyed hashes under which they are stored, so that a copy of the store signs nobody in. */
final class Secrets {
    /** Without the letters and digits that people confuse: 0 O 1 I L U. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    private Secrets(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Reads the installation's key, or makes it (mode 600) when there is none. */
    static Secrets at(Path directory) throws IOException {
        Path file = directory.resolve("identity.key");
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            Path draft = Files.createTempFile(
                    directory,
                    "identity",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, fresh, StandardOpenOption.SYNC);
            Files.move(draft, file);
        }
        byte[] read = Files.readAllBytes(file);
        if (read.length != KEY_BYTES) {
            throw new IOException(
                    file + " is not a key of this installation (" + read.length + " bytes); restore it from a backup");
        }
        return new Secrets(read);
    }

    /** 256 random bits as text fit for a cookie. */
    String token() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A code of random letters to be typed by people. */
    String code(int length) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return code.toString();
    }

    /** How a typed code is read: without spaces and dashes, capitals, look-alikes mended. */
    static String tidy(String typed) {
        return typed.replaceAll("[\\s-]", "")
                .toUpperCase(java.util.Locale.ROOT)
                .replace('O', 'Q')
                .replace('0', 'Q')
                .replace('1', 'J')
                .replace('I', 'J')
                .replace('L', 'J')
                .replace('U', 'V');
    }

    /** The name under which a secret is stored. */
    String sealed(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
