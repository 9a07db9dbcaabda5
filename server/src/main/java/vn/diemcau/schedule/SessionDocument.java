package vn.diemcau.schedule;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A session as a document. Its id, programme, number, room and revision are written apart: an edit never carries them. */
final class SessionDocument {
    private SessionDocument() {}

    static Document fields(Session session) {
        return new Document("kind", lower(session.kind()))
                .append("title", session.title())
                .append("unit", session.unit())
                .append("unitPath", session.unitPath())
                .append("topic", session.topic())
                .append("lecturer", session.lecturer())
                .append("periods", session.periods())
                .append("startsAt", Date.from(session.startsAt()))
                .append("endsAt", Date.from(session.endsAt()))
                .append("mode", lower(session.mode()))
                .append("state", lower(session.state()))
                .append("policy", session.policy())
                .append("rehearsal", session.rehearsal())
                .append("sequence", session.sequence())
                .append(
                        "agenda",
                        session.agenda().stream().map(SessionDocument::item).toList())
                .append("sites", SiteDocument.of(session.sites()))
                .append("ownSites", session.ownSites());
    }

    static Session read(Document document) {
        return new Session(
                document.getString("_id"),
                document.getString("programme"),
                ProgrammeKind.valueOf(document.getString("kind").toUpperCase(Locale.ROOT)),
                document.getString("title"),
                document.getString("unit"),
                document.getString("unitPath"),
                document.getInteger("number", 0),
                document.getString("topic"),
                document.getString("lecturer"),
                document.getInteger("periods", 0),
                document.getDate("startsAt").toInstant(),
                document.getDate("endsAt").toInstant(),
                Mode.valueOf(document.getString("mode").toUpperCase(Locale.ROOT)),
                State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
                document.getString("policy"),
                document.getBoolean("rehearsal", false),
                document.getInteger("sequence", 0),
                document.getString("room"),
                document.getList("agenda", Document.class, List.of()).stream()
                        .map(SessionDocument::item)
                        .toList(),
                SiteDocument.read(document),
                document.getBoolean("ownSites", false),
                document.get("rev", Number.class).longValue());
    }

    static Document of(Change change) {
        return new Document("what", change.what())
                .append("by", change.by())
                .append("at", Date.from(change.at()))
                .append("reason", change.reason());
    }

    static List<Change> changes(Document document) {
        return document.getList("changes", Document.class, List.of()).stream()
                .map(change -> new Change(
                        change.getString("what"),
                        change.getString("by"),
                        change.getDate("at").toInstant(),
                        change.getString("reason")))
                .toList();
    }

    static Session withRev(Session s, long rev) {
        return new Session(
                s.id(),
                s.programme(),
                s.kind(),
                s.title(),
                s.unit(),
                s.unitPath(),
                s.number(),
                s.topic(),
                s.lecturer(),
                s.periods(),
                s.startsAt(),
                s.endsAt(),
                s.mode(),
                s.state(),
                s.policy(),
                s.rehearsal(),
                s.sequence(),
                s.room(),
                s.agenda(),
                s.sites(),
                s.ownSites(),
                rev);
    }

    private static Document item(AgendaItem item) {
        return new Document("at", item.at() == null ? null : Date.from(item.at()))
                .append("topic", item.topic())
                .append("presenter", item.presenter());
    }

    private static AgendaItem item(Document document) {
        return new AgendaItem(
                instant(document.getDate("at")), document.getString("topic"), document.getString("presenter"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
