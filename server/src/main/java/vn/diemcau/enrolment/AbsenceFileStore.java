package vn.diemcau.enrolment;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The paper of each absence request, at most one: {@code absence_files}; a later one takes its place. */
final class AbsenceFileStore {
    static final List<Index> INDEXES =
            List.of(Index.on("absence_files", "session"), Index.sparseOn("absence_files", "person"));

    private final MongoCollection<Document> papers;

    AbsenceFileStore(Mongo mongo) {
        papers = mongo.collection("absence_files");
    }

    Future<Optional<AbsenceFile>> of(String absence) {
        return Mongo.first(papers.find(eq("_id", absence)).batchSize(1))
                .map(found -> found.map(AbsenceFileStore::read));
    }

    /** By the request's id. */
    Future<Map<String, AbsenceFile>> of(Collection<String> absences) {
        if (absences.isEmpty()) return Future.succeededFuture(Map.of());
        return Mongo.all(papers.find(in("_id", absences)).batchSize(Mongo.BATCH))
                .map(found -> {
                    Map<String, AbsenceFile> byId = new HashMap<>();
                    found.forEach(document -> byId.put(document.getString("_id"), read(document)));
                    return byId;
                });
    }

    Future<List<AbsenceFile>> ofSession(String session) {
        return Mongo.all(papers.find(eq("session", session)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(AbsenceFileStore::read).toList());
    }

    /** Whether the request has this file as its paper. */
    Future<Boolean> keeps(String absence, String file) {
        return of(absence).map(found -> found.filter(there -> there.file().id().equals(file))
                .isPresent());
    }

    /** The requests whose papers do not say whose they are: until 1.0.0 none did. */
    Future<List<String>> ofNobody() {
        return Mongo.all(papers.find(exists("person", false)).batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document -> document.getString("_id"))
                        .toList());
    }

    Future<Void> belongs(String absence, String person) {
        return Mongo.one(papers.updateOne(eq("_id", absence), set("person", person)))
                .mapEmpty();
    }

    Future<List<AbsenceFile>> ofPerson(String person) {
        return Mongo.all(papers.find(eq("person", person)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(AbsenceFileStore::read).toList());
    }

    Future<Void> put(AbsenceFile paper) {
        StoredFile file = paper.file();
        Document document = new Document("_id", paper.absence())
                .append("session", paper.session())
                .append("person", paper.person())
                .append("name", paper.name())
                .append("file", file.id())
                .append("place", file.place().name())
                .append("kind", file.kind().name())
                .append("size", file.size())
                .append("sha256", file.sha256());
        return Mongo.one(papers.replaceOne(eq("_id", paper.absence()), document, new ReplaceOptions().upsert(true)))
                .mapEmpty();
    }

    Future<Void> delete(String absence) {
        return Mongo.one(papers.deleteOne(eq("_id", absence))).mapEmpty();
    }

    private static AbsenceFile read(Document document) {
        return new AbsenceFile(
                document.getString("_id"),
                document.getString("session"),
                document.get("person", ""),
                document.getString("name"),
                new StoredFile(
                        document.getString("file"),
                        Place.valueOf(document.getString("place")),
                        FileKind.valueOf(document.getString("kind")),
                        document.getLong("size"),
                        document.getString("sha256")));
    }
}
