package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.diemcau.paper.Letterhead;
import vn.diemcau.paper.SortedRows;
import vn.diemcau.paper.Table;

/**
 * A document that is ready to be written.
 *
 * @param name for the file, without its ending
 * @param parts how many sheets of paper's width it takes: more than one only for a register of many sessions
 * @param rows what lies outside of memory and goes when the document is done with; null when nothing does
 */
record Document(
        Table table, String name, int parts, @Nullable SortedRows rows) {
    Document(Table table, String name) {
        this(table, name, 1, null);
    }

    Future<Void> forget() {
        return rows == null ? Future.succeededFuture() : rows.forget();
    }

    /** What it will contain. */
    JsonObject outline() {
        Letterhead letterhead = table.issue().letterhead();
        JsonArray columns = new JsonArray();
        for (Table.Column column : table.columns()) {
            columns.add(column.group().isEmpty() ? column.title() : column.group() + ": " + column.title());
        }
        return new JsonObject()
                .put("title", table.fullTitle())
                .put("lines", JsonArray.of(table.lines().toArray()))
                .put("notes", JsonArray.of(table.notes().toArray()))
                .put("columns", columns)
                .put("rows", table.rows().count())
                .put("parts", parts)
                .put("landscape", table.landscape())
                .put("standing", table.standing().name().toLowerCase(Locale.ROOT))
                .put("attached", table.issue().attached())
                .put("layout", letterhead.layout().wire())
                .put("issuer", letterhead.issuer())
                .put("numberLine", letterhead.numberLine(table.issue().number(), "BC"))
                .put("signed", letterhead.signed());
    }
}
