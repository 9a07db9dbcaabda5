package vn.diemcau.paper;

import java.util.Iterator;
import java.util.List;
import vn.diemcau.paper.Table.Cell;

/** The rows of a table, read from first to last, as often as it is written; they need not all be in memory. */
public interface Rows extends Iterable<List<Cell>> {
    int count();

    static Rows of(List<List<Cell>> rows) {
        return new Rows() {
            @Override
            public int count() {
                return rows.size();
            }

            @Override
            public Iterator<List<Cell>> iterator() {
                return rows.iterator();
            }
        };
    }
}
