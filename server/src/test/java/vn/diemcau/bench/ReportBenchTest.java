package vn.diemcau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The measurement of accounts in small: what is served is what an aggregation over attendance says. */
class ReportBenchTest {
    @Test
    void accountsServedFromSumsAreWhatAttendanceSays() throws Exception {
        ReportBench.Measured measured = ReportBench.measure(true, 5);
        assertThat(measured.faults()).isEmpty();
        assertThat(measured.p99()).isPositive();
        assertThat(measured.growth()).isPositive();
    }
}
