package vn.diemcau.material;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.StoredFile;

/** Puts reports together in one archive on the disk, one file after the other, none in memory whole. */
final class Archive {
    private final Vertx vertx;
    private final FileStore files;

    Archive(Vertx vertx, FileStore files) {
        this.vertx = vertx;
        this.files = files;
    }

    /** A temporary file that the caller deletes. */
    Future<Path> of(List<Reflection> reflections, Function<Reflection, String> name) {
        return vertx.executeBlocking(() -> Files.createTempFile("reports", ".zip"), false)
                .compose(path -> vertx.<ZipOutputStream>executeBlocking(() -> opened(path), false)
                        .compose(zip -> {
                            Set<String> used = new HashSet<>();
                            Future<Void> chain = Future.succeededFuture();
                            for (Reflection reflection : reflections) {
                                StoredFile file = reflection.file();
                                if (file == null) continue;
                                chain = chain.compose(done -> add(zip, file, unused(name.apply(reflection), used)));
                            }
                            return chain.eventually(() -> vertx.executeBlocking(
                                    () -> {
                                        zip.close();
                                        return null;
                                    },
                                    false));
                        })
                        .map(path)
                        .onFailure(failure -> vertx.fileSystem().delete(path.toString())));
    }

    private static ZipOutputStream opened(Path path) throws java.io.IOException {
        OutputStream out = Files.newOutputStream(path);
        return new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    private static String unused(String name, Set<String> used) {
        String free = name;
        for (int i = 2; !used.add(free); i++) free = "(" + i + ") " + name;
        return free;
    }

    private Future<Void> add(ZipOutputStream zip, StoredFile file, String name) {
        return vertx.fileSystem().createTempFile("report", null).compose(path -> vertx.fileSystem()
                .open(path, new OpenOptions().setTruncateExisting(true))
                .compose(out -> files.send(file, out).eventually(out::close))
                .compose(copied -> vertx.<Void>executeBlocking(
                        () -> {
                            zip.putNextEntry(new ZipEntry(name));
                            Files.copy(Path.of(path), zip);
                            zip.closeEntry();
                            return null;
                        },
                        false))
                .eventually(() -> vertx.fileSystem().delete(path)));
    }
}
