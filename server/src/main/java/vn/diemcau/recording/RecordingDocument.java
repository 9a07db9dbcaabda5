package vn.diemcau.recording;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.recording.Recording.Rule;
import vn.diemcau.recording.Recording.State;

/** A recording as the store has it. */
final class RecordingDocument {
    private RecordingDocument() {}

    static String wire(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Document of(StoredFile file) {
        return new Document("id", file.id())
                .append("place", file.place().name().toLowerCase(Locale.ROOT))
                .append("type", file.kind().type())
                .append("size", file.size())
                .append("sha256", file.sha256());
    }

    static Document of(Recording recording) {
        Document document = new Document("_id", recording.id())
                .append("session", recording.session())
                .append("programme", recording.programme())
                .append("unitPath", recording.unitPath())
                .append("title", recording.title())
                .append("state", wire(recording.state()))
                .append("startedAt", Date.from(recording.startedAt()))
                .append("dueAt", Date.from(recording.dueAt()))
                .append("seconds", recording.seconds())
                .append("percent", recording.rule().percent())
                .append("approval", recording.rule().approval());
        if (recording.key() != null) document.append("key", recording.key());
        return document;
    }

    private static @Nullable StoredFile file(@Nullable Document document) {
        if (document == null) return null;
        return new StoredFile(
                document.getString("id"),
                Place.valueOf(document.getString("place").toUpperCase(Locale.ROOT)),
                FileKind.ofType(document.getString("type")).orElse(FileKind.MP4),
                document.get("size", Number.class).longValue(),
                document.getString("sha256"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    static Recording read(Document document) {
        return new Recording(
                document.getString("_id"),
                document.getString("key"),
                document.getString("session"),
                document.getString("programme"),
                document.getString("unitPath"),
                document.getString("title"),
                State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
                document.getDate("startedAt").toInstant(),
                document.getDate("dueAt").toInstant(),
                document.getInteger("seconds", 0),
                document.getString("name"),
                file(document.get("file", Document.class)),
                file(document.get("poster", Document.class)),
                document.getString("failure"),
                instant(document.getDate("removeAfter")),
                instant(document.getDate("warnedAt")),
                new Rule(document.getInteger("percent"), document.getBoolean("approval")),
                document.getBoolean("captions", false),
                document.getBoolean("chapters", false));
    }
}
