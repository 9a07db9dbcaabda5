package vn.diemcau.attendance;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A device's key, and what it signs with it: the test's own writing of the wire format. */
final class Hand {
    private final KeyPair pair;
    private final String device;
    private long n;
    private String last = "";

    Hand(String device) throws GeneralSecurityException {
        this.device = device;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    Map<String, Object> publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                text(key.getW().getAffineX()),
                "y",
                text(key.getW().getAffineY()));
    }

    private static String text(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    /** The next line of this device's chain. */
    String line(JsonObject entry) {
        String line = entry.copy().put("n", ++n).put("previous", last).encode();
        last = Sealed.hash(line);
        return line;
    }

    /** Lines that were made and lost. */
    void lose(JsonObject entry) {
        line(entry);
    }

    JsonObject seal(String session, String site, List<String> lines) {
        return seal(
                new JsonObject()
                        .put("device", device)
                        .put("session", session)
                        .put("site", site)
                        .put("sentAt", Instant.now().toString()),
                lines);
    }

    JsonObject seal(JsonObject head, List<String> lines) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate());
            List<String> all = new ArrayList<>(List.of(head.encode()));
            all.addAll(lines);
            signer.update(("diemcau-entries\0" + String.join("\n", all)).getBytes(StandardCharsets.UTF_8));
            JsonObject sealed = new JsonObject()
                    .put("head", head.encode())
                    .put("lines", new JsonArray(new ArrayList<>(lines)))
                    .put("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign()));
            return new JsonObject().put("sealed", sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
