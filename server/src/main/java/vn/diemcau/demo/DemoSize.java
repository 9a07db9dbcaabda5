package vn.diemcau.demo;

import java.util.Locale;

/** How much a demonstration brings: a whole province for people to look at, or a few cells for tests. */
public enum DemoSize {
    FULL(600, 10_000, 12),
    SMALL(120, 1_200, 2);

    private final int cells;
    private final int members;
    private final int months;

    DemoSize(int cells, int members, int months) {
        this.cells = cells;
        this.members = members;
        this.months = months;
    }

    ProvinceFiles.Shape shape() {
        return new ProvinceFiles.Shape("19", cells, members, 1, false);
    }

    /** For the console. */
    String said() {
        return cells + " chi bộ, " + String.format(Locale.ROOT, "%,d", members).replace(',', '.') + " đảng viên, "
                + months + " tháng hội nghị";
    }

    int months() {
        return months;
    }
}
