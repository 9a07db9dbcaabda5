package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * The chain of closings ({@code closings}) and what each covers ({@code closing_leaves}). A link's place is its id, so that two can
 * never follow the same one; what is closed is unique, so that the first closing of it stands.
 */
final class ClosingStore {
    static final List<Index> INDEXES = List.of(
            Index.uniqueOn("closings", "scope"), Index.on("closings", "level", "at"), Index.on("closing_leaves", "of"));
    private static final int LEAVES = 500;
    private static final int TRIES = 200;

    private final MongoCollection<Document> closings;
    private final MongoCollection<Document> leaves;
    private final SecureRandom random = new SecureRandom();
    private Future<?> last = Future.succeededFuture();

    ClosingStore(Mongo mongo) {
        closings = mongo.collection("closings");
        leaves = mongo.collection("closing_leaves");
    }

    private static String place(long number) {
        return String.format(Locale.ROOT, "%012d", number);
    }

    Future<Optional<Closing>> of(String scope) {
        return Mongo.first(closings.find(eq("scope", scope)).batchSize(1)).map(found -> found.map(ClosingStore::read));
    }

    Future<List<Closing>> of(Collection<String> scopes) {
        return Mongo.all(closings.find(in("scope", scopes)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ClosingStore::read).toList());
    }

    /** Those of a level, newest first. */
    Future<List<Closing>> of(Closing.Level level) {
        return Mongo.all(closings.find(eq("level", level.name()))
                        .sort(Sorts.descending("at"))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ClosingStore::read).toList());
    }

    /** Those whose scope begins so. */
    Future<List<Closing>> below(String scope) {
        return Mongo.all(closings.find(and(gte("scope", scope), lt("scope", scope + "\uffff")))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ClosingStore::read).toList());
    }

    /** The whole chain as a file, with the records that the closings of these scopes cover. */
    Future<Buffer> file(Set<String> with, Instant now) {
        Buffer file = Buffer.buffer(ClosingFile.begin(now));
        List<Closing> chain = new ArrayList<>();
        return each(chain::add).compose(read -> {
            Future<Void> written = Future.succeededFuture();
            for (Closing each : chain) {
                if (with.contains(each.scope())) {
                    written = written.compose(done -> leaves(each.scope())).map(covered -> {
                        file.appendString(ClosingFile.line(each));
                        covered.forEach(leaf -> file.appendString(ClosingFile.line(leaf)));
                        return null;
                    });
                } else {
                    written = written.onSuccess(done -> file.appendString(ClosingFile.line(each)));
                }
            }
            return written.map(file);
        });
    }

    /** Every link in order, one at a time. */
    Future<Void> each(Consumer<Closing> consumer) {
        return Mongo.each(
                closings.find(gte("_id", place(1))).sort(Sorts.ascending("_id")).batchSize(Mongo.BATCH),
                document -> consumer.accept(read(document)));
    }

    /** What a closing covers, in no order. */
    Future<List<Closing.Leaf>> leaves(String scope) {
        return Mongo.first(closings.find(eq("scope", scope)).batchSize(1)).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(List.of());
            String kept = found.get().getString("leaves");
            return Mongo.all(leaves.find(eq("of", kept)).batchSize(4)).map(parts -> {
                List<Closing.Leaf> all = new ArrayList<>();
                for (Document part : parts) {
                    for (Document each : part.getList("leaves", Document.class)) {
                        all.add(new Closing.Leaf(each.getString("s"), each.getString("r"), each.getString("h")));
                    }
                }
                return all;
            });
        });
    }

    Closing.Leaf leaf(String record) {
        byte[] salt = new byte[12];
        random.nextBytes(salt);
        return Closing.Leaf.of(HexFormat.of().formatHex(salt), record);
    }

    /** Appends the closing behind the head of the chain; what was closed before stays as it was closed. */
    synchronized Future<Closing> append(Closing closing, List<Closing.Leaf> covered) {
        Future<Closing> next = last.transform(done -> keep(closing, covered));
        last = next;
        return next;
    }

    private Future<Closing> keep(Closing closing, List<Closing.Leaf> covered) {
        String kept = UUID.randomUUID().toString();
        Future<Void> written = Future.succeededFuture();
        for (int from = 0; from < covered.size(); from += LEAVES) {
            List<Document> part = covered.subList(from, Math.min(covered.size(), from + LEAVES)).stream()
                    .map(leaf -> new Document("h", leaf.hash())
                            .append("s", leaf.salt())
                            .append("r", leaf.record()))
                    .toList();
            Document document = new Document("_id", kept + "|" + from / LEAVES)
                    .append("of", kept)
                    .append("leaves", part);
            written = written.compose(
                    done -> Mongo.one(leaves.insertOne(document)).mapEmpty());
        }
        return written.compose(done -> place(closing, kept, TRIES));
    }

    private Future<Closing> place(Closing closing, String kept, int tries) {
        return head().compose(head -> {
            Closing placed = head.map(before -> closing.after(before.number(), before.hash()))
                    .orElseGet(() -> closing.after(0, Closing.NONE));
            return Mongo.one(closings.insertOne(document(placed, kept)))
                    .map(placed)
                    .recover(failure -> {
                        if (!Mongo.isDuplicateKey(failure)) return Future.failedFuture(failure);
                        return of(closing.scope()).compose(standing -> {
                            if (standing.isPresent()) return Future.succeededFuture(standing.get());
                            return tries == 0 ? Future.failedFuture(failure) : place(closing, kept, tries - 1);
                        });
                    });
        });
    }

    Future<Optional<Closing>> head() {
        return Mongo.first(closings.find(gte("_id", place(1)))
                        .sort(Sorts.descending("_id"))
                        .batchSize(1)
                        .limit(1))
                .map(found -> found.map(ClosingStore::read));
    }

    private static Document document(Closing closing, String kept) {
        return new Document("_id", place(closing.number()))
                .append("level", closing.level().name())
                .append("scope", closing.scope())
                .append("by", closing.by())
                .append("at", Date.from(closing.at()))
                .append(
                        "counts",
                        new Document(new LinkedHashMap<>(closing.counts().asMap())))
                .append("covers", closing.covers())
                .append("root", closing.root())
                .append("previous", closing.previous())
                .append("hash", closing.hash())
                .append("leaves", kept);
    }

    private static Closing read(Document document) {
        return new Closing(
                Long.parseLong(document.getString("_id")),
                Closing.Level.valueOf(document.getString("level")),
                document.getString("scope"),
                document.getString("by"),
                document.getDate("at").toInstant(),
                Counts.of(document.get("counts", new Document())),
                document.getInteger("covers"),
                document.getString("root"),
                document.getString("previous"),
                document.getString("hash"));
    }
}
