package vn.diemcau.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DataRequestTest {
    private static DataRequest filed(String at) {
        return new DataRequest(
                "1",
                "p",
                "An",
                "/T/",
                DataRequest.Kind.SEE,
                "",
                Instant.parse(at),
                DataRequest.State.FILED,
                null,
                null,
                null);
    }

    @Test
    void theDaysOfTheLawLeaveSaturdaysAndSundaysOut() {
        // a Friday morning in Vietnam
        DataRequest friday = filed("2026-11-20T03:00:00Z");
        assertThat(friday.acknowledgeBy()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(friday.answerBy()).isEqualTo(LocalDate.of(2026, 12, 4));
    }

    @Test
    void theDayIsVietnamsAndNotTheServers() {
        // Thursday evening by Greenwich is Friday in Vietnam
        assertThat(filed("2026-11-19T18:00:00Z").acknowledgeBy()).isEqualTo(LocalDate.of(2026, 11, 24));
    }
}
