package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.diemcau.problem.Problem;

class PasswordRulesTest {
    private static final List<String> ABOUT = List.of("vanphong.xa", "Văn phòng xã");

    @ParameterizedTest
    @CsvSource({
        "mười ba chữ, 14, password_short",
        "bảy chữ, 8, password_short",
        "aaaaaaaaaaaaaab, 14, password_simple",
        "matkhau12, 8, password_guessed",
        "Vanphong.Xa-2026, 14, password_guessed",
        "12345678abcd, 8, password_guessed",
        "Mật khẩu mới 12, 8, password_guessed",
        "Độc lập Tự do Hạnh phúc, 14, password_guessed",
        "chibo-thainguyen, 14, password_guessed",
        "Sunshine2024!, 8, password_guessed"
    })
    void whatEverybodyWouldTryFirstIsRefused(String password, int least, String code) {
        Problem problem = catchThrowableOfType(Problem.class, () -> PasswordRules.check(password, least, ABOUT));
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void aSentenceIsGoodAndSoAreEightCharactersBesideASecondFactor() {
        PasswordRules.check("trâu nhà ai gặm cỏ bờ đê", PasswordRules.ALONE, ABOUT);
        PasswordRules.check("bờ-đê-72", PasswordRules.BESIDE_FACTOR, ABOUT);
    }

    @Test
    void aPasswordOfManyScreensIsRefused() {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> PasswordRules.check("abcdefgh ".repeat(60), PasswordRules.ALONE, ABOUT));
        assertThat(problem.code()).isEqualTo("password_long");
    }

    /** As many as the standard asks for, of those that length and different characters would let through, and some of them by name. */
    @Test
    void thousandsOfFrequentPasswordsAreRefusedWithoutAskingAnybody() throws Exception {
        List<String> frequent;
        try (InputStream in = PasswordRules.class.getResourceAsStream("/identity/common-passwords.txt")) {
            frequent = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(frequent).hasSizeGreaterThan(3000).contains("sunshine", "trustno1", "1qaz2wsx", "qwertyuiop");
        for (String each : frequent) {
            Problem problem = catchThrowableOfType(
                    Problem.class, () -> PasswordRules.check(each, PasswordRules.BESIDE_FACTOR, List.of()));
            if (each.length() >= PasswordRules.BESIDE_FACTOR)
                assertThat(problem).as(each).isNotNull().satisfies(refused -> assertThat(refused.code())
                        .isEqualTo("password_guessed"));
        }
    }
}
