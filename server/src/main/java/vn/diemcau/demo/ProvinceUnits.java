package vn.diemcau.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The units of an invented province on real communes, through the reorganisation of 2025 and two later ones. */
final class ProvinceUnits {
    static final String BEFORE = "2020-10-01";
    static final String AFTER = "2025-07-01";

    private static final String LAST_DAY_BEFORE = "2025-06-30";
    private static final String[] OFFICES = {
        "Sở Nội vụ",
        "Sở Tài chính",
        "Sở Y tế",
        "Sở Giáo dục và Đào tạo",
        "Sở Khoa học và Công nghệ",
        "Văn phòng Tỉnh ủy",
        "Ban Tổ chức Tỉnh ủy",
        "Trường Chính trị tỉnh"
    };
    private static final String[] COMMUNE_CELLS = {
        "Cơ quan Đảng, đoàn thể",
        "Ủy ban nhân dân",
        "Công an",
        "Quân sự",
        "Trường Trung học cơ sở",
        "Trường Tiểu học",
        "Trạm Y tế"
    };
    private static final String[] HAMLETS = {
        "Nà Pán",
        "Khuổi Nộc",
        "Bản Chang",
        "Nà Lẹng",
        "Phiêng Luông",
        "Cốc Lải",
        "Nà Tu",
        "Trung Tâm",
        "Bản Vén",
        "Lũng Luông",
        "Khau Cưởm",
        "Nà Đon",
        "Bản Piềng",
        "Khuổi Slưn",
        "Đồng Tâm",
        "Nà Khoang",
        "Pác Ngòi",
        "Bó Lù",
        "Nà Hin",
        "Thẳm Thinh",
        "Cốc Tộc",
        "Bản Cám",
        "Đồn Đèn",
        "Nà Mằm",
        "Tân Lập",
        "Nà Niểm",
        "Khuổi Tầu",
        "Phja Khao",
        "Đồng Lạc",
        "Bản Lạn",
        "Nà Dường",
        "Tát Dài"
    };
    private static final String[] DEPARTMENTS = {
        "Văn phòng",
        "Thanh tra",
        "Phòng Tổ chức - Hành chính",
        "Phòng Kế hoạch - Tài chính",
        "Phòng Nghiệp vụ 1",
        "Phòng Nghiệp vụ 2",
        "Trung tâm Công nghệ thông tin"
    };

    /** A unit under one parent, as in units.csv; an empty text where there is nothing. */
    record Row(String code, String name, String tree, String type, int level, String parent, String from, String to) {}

    /** As in successions.csv. */
    record Succession(String kind, String from, String to, String date, String decision) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final Random random;
    private final String top;

    private record Home(String code, boolean commune, boolean ward, List<String> former) {}

    ProvinceUnits(String province, int cellCount, Random random) {
        this.random = random;
        this.top = "T" + province;
        List<String[]> communes = CsvFile.resource("communes.csv").stream()
                .filter(row -> row[0].equals(province))
                .toList();
        if (communes.isEmpty()) throw new IllegalArgumentException("no communes of province " + province);
        String name = communes.get(0)[1].replace("Tỉnh ", "");
        List<String> districts = top(province, name);
        List<Home> homes = new ArrayList<>();
        for (String[] commune : communes) homes.add(commune(commune, districts));
        homes.addAll(offices());
        cells(homes, cellCount);
        partedWard(homes.get(0).code());
        undoneMerger(
                homes.get(homes.size() - 1).code(), homes.get(homes.size() - 2).code());
    }

    List<Row> rows() {
        return rows;
    }

    List<Succession> successions() {
        return successions;
    }

    /** The codes of all cells. */
    List<String> cells() {
        return cells;
    }

    /** For each unit of today below another: "name - name of the parent", as people write it. */
    Map<String, String> spokenNames() {
        Map<String, Row> today = new HashMap<>();
        for (Row row : rows) if (row.to().isEmpty()) today.put(row.code(), row);
        Map<String, String> names = new HashMap<>();
        for (Row row : today.values()) {
            Row parent = today.get(row.parent());
            if (parent != null) names.put(row.code(), row.name() + " - " + parent.name());
        }
        return names;
    }

    private List<String> top(String province, String name) {
        unit(top, "Đảng bộ tỉnh " + name, "party_organization", 1, "");
        List<String> districts = new ArrayList<>();
        for (String half : List.of("A", "B")) {
            String old = top + "-" + half;
            former(old, "Đảng bộ tỉnh " + name + " (cũ, " + half + ")", "party_organization", 1, "");
            successions.add(
                    new Succession("consolidate", old, top, AFTER, 300 + Integer.parseInt(province) + "-QĐ/TW"));
            for (int n = 1; n <= 7; n++) {
                String district = old + "-H" + n;
                former(district, "Đảng bộ huyện số " + n + " (" + half + ")", "party_organization", 2, old);
                districts.add(district);
            }
        }
        unit(top + "-CQ", "Đảng bộ các cơ quan Đảng tỉnh", "party_organization", 2, top);
        unit(top + "-UB", "Đảng bộ UBND tỉnh", "party_organization", 2, top);
        agency("N" + province, "UBND tỉnh " + name, 1, "");
        return districts;
    }

