package vn.diemcau.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of the site directory. */
final class PlaceStore {
    static final List<Index> INDEXES =
            List.of(Index.on("places", "folded", "_id"), Index.on("places", "unit"), Index.on("places", "unitPath"));

    private final MongoCollection<Document> places;

    PlaceStore(Mongo mongo) {
        places = mongo.collection("places");
    }

    Future<Boolean> add(Place place) {
        return Mongo.first(
                        places.insertOne(fields(place).append("_id", place.id()).append("rev", place.rev())))
                .map(true)
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    Future<Optional<Place>> get(String id) {
        return Mongo.first(places.find(eq("_id", id)).batchSize(1)).map(found -> found.map(PlaceStore::read));
    }

    /** Writes it over the state of revision {@code place.rev()}; false if that is no longer the state. */
    Future<Boolean> replace(Place place) {
        return Mongo.one(places.updateOne(
                        and(eq("_id", place.id()), eq("rev", place.rev())),
                        new Document("$set", fields(place).append("rev", place.rev() + 1))))
                .map(result -> result.getMatchedCount() == 1);
    }

    Future<Void> delete(String id) {
        return Mongo.one(places.deleteOne(eq("_id", id))).mapEmpty();
    }

    Future<List<Place>> many(Collection<String> ids) {
        return Mongo.all(places.find(in("_id", ids)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(PlaceStore::read).toList());
    }

    /** The places of these units. */
    Future<List<Place>> ofUnits(Collection<String> units) {
        return Mongo.all(places.find(in("unit", units))
                        .sort(Sorts.ascending("folded", "_id"))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(PlaceStore::read).toList());
    }

    /**
     * In the order of their names.
     *
     * @param below path prefixes, of which one must fit
     * @param folded text they contain, or empty
     * @param after the place after which to go on, or empty
     */
    Future<List<Place>> find(Collection<String> below, String folded, Optional<Place> after, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(or(below.stream().map(SessionStore::below).toList()));
        if (!folded.isEmpty()) filters.add(regex("folded", Pattern.quote(folded)));
        after.ifPresent(last ->
                filters.add(or(gt("folded", last.folded()), and(eq("folded", last.folded()), gt("_id", last.id())))));
        return Mongo.all(places.find(and(filters))
                        .sort(Sorts.ascending("folded", "_id"))
                        .limit(limit)
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(PlaceStore::read).toList());
    }

    private static Document fields(Place place) {
        return new Document("name", place.name())
                .append("address", place.address())
                .append("seats", place.seats())
                .append("contactName", place.contactName())
                .append("contactPhone", place.contactPhone())
                .append("unit", place.unit())
                .append("unitPath", place.unitPath())
                .append("folded", place.folded());
    }

    private static Place read(Document document) {
        return new Place(
                document.getString("_id"),
                document.getString("name"),
                document.getString("address"),
                document.getInteger("seats", 0),
                document.getString("contactName"),
                document.getString("contactPhone"),
                document.getString("unit"),
                document.getString("unitPath"),
                document.getString("folded"),
                document.get("rev", Number.class).longValue());
    }
}
