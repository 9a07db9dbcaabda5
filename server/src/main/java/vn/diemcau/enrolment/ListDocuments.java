package vn.diemcau.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How lists and their entries are written as documents, and read back. */
final class ListDocuments {
    private ListDocuments() {}

    static String id(String session, int version, String person) {
        return session + "|" + version + "|" + person;
    }

    static Document entry(Entry entry, int version, Instant startsAt) {
        Required r = entry.required();
        return new Document("_id", id(r.session(), version, r.person()))
                .append("session", r.session())
                .append("v", version)
                .append("person", r.person())
                .append("startsAt", Date.from(startsAt))
                .append("standing", r.standing().name())
                .append("name", r.name())
                .append("sortKey", r.sortKey())
                .append("folded", r.folded())
                .append("birthYear", r.birthYear())
                .append("unit", r.unit())
                .append("unitName", r.unitName())
                .append("paths", r.paths())
                .append("capacity", r.capacity())
                .append("others", entry.otherCapacities())
                .append("receiving", entry.receiving())
                .append("reason", r.reason())
                .append("site", r.site())
                .append("phone", r.phone())
                .append("reply", r.reply().name());
    }

    static Entry entry(Document document) {
        Required required = new Required(
                document.getString("session"),
                document.getString("person"),
                document.getInteger("v"),
                Required.Standing.valueOf(document.getString("standing")),
                document.getString("name"),
                document.getString("sortKey"),
                document.getString("folded"),
                document.getInteger("birthYear"),
                document.getString("unit"),
                document.getString("unitName"),
                document.getList("paths", String.class),
                document.getString("capacity"),
                document.getString("reason"),
                document.getString("site"),
                document.getString("phone"),
                Required.Reply.valueOf(document.getString("reply")));
        return new Entry(required, document.getList("others", String.class), document.getString("receiving"));
    }

    static Document change(ListState.Change change) {
        Document standings = new Document();
        change.standings().forEach((standing, count) -> standings.append(standing.name(), count));
        return new Document("v", change.version())
                .append("at", Date.from(change.at()))
                .append("by", change.by())
                .append("reason", change.reason())
                .append("added", change.added())
                .append("removed", change.removed())
                .append("changed", change.changed())
                .append("standings", standings);
    }

    static ListState state(Document document) {
        List<ListState.Change> history = new ArrayList<>();
        for (Document change : document.getList("history", Document.class, List.of())) history.add(change(change));
        return new ListState(
                document.getString("_id"),
                document.getInteger("version"),
                document.getBoolean("frozen"),
                document.getInteger("announce"),
                document.getDate("startsAt").toInstant(),
                instant(document.getDate("refreshedAt")),
                history,
                document.getLong("rev"));
    }

    private static ListState.Change change(Document document) {
        Map<Required.Standing, Integer> standings = new EnumMap<>(Required.Standing.class);
        document.get("standings", Document.class)
                .forEach((name, count) -> standings.put(Required.Standing.valueOf(name), (Integer) count));
        return new ListState.Change(
                document.getInteger("v"),
                document.getDate("at").toInstant(),
                document.getString("by"),
                document.getString("reason"),
                document.getInteger("added"),
                document.getInteger("removed"),
                document.getInteger("changed"),
                standings);
    }

    static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
