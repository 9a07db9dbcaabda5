package vn.diemcau.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The roster as a spreadsheet with the faults of real life, and beside it the truth: for each faulty row of the sheet what is wrong with it. */
final class MessySheet implements AutoCloseable {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final String[][] HEADING = {
        {"DANH SÁCH ĐẢNG VIÊN"},
        {"(Kèm theo Công văn số 12-CV/ĐU)"},
        {
            "STT",
            "Họ và tên",
            "Giới tính",
            "Sinh ngày",
            "Số thẻ",
            "Tổ chức Đảng",
            "Chức vụ",
            "Ngày",
            "Trạng thái",
            "Điện thoại"
        },
        {"", "", "", "", "Đảng", "đang sinh hoạt", "", "vào Đảng", "hoạt động", ""}
    };

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final CsvFile truth;
    private final Map<String, String> unitNames;
    private final Random random;
    private int row;

    MessySheet(Path directory, ProvinceUnits units, Random random) throws IOException {
        this.unitNames = units.spokenNames();
        this.random = random;
        this.out = Files.newOutputStream(directory.resolve("roster.xlsx"));
        this.workbook = new Workbook(out, "diemcau", "1.0");
        this.sheet = workbook.newWorksheet("Danh sách");
        this.truth = new CsvFile(directory.resolve("messy-truth.csv"), "sheet_row", "card", "faults");
        for (String[] line : HEADING) put((Object[]) line);
    }

    void add(ProvincePeople.Line line) {
        List<String> faults = new ArrayList<>();
        Object[] values = {
            line.number(),
            name(line, faults),
            line.sex(),
            born(line, faults),
            card(line, faults),
            unit(line, faults),
            line.post(),
            DAY.format(line.joined()),
            line.status(),
            phone(line, faults)
        };
        put(values);
        if (!faults.isEmpty()) truth.row(row, line.card(), String.join(" ", faults));
        if (happens(0.01)) {
            put(values);
            truth.row(row, line.card(), "duplicate_row");
        }
        if (happens(0.005)) row++;
    }

    private Object card(ProvincePeople.Line line, List<String> faults) {
        if (happens(0.25)) {
            faults.add("card_as_number");
            return Long.parseLong(line.card());
        }
        if (happens(0.05)) {
            faults.add("card_with_decimal");
            return Long.parseLong(line.card()) + ".0";
        }
        return line.card();
    }

    private String name(ProvincePeople.Line line, List<String> faults) {
        String name = line.name();
        if (name.contains("Đ") && happens(0.3)) {
            faults.add("letter_eth");
            name = name.replace('Đ', '\u00D0');
        }
        if (happens(0.10)) {
            faults.add("decomposed_name");
            return Normalizer.normalize(name, Normalizer.Form.NFD);
        }
        if (happens(0.08)) {
            faults.add("upper_and_spaces");
            return "  " + name.replace(" ", "  ").toUpperCase(Locale.ROOT);
        }
        return name;
    }

    private Object born(ProvincePeople.Line line, List<String> faults) {
        double chance = random.nextDouble();
        if (chance < 0.2) {
            faults.add("date_as_serial");
            return ChronoUnit.DAYS.between(DAY_ZERO, line.born());
        }
        if (chance < 0.25) {
            faults.add("year_only");
            return String.valueOf(line.born().getYear());
        }
        if (chance < 0.3) {
            faults.add("date_with_dashes");
            return DAY.format(line.born()).replace('/', '-');
        }
        return DAY.format(line.born());
    }

    private String unit(ProvincePeople.Line line, List<String> faults) {
        String name = unitNames.getOrDefault(line.unit(), line.unit());
        if (happens(0.08)) {
            faults.add("unit_spelled_otherwise");
            return name.toLowerCase(Locale.ROOT).replace("òa", "oà").replace("ủy", "uỷ");
        }
        if (happens(0.01)) {
            faults.add("unknown_unit");
            return "Chi bộ không có trong danh mục";
        }
        return name;
    }

    private String phone(ProvincePeople.Line line, List<String> faults) {
        if (!happens(0.1)) return line.phone();
        faults.add("phone_with_country_code");
        return "+84" + line.phone().substring(1);
    }

    private boolean happens(double chance) {
        return random.nextDouble() < chance;
    }

    private void put(Object... values) {
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof Number number) sheet.value(row, column, number);
            else if (!values[column].toString().isEmpty()) sheet.inlineString(row, column, values[column].toString());
        }
        row++;
        try {
            if (row % 500 == 0) sheet.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try (out;
                truth) {
            workbook.finish();
        }
    }
}
