package vn.diemcau.attendance;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is known of a site as a document. */
final class SiteStandingDocument {
    private SiteStandingDocument() {}

    static Document of(SiteStanding standing) {
        return new Document(
                        "reports", standing.reports().stream().map(Date::from).toList())
                .append(
                        "headCounts",
                        standing.headCounts().stream()
                                .map(count -> new Document("count", count.count())
                                        .append("at", Date.from(count.at()))
                                        .append("by", count.by())
                                        .append("byPhone", count.byPhone())
                                        .append("enteredBy", count.enteredBy()))
                                .toList())
                .append(
                        "links",
                        standing.links().stream()
                                .map(link -> new Document("up", link.up()).append("at", Date.from(link.at())))
                                .toList())
                .append("linkDownAt", date(standing.linkDownAt()))
                .append("closedAt", date(standing.closedAt()))
                .append("headsOnly", standing.headsOnly())
                .append("byRule", standing.byRule());
    }

    private static @Nullable Date date(java.time.@Nullable Instant at) {
        return at == null ? null : Date.from(at);
    }

    static SiteStanding read(Document document) {
        Date down = document.getDate("linkDownAt");
        Date closed = document.getDate("closedAt");
        return new SiteStanding(
                document.getList("reports", Date.class, List.of()).stream()
                        .map(Date::toInstant)
                        .toList(),
                document.getList("headCounts", Document.class, List.of()).stream()
                        .map(count -> new SiteFigures.HeadCount(
                                count.getInteger("count"),
                                count.getDate("at").toInstant(),
                                count.getString("by"),
                                count.getBoolean("byPhone", false),
                                count.getString("enteredBy")))
                        .toList(),
                document.getList("links", Document.class, List.of()).stream()
                        .map(link -> new SiteStanding.LinkChange(
                                link.getBoolean("up"), link.getDate("at").toInstant()))
                        .toList(),
                down == null ? null : down.toInstant(),
                closed == null ? null : closed.toInstant(),
                document.getBoolean("headsOnly", false),
                document.getBoolean("byRule", false));
    }
}
