package vn.diemcau.people;

import java.util.List;

/**
 * One row of a sheet as text, whatever the cells were.
 *
 * @param number as the spreadsheet shows it, from 1
 */
public record SheetRow(int number, List<String> cells) {
    /** Empty where the row is shorter. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
