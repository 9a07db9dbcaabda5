package vn.diemcau.files;

import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.nio.file.Path;
import java.time.InstantSource;
import org.bson.BsonString;
import org.bson.Document;
import vn.diemcau.mongo.Mongo;

/** Files in GridFS or in a directory, streamed in and out; each with its size, kind and SHA-256, known only once the last byte has arrived. */
public final class FileStore {
    static final String BUCKET = "files";

    private final Vertx vertx;
    private final Mongo mongo;
    private final GridFSBucket bucket;
    private final GridShelf grid;
    private final DirectoryShelf directory;

    /** @param directory for files that are kept outside the store; made when the first comes */
    public FileStore(Vertx vertx, Mongo mongo, Path directory, InstantSource clock) {
        this.vertx = vertx;
        this.mongo = mongo;
        this.bucket = GridFSBuckets.create(mongo.database(), BUCKET);
        this.grid = new GridShelf(vertx, mongo, clock);
        this.directory = new DirectoryShelf(vertx, directory);
    }

    Shelf shelf(Place place) {
        return switch (place) {
            case GRID -> grid;
            case DIRECTORY -> directory;
        };
    }

    /**
     * Keeps what the stream brings, in GridFS. Fails with file_too_large, file_empty or file_kind, and then nothing of it is left.
     *
     * @param in paused
     * @param limit bytes
     */
    public Future<StoredFile> save(String id, String name, ReadStream<Buffer> in, long limit) {
        Incoming incoming = new Incoming(vertx.getOrCreateContext(), in, name, limit);
        return Mongo.first(bucket.uploadFromPublisher(
                        new BsonString(id), name, incoming, new GridFSUploadOptions().chunkSizeBytes(Shelf.CHUNK)))
                .compose(done -> incoming.result(id))
                .recover(failure ->
                        delete(id, Place.GRID).transform(deleted -> Future.failedFuture(incoming.cause(failure))));
    }

    /** Writes the whole file to the stream, as fast as the stream takes it; does not end the stream. */
    public Future<Void> send(StoredFile file, WriteStream<Buffer> out) {
        return shelf(file.place()).send(file.id(), 0, file.size(), out);
    }

    Future<Void> answer(StoredFile file, long from, long until, HttpServerResponse response) {
        return shelf(file.place()).answer(file.id(), from, until, response);
    }

    /** Deleting what is not there changes nothing. */
    public Future<Void> delete(String id, Place place) {
        return shelf(place).delete(id);
    }

    /** How many chunks of the file are there; for tests of what a refused file leaves behind. */
    Future<Long> chunks(String id) {
        return Mongo.one(mongo.collection(BUCKET + ".chunks").countDocuments(new Document("files_id", id)));
    }
}
