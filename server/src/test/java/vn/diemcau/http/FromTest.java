package vn.diemcau.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FromTest {
    private static final Set<String> PROXIES = Set.of("10.0.0.2", "10.0.0.3");

    @Test
    void theLastAddressThatIsNoProxysCountsAndWhatStandsBeforeItDoesNot() {
        assertThat(From.said("1.2.3.4, 203.0.113.9, 10.0.0.3", PROXIES)).isEqualTo("203.0.113.9");
        assertThat(From.said("203.0.113.9", PROXIES)).isEqualTo("203.0.113.9");
    }

    @Test
    void whatIsMissingOrTooLongSaysNothing() {
        assertThat(From.said(null, PROXIES)).isEmpty();
        assertThat(From.said("10.0.0.2", PROXIES)).isEmpty();
        assertThat(From.said("9".repeat(200), PROXIES)).isEmpty();
    }
}
