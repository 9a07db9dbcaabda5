package vn.diemcau.files;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import org.bson.BsonString;
import org.bson.Document;
import vn.diemcau.mongo.Mongo;

/** Files in GridFS, streamed in and out; each with its size, kind and SHA-256, known only once the last byte has arrived. */
public final class FileStore {
    private static final String BUCKET = "files";
    private static final int CHUNK = 255 * 1024;

    private final Vertx vertx;
    private final Mongo mongo;
    private final GridFSBucket bucket;

    public FileStore(Vertx vertx, Mongo mongo) {
        this.vertx = vertx;
        this.mongo = mongo;
        this.bucket = GridFSBuckets.create(mongo.database(), BUCKET);
    }

    /** A file that was kept whole. */
    public record Saved(String id, FileKind kind, long size, String sha256) {}

    /**
     * Keeps what the stream brings. Fails with file_too_large, file_empty or file_kind, and then nothing of it is left.
     *
     * @param in paused
     * @param limit bytes
     */
    public Future<Saved> save(String id, String name, ReadStream<Buffer> in, long limit) {
        Incoming incoming = new Incoming(vertx.getOrCreateContext(), in, name, limit);
        return Mongo.first(bucket.uploadFromPublisher(
                        new BsonString(id), name, incoming, new GridFSUploadOptions().chunkSizeBytes(CHUNK)))
                .compose(done -> incoming.result(id))
                .recover(failure -> delete(id).transform(deleted -> Future.failedFuture(incoming.cause(failure))));
    }

    /** Writes the file to the stream, as fast as the stream takes it; does not end the stream. */
    public Future<Void> send(String id, WriteStream<Buffer> out) {
        Outgoing outgoing = new Outgoing(vertx.getOrCreateContext(), out);
        bucket.downloadToPublisher(new BsonString(id)).subscribe(outgoing);
        return outgoing.done();
    }

    /** Deleting what is not there changes nothing. */
    public Future<Void> delete(String id) {
        return Mongo.one(mongo.collection(BUCKET + ".files").deleteOne(eq("_id", id)))
                .compose(done -> Mongo.one(mongo.collection(BUCKET + ".chunks").deleteMany(eq("files_id", id))))
                .mapEmpty();
    }

    /** How many chunks of the file are there; for tests of what a refused file leaves behind. */
    Future<Long> chunks(String id) {
        return Mongo.one(mongo.collection(BUCKET + ".chunks").countDocuments(new Document("files_id", id)));
    }
}
