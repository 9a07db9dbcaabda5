package vn.diemcau.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a site directory from the rows of a table: place, address, seats, contact, phone, unit. */
final class PlaceTable {
    /** What a column can hold. */
    enum Column {
        NAME,
        ADDRESS,
        SEATS,
        CONTACT,
        PHONE,
        UNIT
    }

    /** One row as it was understood; a blocking fault keeps it out. */
    record Entry(
            int line,
            String name,
            @Nullable String address,
            int seats,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String unit,
            List<Fault> faults) {}

    private static final Pattern WHOLE = Pattern.compile("(\\d{1,5})(?:[.,]0+)?(?: ?(?:cho|ghe|nguoi))?.*");

    /** Units by id and by folded name; several ids under a name that several units bear. */
    private final Map<String, List<String>> units = new HashMap<>();

    private final @Nullable String otherwise;

    /**
     * @param names the units rows may name: id to names by which they are known
     * @param otherwise the unit of rows that name none, or null
     */
    PlaceTable(Map<String, List<String>> names, @Nullable String otherwise) {
        names.forEach((id, known) -> {
            units.put(Folded.of(id), List.of(id));
            for (String name : known) {
                List<String> ids = units.computeIfAbsent(Folded.of(name), key -> new ArrayList<>());
                if (!ids.contains(id)) ids.add(id);
            }
        });
        this.otherwise = otherwise;
    }

    /** Every row below the heading; without a heading the usual order: name, address, seats, contact, phone, unit. */
    List<Entry> read(List<TableRow> rows) {
        Map<Column, Integer> columns = new HashMap<>();
        List<Column> usual = List.of(Column.values());
        for (int i = 0; i < usual.size(); i++) columns.put(usual.get(i), i);
        boolean headed = false;
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (TableRow row : rows) {
            Map<Column, Integer> heading = headed ? Map.of() : heading(row);
            if (heading.containsKey(Column.NAME) && heading.size() >= 2) {
                columns = heading;
                headed = true;
                entries.clear();
            } else if (!row.blank()) {
                entries.add(entry(row, columns));
            }
        }
        return entries.stream().map(entry -> unlessTwice(entry, seen)).toList();
    }

    private Entry entry(TableRow row, Map<Column, Integer> columns) {
        List<Fault> faults = new ArrayList<>();
        String name = cell(row, columns, Column.NAME);
        if (name.isEmpty()) faults.add(Fault.blocking("name", "name_missing"));
        return new Entry(
                row.line(),
                name,
                orNull(cell(row, columns, Column.ADDRESS)),
                seats(cell(row, columns, Column.SEATS), faults),
                orNull(cell(row, columns, Column.CONTACT)),
                phone(cell(row, columns, Column.PHONE), faults),
                unit(cell(row, columns, Column.UNIT), faults),
                faults);
    }

    private static Entry unlessTwice(Entry entry, Map<String, Integer> seen) {
        Integer first = seen.putIfAbsent(entry.unit() + " " + Folded.of(entry.name()), entry.line());
        if (first != null && entry.faults().stream().noneMatch(Fault::blocking)) {
            entry.faults().add(Fault.blocking("name", "place_twice"));
        }
        return entry;
    }

    private static int seats(String text, List<Fault> faults) {
        if (text.isEmpty()) return 0;
        Matcher whole = WHOLE.matcher(Folded.of(text));
        if (whole.matches()) return Integer.parseInt(whole.group(1));
        faults.add(Fault.doubtful("seats", "seats_unreadable"));
        return 0;
    }

    private static @Nullable String phone(String text, List<Fault> faults) {
        if (text.isEmpty()) return null;
        String digits = text.replaceAll("\\.0+$", "").replaceAll("[\\s.()-]", "");
        if (digits.startsWith("+84")) digits = "0" + digits.substring(3);
        if (digits.matches("[1-9]\\d{8}")) {
            faults.add(Fault.doubtful("phone", "zero_put_back"));
            return "0" + digits;
        }
        if (digits.matches("0\\d{9,10}")) return digits;
        faults.add(Fault.doubtful("phone", "phone_unusual"));
        return text;
    }

    private @Nullable String unit(String text, List<Fault> faults) {
        if (text.isEmpty()) {
            if (otherwise == null) faults.add(Fault.blocking("unit", "unit_missing"));
            return otherwise;
        }
        List<String> ids = units.getOrDefault(Folded.of(text), List.of());
        if (ids.size() == 1) return ids.get(0);
        faults.add(Fault.blocking("unit", ids.isEmpty() ? "unit_unknown" : "unit_ambiguous"));
        return null;
    }

    private static String cell(TableRow row, Map<Column, Integer> columns, Column column) {
        Integer index = columns.get(column);
        return index == null ? "" : row.cell(index).replaceAll("\\s+", " ");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<Column, Integer> heading(TableRow row) {
        Map<Column, Integer> columns = new TreeMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = named(Folded.of(row.cell(i)));
            if (column != null) columns.putIfAbsent(column, i);
        }
        return columns;
    }

    private static @Nullable Column named(String heading) {
        return switch (heading) {
            case "diem cau",
                    "ten diem cau",
                    "dia diem",
                    "ten dia diem",
                    "hoi truong",
                    "phong",
                    "noi hop",
                    "name",
                    "place" -> Column.NAME;
            case "dia chi", "address" -> Column.ADDRESS;
            case "so cho", "so cho ngoi", "cho ngoi", "suc chua", "seats" -> Column.SEATS;
            case "dau moi",
                    "nguoi phu trach",
                    "phu trach",
                    "can bo dau moi",
                    "nguoi lien he",
                    "lien he",
                    "can bo ky thuat",
                    "contact" -> Column.CONTACT;
            case "dien thoai", "so dien thoai", "sdt", "di dong", "phone" -> Column.PHONE;
            case "don vi", "ma don vi", "xa", "xa, phuong", "xa/phuong", "don vi phu trach", "dang bo", "unit" ->
                Column.UNIT;
            default -> null;
        };
    }
}
