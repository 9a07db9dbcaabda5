package vn.diemcau.material;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Role;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** What is known about each material; the bytes are in the file store. */
final class MaterialStore {
    static final List<Index> INDEXES = List.of(Index.on("materials", "programme", "addedAt"));
    private static final int MOST = 1000;

    private final MongoCollection<Document> materials;

    MaterialStore(Mongo mongo) {
        materials = mongo.collection("materials");
    }

    /** False when the id stands already. */
    Future<Boolean> add(Material material) {
        return Mongo.one(materials.insertOne(new Document("_id", material.id())
                        .append("programme", material.programme())
                        .append("session", material.session())
                        .append("site", material.site())
                        .append("readers", material.readers().name().toLowerCase(Locale.ROOT))
                        .append("roles", wire(material.roles()))
                        .append("name", material.name())
                        .append("file", write(material.file()))
                        .append("version", material.version())
                        .append("availableFrom", Date.from(material.availableFrom()))
                        .append("addedAt", Date.from(material.addedAt()))
                        .append("addedBy", material.addedBy())))
                .map(true)
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    /** Puts a version above the one that stands; false when another came between. */
    Future<Boolean> replace(Material standing, String name, StoredFile file, Instant at, String by) {
        Document earlier = new Document("number", standing.version())
                .append("name", standing.name())
                .append("file", write(standing.file()))
                .append("addedAt", Date.from(standing.addedAt()))
                .append("addedBy", standing.addedBy());
        return Mongo.one(materials.updateOne(
                        and(eq("_id", standing.id()), eq("version", standing.version())),
                        combine(
                                push("earlier", earlier),
                                set("version", standing.version() + 1),
                                set("name", name),
                                set("file", write(file)),
                                set("addedAt", Date.from(at)),
                                set("addedBy", by))))
                .map(result -> result.getMatchedCount() == 1);
    }

    Future<Optional<Material>> find(String id) {
        return Mongo.first(materials.find(eq("_id", id)).batchSize(1)).map(found -> found.map(MaterialStore::material));
    }

    Future<List<Material>> of(String programme) {
        return Mongo.all(materials
                        .find(eq("programme", programme))
                        .sort(ascending("addedAt"))
                        .batchSize(Mongo.BATCH)
                        .limit(MOST))
                .map(found -> found.stream().map(MaterialStore::material).toList());
    }

    Future<Void> availableFrom(String id, Instant from) {
        return Mongo.one(materials.updateOne(eq("_id", id), set("availableFrom", Date.from(from))))
                .mapEmpty();
    }

    Future<Void> readers(
            String id, @Nullable String session, @Nullable String site, Material.Readers readers, Set<Role> roles) {
        return Mongo.one(materials.updateOne(
                        eq("_id", id),
                        combine(
                                set("session", session),
                                set("site", site),
                                set("readers", readers.name().toLowerCase(Locale.ROOT)),
                                set("roles", wire(roles)))))
                .mapEmpty();
    }

    /** Whether the material has this file in some version. */
    Future<Boolean> keeps(String id, String file) {
        return find(id).map(found -> found.filter(there ->
                        there.files().stream().anyMatch(each -> each.id().equals(file)))
                .isPresent());
    }

    private static List<String> wire(Set<Role> roles) {
        return roles.stream().map(Role::wire).sorted().toList();
    }

    private static Set<Role> roles(Document document) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        document.getList("roles", String.class, List.of())
                .forEach(role -> roles.add(Role.valueOf(role.toUpperCase(Locale.ROOT))));
        return roles;
    }

    Future<Void> delete(String id) {
        return Mongo.one(materials.deleteOne(eq("_id", id))).mapEmpty();
    }

    static Document write(StoredFile file) {
        return new Document("id", file.id())
                .append("place", file.place().name().toLowerCase(Locale.ROOT))
                .append("type", file.kind().type())
                .append("size", file.size())
                .append("sha256", file.sha256());
    }

    static StoredFile file(Document document) {
        return new StoredFile(
                document.getString("id"),
                Place.valueOf(document.getString("place").toUpperCase(Locale.ROOT)),
                FileKind.ofType(document.getString("type")).orElse(FileKind.TEXT),
                document.get("size", Number.class).longValue(),
                document.getString("sha256"));
    }

    private static Material material(Document document) {
        return new Material(
                document.getString("_id"),
                document.getString("programme"),
                document.getString("session"),
                document.getString("site"),
                Material.Readers.valueOf(document.getString("readers").toUpperCase(Locale.ROOT)),
                roles(document),
                document.getString("name"),
                file(document.get("file", Document.class)),
                document.getInteger("version"),
                document.getList("earlier", Document.class, List.of()).stream()
                        .map(MaterialStore::version)
                        .toList(),
                document.getDate("availableFrom").toInstant(),
                document.getDate("addedAt").toInstant(),
                document.getString("addedBy"));
    }

    private static Material.Version version(Document document) {
        return new Material.Version(
                document.getInteger("number"),
                document.getString("name"),
                file(document.get("file", Document.class)),
                document.getDate("addedAt").toInstant(),
                document.getString("addedBy"));
    }
}
