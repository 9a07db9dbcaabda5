package vn.diemcau.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.problem.Problem;

class TablesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 7);
    private static final PlaceTable PLACES = new PlaceTable(KeepPlaces.names(Province.TREE.within("T19", DAY)), "T19");

    @TempDir
    Path folder;

    @Test
    void anAgendaIsReadLineByLine() {
        assertThat(AgendaText.read("""
                        7h30: Đón tiếp đại biểu
                        - 8h00 - 8h15: Chào cờ, tuyên bố lý do\tVăn phòng
                        08:15\tQuán triệt Nghị quyết\tBan Tuyên giáo
                        Thảo luận
                        """, DAY))
                .containsExactly(
                        new AgendaItem(Instant.parse("2026-12-07T00:30:00Z"), "Đón tiếp đại biểu", null),
                        new AgendaItem(Instant.parse("2026-12-07T01:00:00Z"), "Chào cờ, tuyên bố lý do", "Văn phòng"),
                        new AgendaItem(
                                Instant.parse("2026-12-07T01:15:00Z"), "Quán triệt Nghị quyết", "Ban Tuyên giáo"),
                        new AgendaItem(null, "Thảo luận", null));
    }

    @Test
    void aDirectoryIsReadByItsHeadingAndRepaired() {
        List<PlaceTable.Entry> read = PLACES.read(PastedTable.rows("""
                DANH SÁCH ĐIỂM CẦU\t\t
                TT\tĐịa điểm\tĐịa chỉ\tSố chỗ\tĐầu mối\tĐiện thoại\tĐơn vị
                1\tHội trường UBND xã\tTổ 3\t120\tNông Văn Tám\t912345678\tXã Ba Bể
                2\tNhà văn hóa\t\t60 chỗ\t\t\tdai tu
                3\tNhà họp\t\t\t\t\tChi bộ Nà Tu
                4\tHội trường UBND xã\t\t\t\t\tT19-2
                5\tTrung tâm\t\t\t\t\t
                """));
        assertThat(read).extracting(PlaceTable.Entry::line).containsExactly(3, 4, 5, 6, 7);
        assertThat(read.get(0).contactPhone()).isEqualTo("0912345678");
        assertThat(read.get(0).faults()).containsExactly(Fault.doubtful("phone", "zero_put_back"));
        assertThat(read.get(0).unit()).isEqualTo("T19-2");
        assertThat(read.get(1).seats()).isEqualTo(60);
        assertThat(read.get(1).unit()).isEqualTo("T19-1");
        assertThat(read.get(2).faults()).containsExactly(Fault.blocking("unit", "unit_ambiguous"));
        assertThat(read.get(3).faults()).containsExactly(Fault.blocking("name", "place_twice"));
        assertThat(read.get(4).unit()).isEqualTo("T19");
    }

    @Test
    void aWorkbookWithRealDatesAndTimesIsATimetable() throws IOException {
        Path file = folder.resolve("lich.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Lịch");
            List<String> heading = List.of("Ngày", "Từ", "Đến", "Nội dung", "Số tiết");
            for (int i = 0; i < heading.size(); i++) sheet.value(0, i, heading.get(i));
            sheet.value(1, 0, LocalDate.of(2026, 12, 7));
            sheet.style(1, 0).format("dd/mm/yyyy").set();
            sheet.value(1, 1, 7.5 / 24);
            sheet.style(1, 1).format("hh:mm").set();
            sheet.value(1, 2, LocalDateTime.of(2026, 12, 7, 11, 0));
            sheet.style(1, 2).format("dd/mm/yyyy hh:mm").set();
            sheet.value(1, 3, "Khai giảng");
            sheet.value(1, 4, 4);
        }
        assertThat(new Timetable(DAY).read(SheetFile.rows(file)))
                .containsExactly(new Timetable.Entry(2, Block.MORNING.on(DAY), "Khai giảng", null, List.of()));
    }

    @Test
    void aFileThatIsNoTableIsRefused() throws IOException {
        Path file = folder.resolve("x.xlsx");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> SheetFile.rows(file))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("file_unreadable"));
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> SheetFile.rows(file))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("file_unreadable"));
    }

    @Test
    void aCalendarIsReadBackAsItWasMeant() {
        Session issued = Sample.session("a", State.ISSUED, 0, 3)
                .withTexts("Chuyên đề 1; phần đầu", "An", 4, Mode.HYBRID, List.of());
        Session cancelled = Sample.session("b", State.CANCELLED, 24, 27).withState(State.CANCELLED, 3);
        String text = CalendarText.of(
                "Lịch của tôi",
                List.of(
                        new CalendarText.Item(issued, Sample.site("s1", null, 0, null), "https://x/lich"),
                        new CalendarText.Item(cancelled, null, null),
                        new CalendarText.Item(Sample.session("c", State.DRAFT, 0, 3), null, null)),
                Instant.parse("2026-11-22T00:00:00Z"));
        List<VEvent> events = Biweekly.parse(text).first().getEvents();
        assertThat(events).hasSize(2);
        assertThat(events.get(0).getUid().getValue()).isEqualTo("a");
        assertThat(events.get(0).getDateStart().getValue().toInstant()).isEqualTo(issued.startsAt());
        assertThat(events.get(0).getSummary().getValue()).isEqualTo("Lớp a: Chuyên đề 1; phần đầu");
        assertThat(events.get(0).getLocation().getValue()).isEqualTo("Điểm s1");
        assertThat(events.get(0).getSequence().getValue()).isEqualTo(0);
        assertThat(events.get(0).getStatus().isConfirmed()).isTrue();
        assertThat(events.get(1).getStatus().isCancelled()).isTrue();
        assertThat(events.get(1).getSequence().getValue()).isEqualTo(3);
        assertThat(text).contains("DTSTART:20261207T003000Z").doesNotContain("TZID");
    }
}
