package vn.diemcau.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.diemcau.paper.Layout;
import vn.diemcau.paper.Letterhead;
import vn.diemcau.schedule.AgendaItem;
import vn.diemcau.schedule.Mode;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

class SummonsTextTest {
    private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");

    private static SummonsText text(ProgrammeKind kind, String title, Layout layout, List<AgendaItem> agenda) {
        Instant end = START.plusSeconds(3 * 3600);
        Programme programme = new Programme(
                "p1",
                kind,
                title,
                "T19",
                "/T19/",
                null,
                Mode.IN_ROOM,
                State.ISSUED,
                "default",
                false,
                List.of(),
                START,
                end,
                1,
                START,
                1,
                null);
        Session session = new Session(
                "s1",
                "p1",
                kind,
                title,
                "T19",
                "/T19/",
                1,
                null,
                null,
                0,
                START,
                end,
                Mode.IN_ROOM,
                State.ISSUED,
                "default",
                false,
                0,
                "room",
                agenda,
                List.of(),
                false,
                1);
        Paper paper = Paper.of(Letterhead.of(layout, null, "Tỉnh ủy Thái Nguyên"));
        return SummonsText.of(paper, programme, List.of(session), "Đảng bộ xã Đại Từ", List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONFERENCE       | Hội nghị giao ban quý IV   | Hội nghị giao ban quý IV
            CONFERENCE       | Giao ban quý IV            | hội nghị “Giao ban quý IV”
            RESOLUTION_STUDY | Học tập Nghị quyết số 01   | hội nghị “Học tập Nghị quyết số 01”
            CLASS            | Lớp bồi dưỡng báo cáo viên | Lớp bồi dưỡng báo cáo viên
            CLASS            | Bồi dưỡng báo cáo viên     | lớp “Bồi dưỡng báo cáo viên”
            """)
    void aTitleThatSaysWhatItIsStandsAlone(ProgrammeKind kind, String title, String about) {
        SummonsText text = text(kind, title, Layout.PARTY, List.of());
        assertThat(text.about()).isEqualTo(about);
        assertThat(text.opening()).endsWith("dự " + about + ".");
    }

    @Test
    void theVeryLastLineEndsAsTheLayoutAsks() {
        SummonsText without = text(ProgrammeKind.CLASS, "Lớp", Layout.STATE, List.of());
        SummonsText with = text(
                ProgrammeKind.CLASS,
                "Lớp",
                Layout.STATE,
                List.of(new AgendaItem(START, "Khai mạc", null), new AgendaItem(null, "Thảo luận", "Bà Mai")));
        SummonsText.Point last = without.points().get(without.points().size() - 1);
        assertThat(last.lines().get(last.lines().size() - 1)).endsWith("xác nhận đã nhận./.");
        assertThat(with.agenda()).containsExactly("08:00 Khai mạc", "Thảo luận (Bà Mai)./.");
        assertThat(with.points()).noneMatch(point -> point.lines().toString().contains("./."));
    }
}
