package vn.diemcau.files;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.problem.Problem;

/**
 * Files as GridFS has them. Chunks carry the turn that wrote them: they are inserted, and where one stands already it is replaced only
 * by the same turn or a later one, so a writer that was given up cannot harm its successor.
 */
final class GridShelf implements Shelf {
    private static final int READ_AHEAD = 8;

    private final Vertx vertx;
    private final MongoCollection<Document> files;
    private final MongoCollection<Document> chunks;
    private final InstantSource clock;

    GridShelf(Vertx vertx, Mongo mongo, InstantSource clock) {
        this.vertx = vertx;
        this.files = mongo.collection(FileStore.BUCKET + ".files");
        this.chunks = mongo.collection(FileStore.BUCKET + ".chunks");
        this.clock = clock;
    }

    @Override
    public Future<Void> write(String file, long turn, long at, List<byte[]> parts) {
        List<Document> documents = new ArrayList<>(parts.size());
        int number = (int) (at / CHUNK);
        for (byte[] part : parts) {
            documents.add(new Document("_id", file + "|" + number)
                    .append("files_id", file)
                    .append("n", number++)
                    .append("turn", turn)
                    .append("data", new Binary(part)));
        }
        return Mongo.one(chunks.insertMany(documents, new InsertManyOptions().ordered(false)))
                .recover(failure -> onlyDuplicates(failure) ? replace(documents, turn) : Future.failedFuture(failure))
                .mapEmpty();
    }

    private static boolean onlyDuplicates(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream()
                        .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
    }

    /** A chunk of a later turn does not match; the upsert then meets its key and fails. */
    private <T> Future<T> replace(List<Document> documents, long turn) {
        List<ReplaceOneModel<Document>> models = documents.stream()
                .map(document -> new ReplaceOneModel<>(
                        and(eq("_id", document.getString("_id")), lte("turn", turn)),
                        document,
                        new ReplaceOptions().upsert(true)))
                .toList();
        return Mongo.one(chunks.bulkWrite(models, new BulkWriteOptions().ordered(false)))
                .recover(failure -> Future.failedFuture(onlyDuplicates(failure) ? takenOver() : failure))
                .mapEmpty();
    }

    private static Problem takenOver() {
        return Problem.conflict("upload_taken_over", "Another request goes on with this upload.");
    }

    @Override
    public Future<byte[]> read(String file, long from, int length) {
        int at = (int) (from % CHUNK);
        return Mongo.first(chunks.find(and(eq("files_id", file), eq("n", (int) (from / CHUNK))))
                        .batchSize(1))
                .map(found -> {
                    byte[] data = found.map(
                                    chunk -> chunk.get("data", Binary.class).getData())
                            .orElse(new byte[0]);
                    if (data.length < at + length) throw new IllegalStateException("a chunk is missing or too short");
                    return Arrays.copyOfRange(data, at, at + length);
                });
    }

    @Override
    public Future<Void> finish(String file, String name, long size) {
        Document whole = new Document("_id", file)
                .append("length", size)
                .append("chunkSize", CHUNK)
                .append("uploadDate", Date.from(clock.instant()))
                .append("filename", name);
        return Mongo.one(files.replaceOne(eq("_id", file), whole, new ReplaceOptions().upsert(true)))
                .mapEmpty();
    }

    @Override
    public Future<Void> send(String file, long from, long until, WriteStream<Buffer> out) {
        if (from >= until) return Future.succeededFuture();
        int first = (int) (from / CHUNK);
        int last = (int) ((until - 1) / CHUNK);
        Outgoing outgoing = new Outgoing(vertx.getOrCreateContext(), out, from, until);
        chunks.find(and(eq("files_id", file), gte("n", first), lte("n", last)))
                .sort(ascending("n"))
                .batchSize(READ_AHEAD)
                .subscribe(outgoing);
        return outgoing.done();
    }

    @Override
    public Future<Void> delete(String file) {
        return Mongo.one(files.deleteOne(eq("_id", file)))
                .compose(done -> Mongo.one(chunks.deleteMany(eq("files_id", file))))
                .mapEmpty();
    }
}
