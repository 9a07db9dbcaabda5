package vn.diemcau.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet is and where its columns stand, found by its heading, which may stand on a later row and take two lines.
 *
 * @param lastRow the sheet row after which data begins
 * @param ignored headings of columns that are not used
 * @param refused headings of columns that must never be collected and are not read
 */
record Heading(FileKind kind, int lastRow, Map<Column, Integer> places, List<String> ignored, List<String> refused) {
    /** How many rows of a sheet are looked at to find the heading. */
    static final int ROWS_LOOKED_AT = 25;

    private static final List<String> NEVER = List.of(
            "dan toc",
            "ton giao",
            "tin nguong",
            "thanh phan dan toc",
            "can cuoc",
            "cccd",
            "cmnd",
            "cmt",
            "so dinh danh ca nhan",
            "anh",
            "hinh anh",
            "anh the",
            "anh chan dung",
            "van tay",
            "sinh trac hoc",
            "khuon mat",
            "toa do",
            "gps");

    private record Found(Map<Column, Integer> places, List<String> ignored, List<String> refused) {}

    /** The heading among the first rows of a sheet. */
    static Optional<Heading> of(List<SheetRow> rows) {
        Heading best = null;
        for (int i = 0; i < rows.size(); i++) {
            SheetRow row = rows.get(i);
            for (FileKind kind : FileKind.values()) {
                best = better(best, kind, row.number(), read(row.cells(), kind));
                if (i + 1 < rows.size()) {
                    SheetRow below = rows.get(i + 1);
                    if (below.number() == row.number() + 1) {
                        best = better(best, kind, below.number(), read(joined(row, below), kind));
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static @Nullable Heading better(@Nullable Heading best, FileKind kind, int lastRow, Found found) {
        if (!kind.fits(found.places().keySet())) return best;
        if (best != null && best.places.size() >= found.places().size()) return best;
        return new Heading(kind, lastRow, found.places(), found.ignored(), found.refused());
    }

    private static List<String> joined(SheetRow above, SheetRow below) {
        List<String> joined = new ArrayList<>();
        for (int column = 0;
                column < Math.max(above.cells().size(), below.cells().size());
                column++) {
            joined.add(above.cell(column) + " " + below.cell(column));
        }
        return joined;
    }

    private static Found read(List<String> cells, FileKind kind) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            String heading = Names.tidy(cells.get(place));
            if (heading.isEmpty()) continue;
            String folded = String.join(" ", Names.words(heading));
            if (never(folded)) {
                refused.add(heading);
                continue;
            }
            Optional<Column> column = kind.columns().stream()
                    .filter(candidate -> candidate.bears(folded) && !places.containsKey(candidate))
                    .findFirst();
            if (column.isPresent()) places.put(column.get(), place);
            else ignored.add(heading);
        }
        return new Found(places, ignored, refused);
    }

    private static boolean never(String folded) {
        String padded = " " + folded + " ";
        return NEVER.stream().anyMatch(word -> padded.contains(" " + word + " "));
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** The columns that are used, without the running number. */
    Set<Column> used() {
        Set<Column> used = EnumSet.copyOf(places.keySet());
        used.remove(Column.NUMBER);
        return used;
    }

    String cell(SheetRow row, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : row.cell(place);
    }
}
