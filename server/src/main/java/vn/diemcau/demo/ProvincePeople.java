package vn.diemcau.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of an invented province: members cell by cell, where they belonged, the posts they hold, and people who are no members. */
final class ProvincePeople {
    static final String[] HEAD = {
        "STT",
        "Họ và tên",
        "Giới tính",
        "Sinh ngày",
        "Số thẻ Đảng",
        "Tổ chức Đảng đang sinh hoạt",
        "Chức vụ",
        "Ngày vào Đảng",
        "Trạng thái hoạt động",
        "Điện thoại"
    };

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final String[] SURNAMES = {
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Nông", "Triệu",
        "Ma", "Hà", "Lường", "Bàn", "Vàng", "Giàng", "Sùng", "Lò", "Đinh", "Phan"
    };
    private static final int[] SURNAME_WEIGHTS = {
        30, 10, 9, 6, 9, 4, 3, 3, 2, 1, 2, 2, 3, 5, 4, 3, 2, 1, 2, 2, 2, 1, 1, 1, 2
    };
    private static final String[] MIDDLE_MEN = {"Văn", "Đức", "Hữu", "Quang", "Xuân", "A", ""};
    private static final String[] MIDDLE_WOMEN = {"Thị", "Thị Thu", "Thị Ngọc", "Thanh", "Thị Minh", ""};
    private static final String[] STATUSES = {
        "chính thức", "dự bị", "miễn sinh hoạt", "đình chỉ sinh hoạt", "sinh hoạt tạm thời", "đi làm ăn xa"
    };
    private static final int[] STATUS_WEIGHTS = {88, 3, 3, 1, 2, 3};
    private static final String[] POSTS = {"Trưởng thôn", "Giáo viên", "Chuyên viên", ""};
    private static final int[] POST_WEIGHTS = {3, 12, 10, 75};
    private static final String[] STATE_POSTS = {"Chủ tịch", "Phó Chủ tịch", "Trưởng phòng", "Chuyên viên"};
    private static final String[] OTHERS = {"đối tượng kết nạp", "quần chúng", "khách mời", "cán bộ ngoài Đảng"};
    private static final int[] PREFIXES = {3, 5, 7, 8, 9};

    /** One line of the roster, in the order of the heading. */
    record Line(
            int number,
            String name,
            String sex,
            LocalDate born,
            String card,
            String unit,
            String post,
            LocalDate joined,
            String status,
            String phone) {}

    private final List<String> cells;
    private final int members;
    private final Random random;
    private final Map<String, List<String>> given;

