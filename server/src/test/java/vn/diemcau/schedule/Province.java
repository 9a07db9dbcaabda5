package vn.diemcau.schedule;

import java.time.LocalDate;
import java.util.List;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** A province of two communes with three cells, in memory; nobody lives there. */
final class Province {
    static final UnitTree TREE = new UnitTree(List.of(
            unit("T19", "Đảng bộ tỉnh Thái Nguyên", 1, null),
            unit("T19-1", "Đảng bộ xã Đại Từ", 2, "T19"),
            unit("T19-1-B1", "Chi bộ Đồng Cạn", 4, "T19-1"),
            unit("T19-1-B2", "Chi bộ Nà Tu", 4, "T19-1"),
            unit("T19-2", "Đảng bộ xã Ba Bể", 2, "T19"),
            unit("T19-2-B1", "Chi bộ Nà Tu", 4, "T19-2")));

    private Province() {}

    private static Unit unit(String id, String name, int level, @org.jspecify.annotations.Nullable String parent) {
        return new Unit(
                id,
                name,
                Tree.PARTY,
                "unit",
                level,
                List.of(new Unit.Placement(parent, LocalDate.of(2025, 7, 1), null)),
                Folded.of(name),
                Folded.of(name));
    }
}
