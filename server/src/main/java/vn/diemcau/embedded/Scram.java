package vn.diemcau.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The secret of this start, and SCRAM-SHA-256 (RFC 5802, RFC 7677) to prove that a client knows it. */
final class Scram {

    static final String USER = "diemcau";
    private static final int ITERATIONS = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String secret;
    private final byte[] salt = new byte[16];
    private final byte[] storedKey;
    private final byte[] serverKey;

    Scram() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        RANDOM.nextBytes(salt);
        this.secret = HexFormat.of().formatHex(bytes);
        try {
            var spec = new PBEKeySpec(secret.toCharArray(), salt, ITERATIONS, 256);
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            this.storedKey = sha256(hmac(salted, "Client Key"));
            this.serverKey = hmac(salted, "Server Key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SCRAM-SHA-256", e);
        }
    }

    String secret() {
        return secret;
    }

    /** One conversation; a wrong proof ends it. */
    final class Conversation {
        private String clientFirst = "";
        private String serverFirst = "";
        private String nonce = "";
        private boolean proven;

        byte[] start(byte[] payload) {
            String message = new String(payload, StandardCharsets.UTF_8);
            if (!message.startsWith("n,,")) {
                throw failed();
            }
            clientFirst = message.substring(3);
            Map<String, String> fields = fields(clientFirst);
            if (!USER.equals(fields.get("n")) || fields.get("r") == null) {
                throw failed();
            }
            byte[] own = new byte[18];
            RANDOM.nextBytes(own);
            nonce = fields.get("r") + Base64.getEncoder().encodeToString(own);
            serverFirst = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(salt) + ",i=" + ITERATIONS;
            return serverFirst.getBytes(StandardCharsets.UTF_8);
        }

        byte[] prove(byte[] payload) {
            String message = new String(payload, StandardCharsets.UTF_8);
            Map<String, String> fields = fields(message);
            String proof = fields.get("p");
            if (proof == null || nonce.isEmpty() || !nonce.equals(fields.get("r"))) {
                throw failed();
            }
            String withoutProof = message.substring(0, message.lastIndexOf(",p="));
            String auth = clientFirst + "," + serverFirst + "," + withoutProof;
            try {
                byte[] signature = hmac(storedKey, auth);
                byte[] key = Base64.getDecoder().decode(proof);
                if (key.length != signature.length) {
                    throw failed();
                }
                for (int i = 0; i < key.length; i++) {
                    key[i] ^= signature[i];
                }
                if (!MessageDigest.isEqual(sha256(key), storedKey)) {
                    throw failed();
                }
                proven = true;
                return ("v=" + Base64.getEncoder().encodeToString(hmac(serverKey, auth)))
                        .getBytes(StandardCharsets.UTF_8);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw failed();
            }
        }

        boolean isProven() {
            return proven;
        }
    }

    private static MongoServerError failed() {
        return new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
    }

    private static Map<String, String> fields(@Nullable String message) {
        var fields = new HashMap<String, String>();
        for (String part : String.valueOf(message).split(",", -1)) {
            if (part.length() > 2 && part.charAt(1) == '=') {
                fields.put(part.substring(0, 1), part.substring(2));
            }
        }
        return fields;
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
