package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vn.diemcau.files.PdfPage.Fineness;
import vn.diemcau.problem.Problem;

/**
 * PDFs page by page as pictures, for lines on which the whole is too heavy: made when the first asks, one at a time beside the event loop,
 * and kept in a directory that never grows beyond its limit. Everything in it can be made again.
 */
public final class Pages {
    private static final long LARGEST = 200_000_000;
    private static final int MOST_WAITING = 24;
    private static final long DIRECTORY_LIMIT = 1_000_000_000;

    private final Vertx vertx;
    private final FileStore files;
    private final Path directory;
    private final WorkerExecutor worker;
    private final Map<String, Future<byte[]>> making = new ConcurrentHashMap<>();
    private final Map<String, Future<Void>> fetching = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param directory may be emptied at any time */
    public Pages(Vertx vertx, FileStore files, Path directory) {
        this.vertx = vertx;
        this.files = files;
        this.directory = directory;
        this.worker = vertx.createSharedWorkerExecutor("pages", 1, 2, TimeUnit.MINUTES);
    }

    /** Whether pictures can be made of the file at all. */
    public static boolean of(StoredFile file) {
        return file.kind() == FileKind.PDF && file.size() <= LARGEST;
    }

    /** The media type of a page's picture. */
    public static String type(byte[] picture) {
        return picture.length > 0 && picture[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
    }

    /** How many pages it has. Fails with pages_unreadable, or busy while too many wait. */
    public Future<Integer> count(StoredFile file) {
        Integer known = counts.get(file.id());
        if (known != null) return Future.succeededFuture(known);
        if (!of(file)) return Future.failedFuture(unreadable());
        return work(file, () -> PdfPage.count(original(file))).onSuccess(pages -> {
            if (counts.size() > 10_000) counts.clear();
            counts.put(file.id(), pages);
        });
    }

    /**
     * The page as PNG or JPEG, whichever is lighter. Fails with page_missing, page_too_heavy, pages_unreadable, or busy while too many wait.
     *
     * @param page counts from 1
     * @param fine for small print, some four times as heavy
     */
    public Future<byte[]> picture(StoredFile file, int page, boolean fine) {
        if (!of(file)) return Future.failedFuture(unreadable());
        Fineness fineness = fine ? Fineness.FINE : Fineness.LIGHT;
        String name = file.id() + "-" + page + (fine ? "-fine.picture" : ".picture");
        return vertx.fileSystem()
                .readFile(directory.resolve(name).toString())
                .map(buffer -> buffer.getBytes())
                .recover(none -> making.computeIfAbsent(name, key -> work(file, () -> {
                            byte[] made = PdfPage.picture(original(file), page, fineness);
                            keep(name, made);
                            return made;
                        })
                        .onComplete(done -> vertx.runOnContext(later -> making.remove(key)))));
    }

    /** Nothing of the file stays here. */
    public Future<Void> forget(StoredFile file) {
        counts.remove(file.id());
        return worker.executeBlocking(
                () -> {
                    for (Path each : listed()) {
                        if (each.getFileName().toString().startsWith(file.id())) Files.deleteIfExists(each);
                    }
                    return null;
                },
                false);
    }

    private <T> Future<T> work(StoredFile file, Callable<T> work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(Problem.busy("Many pages are being drawn; ask again in a moment."));
        }
        return fetched(file)
                .compose(there -> worker.executeBlocking(work, true))
                .onComplete(done -> {
                    waiting.decrementAndGet();
                });
    }

    private Path original(StoredFile file) {
        return directory.resolve(file.id() + ".pdf");
    }

    /** The whole document is fetched from the store once for all its pages. */
    private Future<Void> fetched(StoredFile file) {
        return fetching.computeIfAbsent(
                file.id(), key -> fetch(file).onComplete(done -> vertx.runOnContext(later -> fetching.remove(key))));
    }

    private Future<Void> fetch(StoredFile file) {
        Path original = original(file);
        return vertx.fileSystem().exists(original.toString()).compose(there -> {
            if (there) return Future.succeededFuture();
            String part = original + "." + System.nanoTime();
            return vertx.fileSystem()
                    .mkdirs(directory.toString())
                    .compose(made -> vertx.fileSystem().open(part, new OpenOptions()))
                    .compose(out -> files.send(file, out).eventually(out::close))
                    .compose(copied -> worker.executeBlocking(
                            () -> {
                                Files.move(
                                        Path.of(part),
                                        original,
                                        StandardCopyOption.REPLACE_EXISTING,
                                        StandardCopyOption.ATOMIC_MOVE);
                                makeRoom();
                                return null;
                            },
                            false))
                    .onFailure(failure -> vertx.fileSystem().delete(part))
                    .mapEmpty();
        });
    }

    private void keep(String name, byte[] made) throws IOException {
        Path part = directory.resolve(name + ".part");
        Files.write(part, made);
        Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Path> listed() throws IOException {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> all = Files.list(directory)) {
            return new ArrayList<>(all.toList());
        }
    }

    /** What was made longest ago goes first, when there is too much. */
    private void makeRoom() throws IOException {
        List<Path> oldest = listed();
        oldest.sort(Comparator.comparing(Pages::madeAt));
        long bytes = 0;
        for (Path each : oldest) bytes += each.toFile().length();
        for (Path each : oldest.subList(0, Math.max(0, oldest.size() - 1))) {
            if (bytes <= DIRECTORY_LIMIT) break;
            if (each.getFileName().toString().matches(".*\\.(part|pdf\\.\\d+)")) continue;
            bytes -= each.toFile().length();
            Files.deleteIfExists(each);
        }
    }

    private static FileTime madeAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.from(Instant.EPOCH);
        }
    }

    private static Problem unreadable() {
        return new Problem(
                Problem.Kind.UNSUPPORTED, "pages_unreadable", "No picture can be made of this document.", null);
    }
}
