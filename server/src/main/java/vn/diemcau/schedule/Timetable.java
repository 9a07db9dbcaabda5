package vn.diemcau.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a timetable from the rows of a table: with a heading row or without, in the spellings people use. */
final class Timetable {
    /** What a column can hold. */
    enum Column {
        IGNORED,
        DATE,
        PART,
        TIME,
        FROM,
        TO,
        TOPIC,
        LECTURER,
        PERIODS
    }

    /**
     * One row as it was understood; with a blocking fault it is no session yet.
     *
     * @param slot null when the row has a blocking fault
     */
    record Entry(
            int line,
            @Nullable Slot slot,
            @Nullable String topic,
            @Nullable String lecturer,
            List<Fault> faults) {}

    private static final Pattern PERIODS = Pattern.compile("(\\d{1,2})(?:[.,]0+)?(?: ?tiet)?");
    private static final Pattern PERIOD_SPAN = Pattern.compile("(?:tiet )?(\\d{1,2}) ?(?:-|–|—|den) ?(\\d{1,2})");
    private static final int MOST_PERIODS = 16;

    private final LocalDate near;

    /** @param near dates without year are taken near this day */
    Timetable(LocalDate near) {
        this.near = near;
    }

    /** Every row but headings, in the order of the table. A row without a date has the one above it, as merged cells mean it. */
    List<Entry> read(List<TableRow> rows) {
        List<Entry> entries = new ArrayList<>();
        Map<Integer, Column> columns = Map.of();
        LocalDate above = null;
        for (TableRow row : rows) {
            Map<Integer, Column> heading = heading(row);
            if (heading.size() >= 2) {
                columns = heading;
                continue;
            }
            if (row.blank()) continue;
            Map<Column, String> cells = columns.isEmpty() ? byLook(row) : byHeading(row, columns);
            Entry entry = entry(row.line(), cells, above);
            above = dateOf(cells).orElse(above);
            entries.add(entry);
        }
        return entries;
    }

    private Entry entry(int line, Map<Column, String> cells, @Nullable LocalDate above) {
        List<Fault> faults = new ArrayList<>();
        LocalDate date = date(cells, above, faults);
        Block part = part(cells);
        List<LocalTime> times = times(cells);
        LocalTime from = times.size() > 0 ? times.get(0) : part == null ? null : part.from();
        LocalTime to = times.size() > 1 ? times.get(1) : null;
        Integer periods = periods(cells, faults);
        if (to == null && from != null && part != null && times.isEmpty()) to = part.to();
        if (to == null && from != null && periods != null && periods > 0) to = from.plusMinutes(periods * 45L);
        if (from == null)
            faults.add(Fault.blocking("from", timeText(cells).isEmpty() ? "time_missing" : "time_unreadable"));
        else if (to == null) faults.add(Fault.blocking("to", "end_missing"));
        else if (!from.isBefore(to)) faults.add(Fault.blocking("to", "ends_before_start"));
        String topic = text(cells, Column.TOPIC);
        if (topic == null) faults.add(Fault.doubtful("topic", "topic_missing"));
        Slot slot = null;
        if (date != null && from != null && to != null && faults.stream().noneMatch(Fault::blocking)) {
            slot = new Block(from, to, periods == null ? periodsOf(from, to) : periods).on(date);
        }
        return new Entry(line, slot, topic, text(cells, Column.LECTURER), List.copyOf(faults));
    }

    private @Nullable LocalDate date(Map<Column, String> cells, @Nullable LocalDate above, List<Fault> faults) {
        String text = dateText(cells);
        Optional<LocalDate> read = dateOf(cells);
        if (read.isEmpty()) {
            if (above != null
                    && VietnameseTime.weekday(text).isEmpty()
                    && text.chars().noneMatch(Character::isDigit)) {
                return above;
            }
            faults.add(Fault.blocking("date", text.isBlank() ? "date_missing" : "date_unreadable"));
            return null;
        }
        VietnameseTime.weekday(text)
                .filter(weekday -> weekday != read.get().getDayOfWeek())
                .ifPresent(other -> faults.add(Fault.doubtful("date", "weekday_differs")));
        return read.get();
    }

    private Optional<LocalDate> dateOf(Map<Column, String> cells) {
        return VietnameseTime.date(dateText(cells), near);
    }

    private static String dateText(Map<Column, String> cells) {
        return cells.containsKey(Column.DATE) ? cells.get(Column.DATE) + "" : cells.getOrDefault(Column.TIME, "");
    }

    private static String timeText(Map<Column, String> cells) {
        return (cells.getOrDefault(Column.FROM, "") + " " + cells.getOrDefault(Column.TO, "") + " "
                        + cells.getOrDefault(Column.TIME, ""))
                .strip();
    }

    private static List<LocalTime> times(Map<Column, String> cells) {
        List<LocalTime> from = VietnameseTime.times(cells.getOrDefault(Column.FROM, ""));
        if (!from.isEmpty()) {
            List<LocalTime> times = new ArrayList<>(from.subList(0, 1));
            List<LocalTime> to = VietnameseTime.times(cells.getOrDefault(Column.TO, ""));
            if (!to.isEmpty()) times.add(to.get(0));
            else if (from.size() > 1) times.add(from.get(1));
            return times;
        }
        for (Column column : List.of(Column.TIME, Column.PART, Column.DATE)) {
            List<LocalTime> times = VietnameseTime.times(cells.getOrDefault(column, ""));
            if (!times.isEmpty()) return times;
        }
        return List.of();
    }

