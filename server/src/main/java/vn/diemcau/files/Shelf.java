package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.WriteStream;
import java.util.List;

/** A place for bytes that are written in chunks, again where a write was cut, and read from anywhere. */
interface Shelf {
    /** Chunks as GridFS has them. */
    int CHUNK = 255 * 1024;

    /**
     * Durable when it completes. What a higher turn wrote is never replaced by a lower one.
     *
     * @param at a multiple of {@link #CHUNK}
     * @param chunks all of {@link #CHUNK} bytes, save that the last may be shorter
     */
    Future<Void> write(String file, long turn, long at, List<byte[]> chunks);

    /** Bytes from there on; fails if fewer are kept. At most a chunk, and not across two. */
    Future<byte[]> read(String file, long from, int length);

    /** Told once when the last byte is kept. */
    Future<Void> finish(String file, String name, long size);

    /** Writes the bytes [from, until) to the stream, as fast as the stream takes them; does not end it. */
    Future<Void> send(String file, long from, long until, WriteStream<Buffer> out);

    /** The same to a response whose head is set, and ends it. */
    default Future<Void> answer(String file, long from, long until, HttpServerResponse response) {
        return send(file, from, until, response).compose(sent -> response.end());
    }

    /** Deleting what is not there changes nothing. */
    Future<Void> delete(String file);
}
