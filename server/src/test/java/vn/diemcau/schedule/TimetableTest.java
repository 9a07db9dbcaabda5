package vn.diemcau.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    private static final LocalDate NEAR = LocalDate.of(2026, 11, 22);
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07/12/2026",
                "7/12/2026",
                "7-12-2026",
                "7.12.2026",
                "7/12/26",
                "7/12",
                "2026-12-07",
                "Thứ Hai, 07/12/2026",
                "Thứ 2 (7/12)",
                "ngày 7 tháng 12 năm 2026",
                "Ngày 07 tháng 12, năm 2026",
                "46363",
                "46363.0"
            })
    void aDateIsReadInEverySpelling(String text) {
        assertThat(VietnameseTime.date(text, NEAR)).contains(MONDAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "", "Chuyên đề 3", "7h30", "12345678", "00/13"})
    void whatIsNoDateIsNone(String text) {
        assertThat(VietnameseTime.date(text, NEAR)).isEmpty();
    }

    @Test
    void aDateWithoutYearTakesTheNearestYear() {
        assertThat(VietnameseTime.date("5/1", NEAR)).contains(LocalDate.of(2027, 1, 5));
        assertThat(VietnameseTime.date("30/9", NEAR)).contains(LocalDate.of(2026, 9, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "7h30,07:30",
        "7g30,07:30",
        "07:30,07:30",
        "7 giờ 30,07:30",
        "7 giờ 30 phút,07:30",
        "7h,07:00",
        "07:30:00,07:30",
        "0.3125,07:30"
    })
    void aTimeIsReadInEverySpelling(String text, String expected) {
        assertThat(VietnameseTime.times(text)).containsExactly(LocalTime.parse(expected));
    }

    @Test
    void aSpanGivesBothTimes() {
        assertThat(VietnameseTime.times("7h30 – 11h00")).containsExactly(LocalTime.of(7, 30), LocalTime.of(11, 0));
        assertThat(VietnameseTime.times("Từ 13:30 đến 17:00"))
                .containsExactly(LocalTime.of(13, 30), LocalTime.of(17, 0));
    }

    @Test
    void theDayOfTheWeekIsReadAsSaid() {
        assertThat(VietnameseTime.weekday("Thứ Tư, 9/12")).contains(DayOfWeek.WEDNESDAY);
        assertThat(VietnameseTime.weekday("Chủ nhật")).contains(DayOfWeek.SUNDAY);
        assertThat(VietnameseTime.weekday("T7")).contains(DayOfWeek.SATURDAY);
        assertThat(VietnameseTime.weekday("Tài liệu")).isEqualTo(Optional.empty());
    }

    @Test
    void aTableWithHeadingIsReadByItsColumns() {
        List<Timetable.Entry> read = read("""
                STT\tNgày\tBuổi\tNội dung\tGiảng viên\tSố tiết
                1\tThứ Hai, 07/12/2026\tSáng\tHọc thuyết Mác - Lênin\tNguyễn Văn An\t4
                2\t\tChiều\tTư tưởng Hồ Chí Minh\tTrần Thị Bình\t4 tiết
                3\t08/12\t7h00 - 11h30\tĐường lối\tLê Văn Cường\t1-5
                """);
        assertThat(read).hasSize(3).allSatisfy(entry -> assertThat(entry.faults())
                .isEmpty());
        assertThat(read.get(0))
                .isEqualTo(new Timetable.Entry(
                        2, Block.MORNING.on(MONDAY), "Học thuyết Mác - Lênin", "Nguyễn Văn An", List.of()));
        assertThat(read.get(1).slot()).isEqualTo(Block.AFTERNOON.on(MONDAY));
        assertThat(read.get(2).slot())
                .isEqualTo(new Slot(Instant.parse("2026-12-08T00:00:00Z"), Instant.parse("2026-12-08T04:30:00Z"), 5));
    }

    @Test
    void aTableWithoutHeadingIsReadByItsLook() {
        List<Timetable.Entry> read =
                read("07/12/2026\t7h30-11h00\tKhai giảng\tBan Tổ chức\n07/12/2026\tChiều\tChuyên đề 2\tÔng Ba\t3");
        assertThat(read).extracting(Timetable.Entry::topic).containsExactly("Khai giảng", "Chuyên đề 2");
        assertThat(read).extracting(Timetable.Entry::lecturer).containsExactly("Ban Tổ chức", "Ông Ba");
        assertThat(read.get(1).slot()).isEqualTo(new Block(LocalTime.of(13, 30), LocalTime.of(17, 0), 3).on(MONDAY));
    }

    @Test
    void linesWithBarsOrSemicolonsAreTablesToo() {
        assertThat(read("7/12/2026 | 7h30-11h | Chuyên đề 1").get(0).slot())
                .isEqualTo(new Block(LocalTime.of(7, 30), LocalTime.of(11, 0), 4).on(MONDAY));
        assertThat(read("7/12/2026; sáng; Chuyên đề 1").get(0).topic()).isEqualTo("Chuyên đề 1");
    }

    @Test
    void periodsGiveTheEndThatIsMissing() {
        assertThat(read("Ngày\tTừ\tNội dung\tSố tiết\n7/12/2026\t7h30\tChuyên đề\t4")
                        .get(0)
                        .slot())
                .isEqualTo(new Block(LocalTime.of(7, 30), LocalTime.of(10, 30), 4).on(MONDAY));
    }

    @Test
    void faultsNameTheRowAndTheField() {
        List<Timetable.Entry> read = read("""
                Ngày\tTừ\tĐến\tNội dung
                32/12/2026\t7h30\t11h\tA
                Thứ Ba, 7/12/2026\t7h30\t11h\tB
                7/12/2026\t11h\t7h30\tC
                7/12/2026\tsớm\t\tD
                7/12/2026\t7h30\t\tE
                """);
        assertThat(read).extracting(Timetable.Entry::line).containsExactly(2, 3, 4, 5, 6);
        assertThat(read.get(0).faults()).containsExactly(Fault.blocking("date", "date_unreadable"));
        assertThat(read.get(1).faults()).containsExactly(Fault.doubtful("date", "weekday_differs"));
        assertThat(read.get(1).slot()).isNotNull();
        assertThat(read.get(2).faults()).containsExactly(Fault.blocking("to", "ends_before_start"));
        assertThat(read.get(3).faults()).containsExactly(Fault.blocking("from", "time_unreadable"));
        assertThat(read.get(4).faults()).containsExactly(Fault.blocking("to", "end_missing"));
    }

    @Test
    void aQuotedCellMayHoldLineEnds() {
        List<TableRow> rows = PastedTable.rows("a\t\"hai\ndòng \"\"x\"\"\"\tc\nd\te\tf");
        assertThat(rows)
                .containsExactly(
                        new TableRow(1, List.of("a", "hai dòng \"x\"", "c")), new TableRow(3, List.of("d", "e", "f")));
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 5, max = 20) int hour,
            @ForAll @IntRange(max = 59) int minute) {
        LocalTime from = LocalTime.of(hour, minute);
        String row = String.format(
                Locale.ROOT,
                "%02d/%02d/%d\t%dh%02d - %dh%02d\tChuyên đề",
                day.getDayOfMonth(),
                day.getMonthValue(),
                day.getYear(),
                hour,
                minute,
                hour + 2,
                minute);
        Timetable.Entry entry = read(row).get(0);
        assertThat(entry.faults()).isEmpty();
        assertThat(entry.slot()).isEqualTo(new Block(from, from.plusHours(2), 2).on(day));
    }

    @Property(tries = 500)
    void noTextBreaksTheReading(@ForAll String text) {
        assertThat(new Timetable(NEAR).read(PastedTable.rows(text)))
                .allSatisfy(entry -> assertThat(entry.slot() == null)
                        .isEqualTo(entry.faults().stream().anyMatch(Fault::blocking)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 3_000).map(days -> LocalDate.of(2024, 1, 1)
                .plusDays(days));
    }

    private static List<Timetable.Entry> read(String text) {
        return new Timetable(NEAR).read(PastedTable.rows(text));
    }
}