    private static @Nullable Block part(Map<Column, String> cells) {
        for (Column column : List.of(Column.PART, Column.TIME, Column.DATE)) {
            Block part = partNamed(Folded.of(cells.getOrDefault(column, "")));
            if (part != null) return part;
        }
        return null;
    }

    private static @Nullable Block partNamed(String folded) {
        if (folded.matches("(.*\\b)?sang(\\b.*)?")) return Block.MORNING;
        if (folded.matches("(.*\\b)?chieu(\\b.*)?")) return Block.AFTERNOON;
        return folded.matches("(.*\\b)?toi(\\b.*)?") ? Block.EVENING : null;
    }

    private static @Nullable Integer periods(Map<Column, String> cells, List<Fault> faults) {
        String folded = Folded.of(cells.getOrDefault(Column.PERIODS, ""));
        if (folded.isEmpty()) return null;
        Matcher plain = PERIODS.matcher(folded);
        Matcher span = PERIOD_SPAN.matcher(folded);
        int periods = -1;
        if (plain.matches()) periods = Integer.parseInt(plain.group(1));
        else if (span.matches()) periods = Integer.parseInt(span.group(2)) - Integer.parseInt(span.group(1)) + 1;
        if (periods < 0 || periods > MOST_PERIODS) {
            faults.add(Fault.doubtful("periods", "periods_unreadable"));
            return null;
        }
        return periods;
    }

    /** Whole periods of 45 minutes with the usual breaks of about five minutes between them. */
    static int periodsOf(LocalTime from, LocalTime to) {
        return (int) (java.time.Duration.between(from, to).toMinutes() / 50);
    }

    private static @Nullable String text(Map<Column, String> cells, Column column) {
        String text = cells.getOrDefault(column, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static Map<Column, String> byHeading(TableRow row, Map<Integer, Column> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        columns.forEach((index, column) -> {
            String text = row.cell(index);
            if (!text.isEmpty()) cells.merge(column, text, (first, second) -> first + " " + second);
        });
        return cells;
    }

    /** Without a heading: what looks like a date is the date, and so on; the first other text is the topic, the next the lecturer. */
    private Map<Column, String> byLook(TableRow row) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.cell(i);
            if (text.isEmpty()) continue;
            Column column = look(text, i, cells);
            if (column != Column.IGNORED) cells.merge(column, text, (first, second) -> first + " " + second);
        }
        return cells;
    }

    private Column look(String text, int place, Map<Column, String> sofar) {
        String folded = Folded.of(text);
        boolean brief = folded.length() <= 40;
        if (brief && !sofar.containsKey(Column.TOPIC)) {
            if (VietnameseTime.date(text, near).isPresent() && !sofar.containsKey(Column.DATE)) return Column.DATE;
            if (!VietnameseTime.times(text).isEmpty()) return Column.TIME;
            if (VietnameseTime.weekday(text).isPresent() && folded.length() <= 8) return Column.DATE;
            if (folded.length() <= 10 && partNamed(folded) != null) return Column.PART;
        }
        if (PERIODS.matcher(folded).matches() || folded.startsWith("tiet ")) {
            return place == 0 ? Column.IGNORED : Column.PERIODS;
        }
        if (!sofar.containsKey(Column.TOPIC)) return Column.TOPIC;
        return sofar.containsKey(Column.LECTURER) ? Column.IGNORED : Column.LECTURER;
    }

    private static Map<Integer, Column> heading(TableRow row) {
        Map<Integer, Column> columns = new java.util.TreeMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = named(Folded.of(row.cell(i)));
            if (column != null) columns.put(i, column);
        }
        return columns;
    }

    private static @Nullable Column named(String heading) {
        return switch (heading) {
            case "ngay", "ngay hoc", "ngay thang", "thu, ngay", "thu ngay", "thu/ngay", "thu", "ngay, thang", "date" ->
                Column.DATE;
            case "buoi", "buoi hoc", "ca", "sang/chieu" -> Column.PART;
            case "thoi gian", "gio", "gio hoc", "tu - den", "time" -> Column.TIME;
            case "tu", "tu gio", "bat dau", "gio bat dau", "from", "start" -> Column.FROM;
            case "den", "den gio", "ket thuc", "gio ket thuc", "to", "end" -> Column.TO;
            case "noi dung",
                    "chuyen de",
                    "chu de",
                    "bai",
                    "bai hoc",
                    "ten bai",
                    "mon hoc",
                    "hoc phan",
                    "noi dung hoc tap",
                    "noi dung/chuyen de",
                    "topic" -> Column.TOPIC;
            case "giang vien",
                    "bao cao vien",
                    "nguoi trinh bay",
                    "nguoi giang",
                    "nguoi thuc hien",
                    "giao vien",
                    "lecturer" -> Column.LECTURER;
            case "so tiet", "tiet", "periods" -> Column.PERIODS;
            case "stt", "tt", "ghi chu", "dia diem" -> Column.IGNORED;
            default -> null;
        };
    }
}
