package vn.diemcau.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Random tokens and codes, and the keyed hashes under which they are stored, so that a copy of the store signs nobody in. */
final class Secrets {
    /** Without the letters and digits that people confuse: 0 O 1 I L U. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    /** One a thread: finding and keying it costs more than a hash, and every request needs one. */
    private final ThreadLocal<Mac> mac;

    private Secrets(byte[] key) {
        SecretKeySpec spec = new SecretKeySpec(key, "HmacSHA256");
        mac = ThreadLocal.withInitial(() -> keyed(spec));
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(KEY_BYTES));
    }

    /** Random bytes. */
    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A secret that must be read again, under AES-GCM with a key of its own, so that a copy of the store tells nothing. */
    String locked(byte[] secret) {
        byte[] nonce = bytes(NONCE_BYTES);
        byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, secret);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + locked.length)
                        .put(nonce)
                        .put(locked)
                        .array());
    }

    byte[] unlocked(String text) {
        byte[] all = Base64.getDecoder().decode(text);
        return cipher(
                Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), Arrays.copyOfRange(all, NONCE_BYTES, all.length));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] derived = mac().doFinal("secrets that are read again".getBytes(StandardCharsets.UTF_8));
            cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a secret in the store is not of this installation's key", failure);
        }
    }

    /** A code of random letters to be typed by people. */
    String code(int length) {
        return code(random, length);
    }

    /** The same where the installation's key is not at hand. */
    static String code(SecureRandom random, int length) {
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
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac().doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        return mac.get();
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
