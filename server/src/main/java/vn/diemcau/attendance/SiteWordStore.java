package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Checks and calls of a session's sites, appended once: {@code site_words}. */
final class SiteWordStore {
    static final List<Index> INDEXES = List.of(Index.on("site_words", "session"));

    /** A site is reminded once: the id of that word. */
    static final String REMINDER = "reminder";

    private final MongoCollection<Document> words;

    SiteWordStore(Mongo mongo) {
        words = mongo.collection("site_words");
    }

    /** Keeps it; false when the same id stands already, and then nothing changes. */
    Future<Boolean> add(SiteWord word) {
        Document document = new Document("session", word.session())
                .append("site", word.site())
                .append("kind", word.kind().name())
                .append("at", Date.from(word.at()))
                .append("by", word.by());
        if (!word.good().isEmpty()) document.append("good", new Document(Map.copyOf(word.good())));
        if (word.reached() != null) document.append("reached", word.reached());
        if (word.note() != null) document.append("note", word.note());
        return Mongo.one(words.updateOne(
                        eq("_id", word.session() + "|" + word.site() + "|" + word.id()),
                        setOnInsert(document),
                        new UpdateOptions().upsert(true)))
                .map(result -> result.getUpsertedId() != null);
    }

    /** When the site was reminded, if it was. */
    Future<Optional<SiteWord>> reminder(String session, String site) {
        return Mongo.first(words.find(eq("_id", session + "|" + site + "|" + REMINDER))
                        .batchSize(1))
                .map(found -> found.map(SiteWordStore::read));
    }

    /** By site, oldest first. */
    Future<Map<String, List<SiteWord>>> of(String session) {
        return Mongo.all(words.find(eq("session", session)).batchSize(Mongo.BATCH))
                .map(found -> {
                    Map<String, List<SiteWord>> bySite = new HashMap<>();
                    found.stream()
                            .map(SiteWordStore::read)
                            .sorted(Comparator.comparing(SiteWord::at))
                            .forEach(word -> bySite.computeIfAbsent(word.site(), site -> new java.util.ArrayList<>())
                                    .add(word));
                    return bySite;
                });
    }

    Future<Void> delete(String session) {
        return Mongo.one(words.deleteMany(eq("session", session))).mapEmpty();
    }

    private static SiteWord read(Document document) {
        String session = document.getString("session");
        String site = document.getString("site");
        Map<String, Boolean> good = new HashMap<>();
        Document kept = document.get("good", Document.class);
        if (kept != null) kept.forEach((what, value) -> good.put(what, Boolean.TRUE.equals(value)));
        return new SiteWord(
                document.getString("_id").substring(session.length() + site.length() + 2),
                session,
                site,
                SiteWord.Kind.valueOf(document.getString("kind")),
                document.getDate("at").toInstant(),
                document.getString("by"),
                good,
                document.getBoolean("reached"),
                document.getString("note"));
    }
}
