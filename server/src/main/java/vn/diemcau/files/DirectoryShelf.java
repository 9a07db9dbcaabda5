package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.WriteStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Files in a directory, one each, served straight from the disk. Writes go to fixed places, so one that is repeated, or that a writer
 * given up still makes, puts the same bytes where they belong; the checksum over the whole is the judge.
 */
final class DirectoryShelf implements Shelf {
    private final Vertx vertx;
    private final Path directory;

    DirectoryShelf(Vertx vertx, Path directory) {
        this.vertx = vertx;
        this.directory = directory;
    }

    private Path path(String file) {
        if (!file.matches("[A-Za-z0-9-]{1,80}")) throw new IllegalArgumentException("not an id: " + file);
        return directory.resolve(file);
    }

    @Override
    public Future<Void> write(String file, long turn, long at, List<byte[]> chunks) {
        return vertx.executeBlocking(
                () -> {
                    Files.createDirectories(directory);
                    try (FileChannel channel =
                            FileChannel.open(path(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                        long position = at;
                        for (byte[] chunk : chunks) {
                            ByteBuffer bytes = ByteBuffer.wrap(chunk);
                            while (bytes.hasRemaining()) position += channel.write(bytes, position);
                        }
                        channel.force(true);
                    }
                    return null;
                },
                false);
    }

    @Override
    public Future<byte[]> read(String file, long from, int length) {
        return vertx.executeBlocking(() -> bytes(file, from, length), false);
    }

    private byte[] bytes(String file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(path(file), StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, from + bytes.position()) < 0) throw new EOFException("the file is too short");
            }
        }
        return bytes.array();
    }

    @Override
    public Future<Void> finish(String file, String name, long size) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> send(String file, long from, long until, WriteStream<Buffer> out) {
        if (from >= until) return Future.succeededFuture();
        return vertx.fileSystem()
                .open(path(file).toString(), new OpenOptions().setRead(true).setWrite(false))
                .compose(in -> {
                    in.setReadPos(from);
                    in.setReadLength(until - from);
                    in.setReadBufferSize(64 * 1024);
                    return in.pipe().endOnComplete(false).to(out).eventually(in::close);
                });
    }

    @Override
    public Future<Void> answer(String file, long from, long until, HttpServerResponse response) {
        return response.sendFile(path(file).toString(), from, until - from);
    }

    @Override
    public Future<Void> delete(String file) {
        return vertx.executeBlocking(
                () -> {
                    Files.deleteIfExists(path(file));
                    return null;
                },
                false);
    }
}
