package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rush at one door is read in one go; a few people are not. */
class ReadAheadTest {
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
        stage.hold("hall", 20).settled();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    private static List<String> expected() {
        List<String> ids = new ArrayList<>();
        Stage.await(stage.attendance.inGroup("hall|site:a", 100)).forEach(row -> ids.add(row.id()));
        assertThat(ids).hasSizeGreaterThanOrEqualTo(20);
        return ids;
    }

    @Test
    void aRushReadsEverybodyWhoIsExpectedAndOnlyOnce() {
        RecentRows rows = new RecentRows(stage.attendance);
        ReadAhead ahead = new ReadAhead(stage.attendance, rows);
        List<String> expected = expected();
        assertThat(rows.unknown(expected)).isEqualTo(expected.size());
        assertThat(Stage.await(ahead.unknown("hall|site:a", 16))).isEqualTo(expected.size());
        assertThat(rows.unknown(expected)).isZero();
        assertThat(Stage.await(ahead.unknown("hall|site:a", 16))).isZero();
    }

    @Test
    void aFewPeopleAreNoRush() {
        RecentRows rows = new RecentRows(stage.attendance);
        ReadAhead ahead = new ReadAhead(stage.attendance, rows);
        List<String> expected = expected();
        assertThat(Stage.await(ahead.unknown("hall|site:a", 5))).isZero();
        assertThat(Stage.await(ahead.unknown("hall|site:b", 12))).isZero();
        assertThat(rows.unknown(expected)).isEqualTo(expected.size());
    }
}
