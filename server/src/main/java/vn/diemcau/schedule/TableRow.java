package vn.diemcau.schedule;

import java.util.List;

/** A row of a pasted or imported table, with the number it has there (from 1). */
record TableRow(int line, List<String> cells) {
    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
    }
}
