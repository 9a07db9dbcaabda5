package vn.diemcau.letterhead;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.paper.Layout;
import vn.diemcau.paper.Letterhead;
import vn.diemcau.problem.Problem;

/** The letterheads that offices keep, one a unit. */
final class LetterheadStore {
    private final MongoCollection<Document> letterheads;

    LetterheadStore(Mongo mongo) {
        letterheads = mongo.collection("letterheads");
    }

    /**
     * A letterhead as it is kept.
     *
     * @param rev raised at every change
     */
    record Kept(Letterhead letterhead, int rev) {}

    Future<Optional<Kept>> find(String unit) {
        return Mongo.first(letterheads.find(eq("_id", unit)).batchSize(1))
                .map(found -> found.map(LetterheadStore::read));
    }

    /** Keeps it over the revision that was read, 0 when there was none; fails with {@code changed_meanwhile} when that is not the last. */
    Future<Kept> put(String unit, Letterhead letterhead, int over) {
        Document document = new Document("_id", unit)
                .append("rev", over + 1)
                .append("layout", letterhead.layout().wire())
                .append("superior", letterhead.superior())
                .append("issuer", letterhead.issuer())
                .append("sign", letterhead.sign())
                .append("place", letterhead.place())
                .append("signedFor", letterhead.signedFor())
                .append("signerRole", letterhead.signerRole())
                .append("signerName", letterhead.signerName())
                .append("preparer", letterhead.preparer())
                .append("recipients", letterhead.recipients());
        Future<Boolean> written = over == 0
                ? Mongo.one(letterheads.insertOne(document)).map(done -> true).recover(failure -> {
                    boolean there = failure instanceof MongoWriteException refused
                            && refused.getError().getCategory() == com.mongodb.ErrorCategory.DUPLICATE_KEY;
                    return there ? Future.succeededFuture(false) : Future.failedFuture(failure);
                })
                : Mongo.one(letterheads.replaceOne(
                                and(eq("_id", unit), eq("rev", over)), document, new ReplaceOptions()))
                        .map(result -> result.getMatchedCount() == 1);
        return written.map(done -> {
            if (!done) throw Problem.conflict("changed_meanwhile", "Somebody changed it meanwhile; read it again.");
            return new Kept(letterhead, over + 1);
        });
    }

    private static Kept read(Document document) {
        return new Kept(
                new Letterhead(
                        Layout.valueOf(document.getString("layout").toUpperCase(java.util.Locale.ROOT)),
                        document.getString("superior"),
                        document.getString("issuer"),
                        document.getString("sign"),
                        document.getString("place"),
                        document.getString("signedFor"),
                        document.getString("signerRole"),
                        document.getString("signerName"),
                        document.getString("preparer"),
                        document.getList("recipients", String.class, List.of())),
                document.getInteger("rev"));
    }
}
