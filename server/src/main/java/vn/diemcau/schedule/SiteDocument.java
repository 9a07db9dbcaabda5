package vn.diemcau.schedule;

import java.util.List;
import java.util.Locale;
import org.bson.Document;

/** Sites as they stand inside the documents of programmes and sessions. */
final class SiteDocument {
    private SiteDocument() {}

    static List<Document> of(List<Site> sites) {
        return sites.stream().map(SiteDocument::of).toList();
    }

    private static Document of(Site site) {
        return new Document("id", site.id())
                .append("kind", site.kind().name().toLowerCase(Locale.ROOT))
                .append("name", site.name())
                .append("place", site.place())
                .append("address", site.address())
                .append("seats", site.seats())
                .append("contactName", site.contactName())
                .append("contactPhone", site.contactPhone())
                .append("units", site.units());
    }

    static List<Site> read(Document holder) {
        return holder.getList("sites", Document.class, List.of()).stream()
                .map(site -> new Site(
                        site.getString("id"),
                        Site.Kind.valueOf(site.getString("kind").toUpperCase(Locale.ROOT)),
                        site.getString("name"),
                        site.getString("place"),
                        site.getString("address"),
                        site.getInteger("seats", 0),
                        site.getString("contactName"),
                        site.getString("contactPhone"),
                        site.getList("units", String.class, List.of())))
                .toList();
    }
}