    ProvincePeople(ProvinceUnits units, int members, Random random) {
        this.cells = units.cells();
        this.members = members;
        this.random = random;
        this.given = CsvFile.resource("given-names.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row[0],
                        Collectors.mapping(
                                row -> Normalizer.normalize(row[1].replace('\u00D0', 'Đ'), Normalizer.Form.NFC),
                                Collectors.toList())));
    }

    /** Writes the four files of people; hands each line of the roster on as it is made. */
    void write(Path directory, Consumer<Line> each) throws IOException {
        try (CsvFile roster = new CsvFile(directory.resolve("roster.csv"), HEAD);
                CsvFile memberships =
                        new CsvFile(directory.resolve("memberships.csv"), "card", "unit", "valid_from", "valid_to");
                CsvFile posts = new CsvFile(
                        directory.resolve("posts.csv"), "card", "unit", "post", "tree", "valid_from", "valid_to")) {
            int[] sizes = sizes();
            Line before = null;
            int number = 0;
            for (int place = 0; place < sizes.length; place++) {
                for (int seat = 1; seat <= sizes[place]; seat++) {
                    Line line = line(++number, cells.get(place), seat, before);
                    roster.row(
                            line.number(),
                            line.name(),
                            line.sex(),
                            DAY.format(line.born()),
                            line.card(),
                            line.unit(),
                            line.post(),
                            DAY.format(line.joined()),
                            line.status(),
                            line.phone());
                    String start = membership(memberships, line);
                    posts(posts, line, seat, start);
                    each.accept(line);
                    before = line;
                }
            }
        }
        others(directory);
    }

    /** Members per cell: at least one each while they last, the rest unevenly. */
    private int[] sizes() {
        double[] shares = new double[cells.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = 0.15;
            for (int k = 0; k < 4; k++) shares[i] -= Math.log(1 - random.nextDouble());
        }
        double whole = Arrays.stream(shares).sum();
        int[] sizes = new int[shares.length];
        int spread = Math.max(0, members - sizes.length);
        int given = 0;
        for (int i = 0; i < sizes.length; i++) {
            int first = i < members ? 1 : 0;
            sizes[i] = first + (int) (spread * shares[i] / whole);
            given += sizes[i];
        }
        for (int i = 0; given < members; i = (i + 1) % sizes.length, given++) sizes[i]++;
        return sizes;
    }

    private Line line(int number, String cell, int seat, @Nullable Line before) {
        boolean man = random.nextDouble() < 0.62;
        LocalDate born = LocalDate.of(1945, 1, 1).plusDays(random.nextInt(60 * 365));
        LocalDate joined =
                LocalDate.of(Math.max(born.getYear() + 20, 1970), 1, 1).plusDays(random.nextInt(365));
        String status = weighted(STATUSES, STATUS_WEIGHTS);
        String card = String.format(Locale.ROOT, "%012d", 6_000_000_000L + (number - 1) * 7919L % 3_999_999_999L);
        String name = name(man);
        String sex = man ? "nam" : "nữ";
        if (before != null && random.nextDouble() < 0.002) {
            // somebody else with the same name and year of birth
            name = before.name();
            sex = before.sex();
            born = LocalDate.of(before.born().getYear(), 1 + random.nextInt(12), 1 + random.nextInt(28));
        }
        return new Line(number, name, sex, born, card, cell, post(seat), joined, status, phone());
    }

    private String post(int seat) {
        if (seat == 1) return "Bí thư chi bộ";
        if (seat == 2) return "Phó Bí thư chi bộ";
        if (seat == 3 && random.nextDouble() < 0.8) return "Chi ủy viên";
        return weighted(POSTS, POST_WEIGHTS);
    }

    private String phone() {
        return "0" + PREFIXES[random.nextInt(PREFIXES.length)]
                + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
    }

    /** Where the person belonged; a few moved. The first day in the cell of today is answered. */
    private String membership(CsvFile file, Line line) {
        String joined = line.joined().toString();
        String start = joined.compareTo(ProvinceUnits.BEFORE) > 0 ? joined : ProvinceUnits.BEFORE;
        if (random.nextDouble() < 0.03) {
            LocalDate moved = LocalDate.of(2025, 9, 1).plusDays(random.nextInt(300));
            if (moved.minusDays(1).toString().compareTo(start) >= 0) {
                file.row(line.card(), cells.get(random.nextInt(cells.size())), start, moved.minusDays(1));
                start = moved.toString();
            }
        }
        file.row(line.card(), line.unit(), start, "");
        return start;
    }

    private void posts(CsvFile file, Line line, int seat, String start) {
        String home = line.unit().substring(0, line.unit().lastIndexOf("-B"));
        if (!line.post().isEmpty()) file.row(line.card(), line.unit(), line.post(), "party", start, "");
        if (seat == 1 && random.nextDouble() < 0.3) {
            file.row(line.card(), home, "Ủy viên Ban Chấp hành", "party", ProvinceUnits.AFTER, "");
        }
        if (!line.unit().contains("-CQ-") && random.nextDouble() < 0.05) {
            String post = STATE_POSTS[random.nextInt(STATE_POSTS.length)];
            file.row(line.card(), "N" + home.substring(1), post, "state", ProvinceUnits.AFTER, "");
        }
    }

    private void others(Path directory) throws IOException {
        try (CsvFile file =
                new CsvFile(directory.resolve("others.csv"), "STT", "Họ và tên", "Năm sinh", "Đơn vị", "Diện")) {
            for (int n = 1; n <= members / 8; n++) {
                file.row(
                        n,
                        name(random.nextBoolean()),
                        1960 + random.nextInt(47),
                        cells.get(random.nextInt(cells.size())),
                        OTHERS[random.nextInt(OTHERS.length)]);
            }
        }
    }

    private String name(boolean man) {
        List<String> parts = new ArrayList<>();
        parts.add(weighted(SURNAMES, SURNAME_WEIGHTS));
        String[] middles = man ? MIDDLE_MEN : MIDDLE_WOMEN;
        String middle = middles[random.nextInt(middles.length)];
        if (!middle.isEmpty()) parts.add(middle);
        List<String> names = given.getOrDefault(man ? "nam" : "nữ", List.of("An"));
        parts.add(names.get(random.nextInt(names.size())));
        return String.join(" ", parts);
    }

    private String weighted(String[] values, int[] weights) {
        int at = random.nextInt(Arrays.stream(weights).sum());
        int place = 0;
        while (at >= weights[place]) at -= weights[place++];
        return values[place];
    }
}
