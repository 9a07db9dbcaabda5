package vn.diemcau.meeting;

import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What join tokens are signed with: a secret shared with Prosody (HS256), or a private key whose public half Prosody has (RS256).
 *
 * @param id names the key in the token's header, or null
 */
public record SigningKey(Key key, @Nullable String id) {
    public static SigningKey shared(String secret) {
        return new SigningKey(Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8)), null);
    }

    /** Fails with IllegalArgumentException unless the text is an unencrypted PKCS #8 key of RSA in PEM. */
    public static SigningKey rsa(String pem, @Nullable String id) {
        String body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            return new SigningKey(
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body))),
                    id);
        } catch (InvalidKeySpecException | NoSuchAlgorithmException unusable) {
            throw new IllegalArgumentException("not a private key of RSA (PKCS #8, PEM)", unusable);
        }
    }
}
