package vn.diemcau.attendance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of this installation, in files that only its owner reads: a pair for badges, another for packs, and a secret from which the
 * rooms' codes and the slips' seals are derived. Public keys have an id; rotation adds files, it replaces none.
 */
final class Keys {
    static final int KEY_ID = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair badge;
    private final KeyPair pack;
    private final byte[] secret;

    private Keys(KeyPair badge, KeyPair pack, byte[] secret) {
        this.badge = badge;
        this.pack = pack;
        this.secret = secret;
    }

    /** Reads the keys, or makes them on the first start. Blocks; call it before serving. */
    static Keys open(Path directory) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        if (posix) {
            Files.setPosixFilePermissions(
                    directory,
                    Set.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));
        }
        Path secretFile = directory.resolve("secret-1.key");
        if (!Files.exists(secretFile)) {
            byte[] fresh = new byte[32];
            RANDOM.nextBytes(fresh);
            write(secretFile, fresh, posix);
        }
        return new Keys(
                pair(directory.resolve("badge-1.key"), posix),
                pair(directory.resolve("pack-1.key"), posix),
                Files.readAllBytes(secretFile));
    }

    private static KeyPair pair(Path file, boolean posix) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            String text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                    + "\n"
                    + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
                    + "\n";
            write(file, text.getBytes(StandardCharsets.US_ASCII), posix);
        }
        String[] lines = Files.readString(file).split("\n");
        KeyFactory factory = KeyFactory.getInstance("EC");
        PrivateKey secret = factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0])));
        PublicKey open = factory.generatePublic(
                new X509EncodedKeySpec(Base64.getDecoder().decode(lines[1])));
        return new KeyPair(open, secret);
    }

    /** Never readable by others, not even while it is written; whole or not there. */
    private static void write(Path file, byte[] bytes, boolean posix) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        if (posix) {
            Files.setPosixFilePermissions(
                    fresh, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
        try (var channel = java.nio.channels.FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    byte[] signBadge(byte[] message) {
        return sign(badge.getPrivate(), message);
    }

    boolean isBadge(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(badge.getPublic());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException failure) {
            return false;
        }
    }

    byte[] signPack(byte[] message) {
        return sign(pack.getPrivate(), message);
    }

    private static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Map<String, Object> badgeJwk() {
        return jwk((ECPublicKey) badge.getPublic(), "badge");
    }

    Map<String, Object> packJwk() {
        return jwk((ECPublicKey) pack.getPublic(), "pack");
    }

    private static Map<String, Object> jwk(ECPublicKey key, String purpose) {
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "kid",
                String.valueOf(KEY_ID),
                "use",
                purpose,
                "x",
                coordinate(key.getW().getAffineX()),
                "y",
                coordinate(key.getW().getAffineY()));
    }

    private static String coordinate(java.math.BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    /** A key or code derived from the secret for one purpose and name. */
    byte[] derived(String purpose, String name) {
        return hmac(secret, (purpose + "\0" + name).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] seal(String purpose, String text) {
        byte[] nonce = random(12);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(12 + sealed.length).put(nonce).put(sealed).array();
    }

    String unseal(String purpose, byte[] sealed) {
        return new String(
                crypt(
                        Cipher.DECRYPT_MODE,
                        purpose,
                        Arrays.copyOf(sealed, 12),
                        Arrays.copyOfRange(sealed, 12, sealed.length)),
                StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derived("seal", purpose), "AES"), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
