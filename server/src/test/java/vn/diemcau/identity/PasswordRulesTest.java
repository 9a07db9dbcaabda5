package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
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
        "12345678abcd, 8, password_guessed"
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
}
