package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of the values in RFC 6238, appendix B, for HMAC-SHA-1. */
    @Test
    void theCodesAreThoseOfTheStandard() {
        Map.of(
                        59L, "287082",
                        1_111_111_109L, "081804",
                        1_111_111_111L, "050471",
                        1_234_567_890L, "005924",
                        2_000_000_000L, "279037",
                        20_000_000_000L, "353130")
                .forEach((second, code) -> assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second))))
                        .isEqualTo(code));
    }

    @Test
    void aCodeHoldsForItsStepAndTheNeighboursOfIt() {
        Instant at = Instant.ofEpochSecond(1_111_111_111L);
        assertThat(Totp.fits(SECRET, "050471", at)).isEqualTo(OptionalLong.of(37_037_037L));
        assertThat(Totp.fits(SECRET, "050471", at.plusSeconds(30))).isPresent();
        assertThat(Totp.fits(SECRET, "050471", at.minusSeconds(30))).isPresent();
        assertThat(Totp.fits(SECRET, "050471", at.plusSeconds(60))).isEmpty();
        assertThat(Totp.fits(SECRET, "50471", at)).isEmpty();
    }

    /** The values of RFC 4648, section 10, without their padding. */
    @Test
    void secretsAreWrittenAsTheStandardWritesThem() {
        assertThat(Totp.base32("f".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MY");
        assertThat(Totp.base32("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    }
}
