package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingServerTest {
    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "127.0.0.1, true",
        "127.10.0.255, true",
        "127.evil.vn, false",
        "127.0.0.1.evil.vn, false",
        "meet.vn, false"
    })
    void onlyThisMachineItselfIsSpokenToInClear(String host, boolean clear) {
        var observed = new MeetingServer.Observed("xa", host, 5222, "auth.meet.vn", "u", "p", "conference.meet.vn", 60);
        assertThat(observed.withinThisMachine()).isEqualTo(clear);
    }
}
