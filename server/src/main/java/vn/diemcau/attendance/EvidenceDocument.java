package vn.diemcau.attendance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Evidence as a document, and the hash of what its sender said. */
final class EvidenceDocument {
    private EvidenceDocument() {}

    static String id(String session, String evidence) {
        return session + "|" + evidence;
    }

    static String subject(String session, String subject) {
        return session + "|" + subject;
    }

    static Document of(Evidence evidence, long todo) {
        Document document = new Document("_id", id(evidence.session(), evidence.id()))
                .append("h", hash(evidence))
                .append("session", evidence.session())
                .append("subject", evidence.subject())
                .append(
                        "subjects",
                        evidence.subjects().stream()
                                .map(subject -> subject(evidence.session(), subject))
                                .toList())
                .append("kind", evidence.kind().name())
                .append("source", evidence.source().name())
                .append("by", evidence.by())
                .append("seenAt", Date.from(evidence.seenAt()))
                .append("receivedAt", Date.from(evidence.receivedAt()))
                .append("todo", todo);
        if (evidence.method() != null)
            document.append("method", evidence.method().name());
        if (evidence.site() != null) {
            document.append("site", evidence.site()).append("place", subject(evidence.session(), evidence.site()));
        }
        if (evidence.device() != null) document.append("device", evidence.device());
        if (evidence.boundSeconds() != 0) document.append("bound", evidence.boundSeconds());
        Document detail = detail(evidence.detail());
        if (!detail.isEmpty()) document.append("detail", detail);
        return document;
    }

    private static Document detail(Evidence.Detail detail) {
        Document document = new Document();
        put(document, "undoes", detail.undoes());
        put(document, "person", detail.person());
        put(document, "count", detail.count());
        put(document, "from", date(detail.from()));
        put(document, "minutes", detail.minutes());
        put(
                document,
                "standing",
                detail.standing() == null ? null : detail.standing().name());
        put(document, "text", detail.text());
        put(document, "clock", date(detail.clock()));
        return document;
    }

    private static void put(Document document, String key, @Nullable Object value) {
        if (value != null) document.append(key, value);
    }

    private static @Nullable Date date(@Nullable Instant at) {
        return at == null ? null : Date.from(at);
    }

    static Evidence read(Document document) {
        String id = document.getString("_id");
        String session = document.getString("session");
        String method = document.getString("method");
        Document detail = document.get("detail", Document.class);
        return new Evidence(
                id.substring(session.length() + 1),
                session,
                document.getString("subject"),
                Evidence.Kind.valueOf(document.getString("kind")),
                Evidence.Source.valueOf(document.getString("source")),
                method == null ? null : Evidence.Method.valueOf(method),
                document.getString("site"),
                document.getString("by"),
                document.getString("device"),
                document.getDate("seenAt").toInstant(),
                document.getDate("receivedAt").toInstant(),
                document.getInteger("bound", 0),
                detail == null ? Evidence.Detail.NONE : readDetail(detail));
    }

    private static Evidence.Detail readDetail(Document detail) {
        String standing = detail.getString("standing");
        return new Evidence.Detail(
                detail.getString("undoes"),
                detail.getString("person"),
                detail.getInteger("count"),
                instant(detail.getDate("from")),
                detail.getInteger("minutes"),
                standing == null ? null : Standing.valueOf(standing),
                detail.getString("text"),
                instant(detail.getDate("clock")));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** Kinds whose time is that of their arrival: sent again they are the same. */
    private static boolean timedByServer(Evidence.Kind kind) {
        return switch (kind) {
            case MERGE, REPORT, CLOSE, CORRECTION -> true;
            case IN,
                    OUT,
                    UNDO,
                    WALK_IN,
                    COUNT,
                    LINK_UP,
                    LINK_DOWN,
                    CONNECTED,
                    DISCONNECTED,
                    BEAT,
                    WATCHED,
                    EXCUSE,
                    SUBSTITUTE -> false;
        };
    }

    /** Of what the sender said: not of when it arrived, through whom, or how its clock was corrected. */
    static String hash(Evidence evidence) {
        Evidence.Detail detail = evidence.detail();
        Instant said = detail.clock() == null ? evidence.seenAt() : detail.clock();
        List<Object> parts = java.util.Arrays.asList(
                evidence.subject(),
                evidence.kind(),
                evidence.method(),
                evidence.site(),
                timedByServer(evidence.kind()) ? 0L : said.toEpochMilli(),
                detail.undoes(),
                detail.person(),
                detail.count(),
                detail.from(),
                detail.minutes(),
                detail.standing(),
                detail.text());
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
