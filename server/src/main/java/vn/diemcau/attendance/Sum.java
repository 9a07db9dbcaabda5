package vn.diemcau.attendance;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A tally or a rollup as kept.
 *
 * @param up the rollups above that may be behind it
 */
record Sum(
        String id,
        long rev,
        Counts counts,
        Meetings meetings,
        @Nullable Instant lastAt,
        Leaves leaves,
        Set<String> up) {
    static Sum read(Document document) {
        return new Sum(
                document.getString("_id"),
                document.getLong("rev"),
                Counts.of(document.get("counts", new Document())),
                new Meetings(document.getInteger("held", 0), document.getInteger("joint", 0)),
                AttendanceDocument.instant(document.getDate("lastAt")),
                new Leaves(document.getString("leaf"), document.getString("slice")),
                new HashSet<>(document.getList("up", String.class, List.of())));
    }
}
