package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.SignatureException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import org.jitsi.jwt.JitsiToken;
import org.junit.jupiter.api.Test;

class JoinTokensTest {
    private static final String SECRET = "a secret of more than thirty-two characters";
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private final JoinTokens tokens = new JoinTokens("diemcau", SigningKey.shared(SECRET));
    private final JoinTokens.Guest guest = new JoinTokens.Guest("p-1", "Đặng Thị Hường", false, false);

    @Test
    void jitsisOwnReaderUnderstandsTheToken() throws Exception {
        JitsiToken read = JitsiToken.Companion.parseWithoutValidation(tokens.mint("Room-X", guest, NOW));
        assertThat(read.getRoom()).isEqualTo("room-x");
        assertThat(read.getIss()).isEqualTo("diemcau");
        assertThat(read.getContext().getUser().getId()).isEqualTo("p-1");
        assertThat(read.getContext().getUser().getName()).isEqualTo("Đặng Thị Hường");
        assertThat(read.getExp()).isEqualTo(NOW.plusSeconds(600).getEpochSecond());
    }

    @Test
    void participantsSeeAnIdAndANameAndNothingElse() {
        String payload = new String(
                Base64.getUrlDecoder().decode(tokens.mint("x", guest, NOW).split("\\.")[1]), StandardCharsets.UTF_8);
        JsonObject user = new JsonObject(payload).getJsonObject("context").getJsonObject("user");
        assertThat(user.fieldNames()).isEqualTo(Set.of("id", "name", "moderator"));
        assertThat(new JsonObject(payload).getValue("aud")).isEqualTo("diemcau");
    }

    @Test
    void anotherSecretDoesNotVerifyAndTenMinutesLaterItIsTooOld() {
        String token = tokens.mint("x", guest, NOW);
        assertThatThrownBy(() -> verify(token, "b secret of more than thirty-two characters", NOW))
                .isInstanceOf(SignatureException.class);
        assertThatThrownBy(() -> verify(token, SECRET, NOW.plusSeconds(601))).isInstanceOf(ExpiredJwtException.class);
        verify(token, SECRET, NOW.plusSeconds(599));
    }

    @Test
    void aPrivateKeySignsWhatItsPublicHalfVerifiesAndTheHeaderNamesIt() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        String token = new JoinTokens("diemcau", SigningKey.rsa(pem, "k1")).mint("x", guest, NOW);
        assertThat(Jwts.parser()
                        .clock(() -> Date.from(NOW))
                        .verifyWith(pair.getPublic())
                        .build()
                        .parseSignedClaims(token)
                        .getHeader())
                .containsEntry("kid", "k1")
                .containsEntry("alg", "RS256");
        assertThatThrownBy(() -> SigningKey.rsa("no key", null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void verify(String token, String secret, Instant now) {
        Jwts.parser()
                .clock(() -> Date.from(now))
                .verifyWith(Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8)))
                .build()
                .parseSignedClaims(token);
    }
}
