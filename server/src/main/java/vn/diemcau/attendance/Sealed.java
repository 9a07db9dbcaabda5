package vn.diemcau.attendance;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries as a device signed them: the very text of each, and a head that says whose and where they are. Each line names the number
 * and the hash of the one before it, so that a lost or changed one shows.
 *
 * @param head the text that was signed before the lines
 * @param first the number of the first line, 0 when there is none
 * @param linked whether each line follows from the one before it
 * @param previous the hash that the first line says came before it
 */
record Sealed(
        String head,
        List<String> lines,
        byte[] signature,
        String device,
        String session,
        String site,
        long first,
        boolean linked,
        @Nullable String previous) {
    private static final String PURPOSE = "diemcau-entries\0";

    /** What a seal proves. */
    enum Verdict {
        /** The device's own hand, and nothing is missing before it. */
        GOOD,
        /** The device's own hand; entries before it never arrived. */
        GAP,
        /** Not signed by that device, or for another site: nothing of it is taken. */
        FORGED,
        /** By a device that was revoked: kept for somebody to look at. */
        REVOKED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean held() {
            return this == FORGED || this == REVOKED;
        }
    }

    /** @param at the device named in the head, or null when there is none such */
    Verdict judged(@Nullable SiteDevice at, String atSession, String atSite) {
        if (at == null || !at.isAt(atSession, atSite) || !session.equals(atSession) || !site.equals(atSite)) {
            return Verdict.FORGED;
        }
        Map<String, Object> key = at.publicKey();
        if (key == null || !signedBy(key)) return Verdict.FORGED;
        if (at.revokedAt() != null) return Verdict.REVOKED;
        boolean follows = first <= at.lastN() || (first == at.lastN() + 1 && same(previous, at.lastHash()));
        return linked && follows ? Verdict.GOOD : Verdict.GAP;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null || one.isEmpty() ? other == null : one.equals(other);
    }

    private boolean signedBy(Map<String, Object> jwk) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key(jwk));
            verifier.update((PURPOSE + head + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static PublicKey key(Map<String, Object> jwk) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(coordinate(jwk.get("x")), coordinate(jwk.get("y")));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger coordinate(@Nullable Object base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(String.valueOf(base64)));
    }

    /** The hash by which the next line names this one. */
    static String hash(String line) {
        return HexFormat.of().formatHex(digest(line.getBytes(StandardCharsets.UTF_8)));
    }

    String fingerprint() {
        return HexFormat.of().formatHex(digest(signature), 0, 12);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