    private Home commune(String[] commune, List<String> districts) {
        String code = top + "-" + commune[2];
        String kind = commune[3].toLowerCase(Locale.ROOT);
        unit(code, "Đảng bộ " + kind + " " + commune[4], "party_organization", 2, top);
        agency("N" + code.substring(1), "UBND " + kind + " " + commune[4], 2, "N" + top.substring(1));
        List<String> former = new ArrayList<>();
        int olds = 1 + random.nextInt(3);
        for (int k = 0; k < olds; k++) {
            String old = code + "-X" + k;
            String district = districts.get(random.nextInt(districts.size()));
            String name = "Đảng bộ xã " + commune[4] + " "
                    + List.of("Trung", "Thượng", "Hạ").get(k);
            former(old, name, "grassroots_organization", 3, district);
            successions.add(new Succession("consolidate", old, code, AFTER, 100 + random.nextInt(900) + "-QĐ/TU"));
            former.add(old);
        }
        return new Home(code, true, kind.equals("phường"), former);
    }

    private List<Home> offices() {
        List<Home> homes = new ArrayList<>();
        for (int n = 0; n < OFFICES.length; n++) {
            boolean government = OFFICES[n].startsWith("Sở");
            String parent = top + (government ? "-UB" : "-CQ");
            String code = String.format(Locale.ROOT, "%s-%02d", parent, n);
            unit(code, "Đảng bộ " + OFFICES[n], "grassroots_organization", 3, parent);
            if (government) agency("N" + code.substring(1), OFFICES[n], 2, "N" + top.substring(1));
            homes.add(new Home(code, false, false, List.of()));
        }
        return homes;
    }

    private void cells(List<Home> homes, int count) {
        Map<String, Set<String>> taken = new HashMap<>();
        for (int n = 0; n < count; n++) {
            Home home = homes.get(n % homes.size());
            int number = n / homes.size() + 1;
            String cell = String.format(Locale.ROOT, "%s-B%03d", home.code(), number);
            String name = name(home, number, taken.computeIfAbsent(home.code(), code -> new HashSet<>()));
            if (!home.former().isEmpty()) {
                String old = home.former().get(random.nextInt(home.former().size()));
                former(cell, name, "party_cell", 4, old);
            }
            unit(cell, name, "party_cell", 4, home.code());
            cells.add(cell);
        }
    }

    /** Every second cell of the communes is a hamlet's (in wards a neighbourhood's), the others belong to offices and schools. */
    private String name(Home home, int number, Set<String> taken) {
        if (!home.commune()) {
            int place = number - 1;
            return place < DEPARTMENTS.length
                    ? "Chi bộ " + DEPARTMENTS[place]
                    : "Chi bộ Đơn vị trực thuộc số " + (place - DEPARTMENTS.length + 1);
        }
        int office = number / 2;
        if (number % 2 == 0 && office <= COMMUNE_CELLS.length) return "Chi bộ " + COMMUNE_CELLS[office - 1];
        if (home.ward()) {
            String name = "Chi bộ Tổ dân phố số " + (taken.size() + 1);
            taken.add(name);
            return name;
        }
        int start = random.nextInt(HAMLETS.length);
        for (int k = 0; k < HAMLETS.length; k++) {
            String name = "Chi bộ Thôn " + HAMLETS[(start + k) % HAMLETS.length];
            if (taken.add(name)) return name;
        }
        return "Chi bộ Thôn số " + number;
    }

    /** A ward was parted on 1 January 2026: every second cell went to the new one. */
    private void partedWard(String ward) {
        String fresh = ward + "-M";
        row(fresh, "Đảng bộ phường Đồng Quang", "party", "party_organization", 2, top, "2026-01-01", "");
        successions.add(new Succession("separate", ward, fresh, "2026-01-01", "11-QĐ/TU"));
        boolean goes = true;
        for (String cell : cells) {
            if (!cell.startsWith(ward + "-B")) continue;
            if (goes) {
                for (int i = 0; i < rows.size(); i++) {
                    Row row = rows.get(i);
                    if (!row.code().equals(cell) || !row.to().isEmpty()) continue;
                    rows.set(i, ended(row, "2025-12-31"));
                    row(cell, row.name(), "party", row.type(), row.level(), fresh, "2026-01-01", "");
                    break;
                }
            }
            goes = !goes;
        }
    }

    private static Row ended(Row row, String to) {
        return new Row(row.code(), row.name(), row.tree(), row.type(), row.level(), row.parent(), row.from(), to);
    }

    private void undoneMerger(String one, String two) {
        String both = top + "-CQ-GOP";
        row(
                both,
                "Đảng bộ hợp nhất thí điểm",
                "party",
                "grassroots_organization",
                3,
                top + "-CQ",
                "2025-10-01",
                "2026-03-31");
        for (String part : List.of(one, two)) {
            successions.add(new Succession("consolidate", part, both, "2025-10-01", "77-QĐ/TU"));
            successions.add(new Succession("undo", both, part, "2026-04-01", "19-QĐ/TU"));
        }
    }

    private void unit(String code, String name, String type, int level, String parent) {
        row(code, name, "party", type, level, parent, AFTER, "");
    }

    private void former(String code, String name, String type, int level, String parent) {
        row(code, name, "party", type, level, parent, BEFORE, LAST_DAY_BEFORE);
    }

    private void agency(String code, String name, int level, String parent) {
        row(code, name, "state", "agency", level, parent, AFTER, "");
    }

    private void row(
            String code, String name, String tree, String type, int level, String parent, String from, String to) {
        rows.add(new Row(code, name, tree, type, level, parent, from, to));
    }
}
