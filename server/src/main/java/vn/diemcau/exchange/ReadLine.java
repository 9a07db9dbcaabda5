package vn.diemcau.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.PresenceMode;
import vn.diemcau.attendance.Standing;
import vn.diemcau.exchange.SheetLine.Fault;
import vn.diemcau.people.Names;
import vn.diemcau.people.SheetRow;

/** Reads rows of a file in the handbook's columns, as it goes out from here or comes back retyped by a spreadsheet. */
final class ReadLine {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4})(?:\\s.*)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:[.,]\\d+)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:hg](\\d{2})(?::\\d{2})?");
    private static final Pattern SHARE = Pattern.compile("0[.,]\\d+");
    private static final Pattern CARD_TAIL = Pattern.compile("[.,]0+$");
    private static final Pattern CARD = Pattern.compile("\\d{5,12}");

    /** The columns that are read. */
    private enum Column {
        NAME("ho va ten", "ho ten", "ho va ten dang vien"),
        BIRTH("sinh ngay", "ngay sinh", "nam sinh", "ngay thang nam sinh"),
        CARD("so the dang", "so the dang vien", "so the"),
        UNIT("to chuc dang dang sinh hoat", "chi bo", "don vi", "to chuc dang"),
        DAY("ngay", "ngay sinh hoat", "ngay hop"),
        MODE("hinh thuc", "hinh thuc tham du"),
        STANDING("trang thai tham du", "trang thai", "diem danh", "tinh trang tham du"),
        REASON("ly do", "ly do vang"),
        ARRIVED("gio vao", "thoi gian vao"),
        LEFT("gio ra", "thoi gian ra");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    private final Map<Column, Integer> places;

    private ReadLine(Map<Column, Integer> places) {
        this.places = places;
    }

    /** A reader for the rows below, if this row is the heading: a name, a standing and a card or a birth date. */
    static Optional<ReadLine> heading(SheetRow row) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int at = 0; at < row.cells().size(); at++) {
            String folded = String.join(" ", Names.words(row.cell(at)));
            for (Column column : Column.values()) {
                if (column.names.contains(folded)) places.putIfAbsent(column, at);
            }
        }
        boolean known = places.containsKey(Column.NAME)
                && places.containsKey(Column.STANDING)
                && (places.containsKey(Column.CARD) || places.containsKey(Column.BIRTH));
        return known ? Optional.of(new ReadLine(places)) : Optional.empty();
    }

    private String text(SheetRow row, Column column) {
        Integer at = places.get(column);
        return at == null ? "" : Names.tidy(row.cell(at));
    }

    SheetLine read(SheetRow row) {
        String name = text(row, Column.NAME);
        String card = text(row, Column.CARD);
        String said = text(row, Column.STANDING);
        Optional<Standing> standing = standing(said);
        String day = text(row, Column.DAY);
        Optional<LocalDate> date = day(day);
        String in = text(row, Column.ARRIVED);
        String out = text(row, Column.LEFT);
        Optional<LocalTime> arrived = time(in);
        Optional<LocalTime> left = time(out);
        SheetLine line = new SheetLine(
                row.number(),
                name,
                card(card),
                text(row, Column.BIRTH),
                text(row, Column.UNIT),
                date.orElse(null),
                standing.orElse(null),
                mode(text(row, Column.MODE)),
                arrived.orElse(null),
                left.orElse(null),
                text(row, Column.REASON),
                null,
                "");
        if (name.isEmpty()) return line.refused(Fault.NAME_MISSING, "");
        if (!blank(card) && line.card() == null) return line.refused(Fault.CARD_UNREADABLE, card);
        if (standing.isEmpty() && !nothing(said)) return line.refused(Fault.STATUS_UNKNOWN, said);
        if (!blank(day) && date.isEmpty()) return line.refused(Fault.DATE_UNREADABLE, day);
        if (!blank(in) && arrived.isEmpty()) return line.refused(Fault.TIME_UNREADABLE, in);
        if (!blank(out) && left.isEmpty()) return line.refused(Fault.TIME_UNREADABLE, out);
        return line;
    }

    private static boolean blank(String text) {
        return text.isEmpty() || text.equals("-");
    }

    private static @Nullable String card(String typed) {
        if (blank(typed)) return null;
        String digits = CARD_TAIL.matcher(typed).replaceFirst("").replaceAll("[ .]", "");
        return CARD.matcher(digits).matches() ? "0".repeat(12 - digits.length()) + digits : null;
    }

    /** Words that say nothing of whether somebody came: not known yet, or freed from coming. */
    private static boolean nothing(String said) {
        return switch (first(said)) {
            case "", "chua xac dinh", "duoc mien", "mien sinh hoat", "dinh chi", "nhiem vu dac biet", "khach moi" ->
                true;
            case "duoc moi" -> true;
            default -> false;
        };
    }

    private static String first(String said) {
        return String.join(" ", Names.words(said.split(",", 2)[0]));
    }

    private static Optional<Standing> standing(String said) {
        if (nothing(said)) {
            String rest = said.contains(",") ? said.substring(said.indexOf(',') + 1) : "";
            return rest.isEmpty() ? Optional.empty() : standing(rest).filter(Standing.PRESENT::equals);
        }
        return switch (first(said)) {
            case "co mat", "tham du", "co tham du", "x" -> Optional.of(Standing.PRESENT);
            case "du thay" -> Optional.of(Standing.SUBSTITUTED);
            case "vang co ly do", "vang co phep", "co ly do", "co phep" -> Optional.of(Standing.EXCUSED);
            case "vang khong ly do", "vang khong phep", "khong ly do", "khong phep" -> Optional.of(Standing.UNEXCUSED);
            default -> Optional.empty();
        };
    }

    private static @Nullable PresenceMode mode(String said) {
        return switch (String.join(" ", Names.words(said))) {
            case "truc tiep" -> PresenceMode.MAIN_HALL;
            case "thanh phan", "diem cau thanh phan" -> PresenceMode.LINKED;
            case "truyen hinh", "qua truyen hinh" -> PresenceMode.BROADCAST;
            case "truc tuyen", "truc tuyen ca nhan" -> PresenceMode.REMOTE;
            default -> null;
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            Matcher day = DAY_FIRST.matcher(typed);
            if (day.matches()) return Optional.of(date(day.group(3), day.group(2), day.group(1)));
            Matcher year = YEAR_FIRST.matcher(typed);
            if (year.matches()) return Optional.of(date(year.group(1), year.group(2), year.group(3)));
            if (!SERIAL.matcher(typed).matches()) return Optional.empty();
            return Optional.of(DAY_ZERO.plusDays(Long.parseLong(typed.substring(0, 5))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            Matcher clock = TIME.matcher(typed);
            if (clock.matches()) {
                return Optional.of(LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))));
            }
            if (!SHARE.matcher(typed).matches()) return Optional.empty();
            long minutes = Math.round(new BigDecimal(typed.replace(',', '.')).doubleValue() * 24 * 60);
            return Optional.of(LocalTime.of((int) (minutes / 60 % 24), (int) (minutes % 60)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
