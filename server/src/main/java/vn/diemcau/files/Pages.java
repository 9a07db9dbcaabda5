package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.diemcau.files.PdfPage.Fineness;
import vn.diemcau.problem.Problem;

/**
 * PDFs page by page as pictures, for lines on which the whole is too heavy: made when the first asks, one after the other in a process
 * beside the server, and kept in a directory that never grows beyond its limit. Everything in it can be made again.
 */
public final class Pages {
    private static final long LARGEST = 200_000_000;
    private static final int MOST_WAITING = 24;
    private static final long DIRECTORY_LIMIT = 1_000_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int FETCH_SECONDS = 60;
    /** More than a page's picture has. */
    private static final long PICTURE = 2_000_000;

    private final Vertx vertx;
    private final FileStore files;
    private final Path directory;
    private final DocumentProcess documents;
    private final Duration longest;
    private final long limit;
    private final Map<String, Future<byte[]>> making = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    /** Files of the directory that are being written just now. */
    private final Set<Path> coming = ConcurrentHashMap.newKeySet();

    private Future<Void> turn = Future.succeededFuture();
    private int waiting;

    /** @param directory may be emptied at any time */
    public Pages(Vertx vertx, FileStore files, Path directory) {
        this(vertx, files, directory, new DocumentProcess(vertx, "pages"), LONGEST, DIRECTORY_LIMIT);
    }

    /**
     * @param longest a document that takes longer is too heavy
     * @param limit of the directory, in bytes
     */
    Pages(Vertx vertx, FileStore files, Path directory, DocumentProcess documents, Duration longest, long limit) {
        this.vertx = vertx;
        this.files = files;
        this.directory = directory;
        this.documents = documents;
        this.longest = longest;
        this.limit = limit;
    }

    /** Whether pictures can be made of the file at all. */
    public static boolean of(StoredFile file) {
        return file.kind() == FileKind.PDF && file.size() <= LARGEST;
    }

    /** The media type of a page's picture. */
    public static String type(byte[] picture) {
        return picture.length > 0 && picture[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
    }

    /** How many pages it has. Fails with pages_unreadable, page_too_heavy, or busy while too many wait. */
    public Future<Integer> count(StoredFile file) {
        Integer known = counts.get(file.id());
        if (known != null) return Future.succeededFuture(known);
        if (!of(file)) return Future.failedFuture(PdfPage.problem("pages_unreadable"));
        return inTurn(() -> fetched(file)
                .compose(original -> documents.ask(longest, "count", original.toString()))
                .map(pages -> {
                    if (counts.size() > 10_000) counts.clear();
                    int count = Integer.parseInt(pages);
                    counts.put(file.id(), count);
                    return count;
                }));
    }

    /**
     * The page as PNG or JPEG, whichever is lighter. Fails with page_missing, page_too_heavy, pages_unreadable, or busy while too many wait.
     *
     * @param page counts from 1
     * @param fine for small print, some four times as heavy
     */
    public Future<byte[]> picture(StoredFile file, int page, boolean fine) {
        if (!of(file)) return Future.failedFuture(PdfPage.problem("pages_unreadable"));
        Fineness fineness = fine ? Fineness.FINE : Fineness.LIGHT;
        Path kept = directory.resolve(file.id() + "-" + page + (fine ? "-fine.picture" : ".picture"));
        return read(kept)
                .recover(none -> making.computeIfAbsent(
                        kept.toString(), key -> inTurn(() -> fetched(file).compose(original -> room(PICTURE, original)
                                        .compose(free -> made(
                                                kept,
                                                part -> documents.ask(
                                                        longest,
                                                        "picture",
                                                        original.toString(),
                                                        Integer.toString(page),
                                                        fineness.name(),
                                                        part.toString())))
                                        .compose(made -> read(kept))))
                                .onComplete(done -> vertx.runOnContext(later -> making.remove(key)))));
    }

    private Future<byte[]> read(Path kept) {
        return vertx.fileSystem().readFile(kept.toString()).map(buffer -> buffer.getBytes());
    }

    /** Nothing of the file stays here. */
    public Future<Void> forget(StoredFile file) {
        counts.remove(file.id());
        return vertx.executeBlocking(
                () -> {
                    for (Path each : listed()) {
                        if (each.getFileName().toString().matches("\\Q" + file.id() + "\\E[-.].*"))
                            Files.deleteIfExists(each);
                    }
                    return null;
                },
                false);
    }

    /** One document at a time, so that none is taken from under somebody who reads it. */
    private synchronized <T> Future<T> inTurn(Supplier<Future<T>> work) {
        if (waiting >= MOST_WAITING)
            return Future.failedFuture(Problem.busy("Many pages are being drawn; ask again in a moment."));
        waiting++;
        Future<T> mine = turn.compose(before -> work.get());
        turn = mine.transform(done -> {
            left();
            return Future.succeededFuture();
        });
        return mine;
    }

    private synchronized void left() {
        waiting--;
    }

    /** The whole document, from the store once for all its pages. */
    private Future<Path> fetched(StoredFile file) {
        Path original = directory.resolve(file.id() + ".pdf");
        return vertx.fileSystem().exists(original.toString()).compose(there -> {
            if (there) return Future.succeededFuture(original);
            return room(file.size(), original)
                    .compose(free -> made(original, part -> vertx.fileSystem()
                            .open(part.toString(), new OpenOptions())
                            .compose(out -> files.send(file, out).eventually(out::close))
                            .timeout(FETCH_SECONDS, TimeUnit.SECONDS)));
        });
    }

    /** A file of the directory that is there whole or not at all. */
    private Future<Path> made(Path whole, Function<Path, Future<?>> write) {
        Path part = whole.resolveSibling(whole.getFileName() + "." + System.nanoTime() + ".part");
        coming.add(part);
        return write.apply(part)
                .compose(written -> vertx.<Path>executeBlocking(
                        () -> {
                            Files.move(
                                    part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                            return whole;
                        },
                        false))
                .onFailure(failure -> vertx.fileSystem().delete(part.toString()))
                .onComplete(done -> coming.remove(part));
    }

    /** What was made longest ago goes first, when so much more would be too much, except one; also what somebody who died left half written. */
    private Future<Void> room(long more, Path except) {
        return vertx.executeBlocking(
                () -> {
                    Files.createDirectories(directory);
                    List<Path> oldest = new ArrayList<>();
                    for (Path each : listed()) {
                        boolean part = each.getFileName().toString().endsWith(".part");
                        if (part && !coming.contains(each)) Files.deleteIfExists(each);
                        else if (!part) oldest.add(each);
                    }
                    oldest.sort(Comparator.comparing(Pages::madeAt));
                    long bytes = more;
                    for (Path each : oldest) bytes += each.toFile().length();
                    for (Path each : oldest) {
                        if (bytes <= limit) break;
                        if (each.equals(except)) continue;
                        bytes -= each.toFile().length();
                        Files.deleteIfExists(each);
                    }
                    return null;
                },
                false);
    }

    private List<Path> listed() throws IOException {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    private static FileTime madeAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.from(Instant.EPOCH);
        }
    }
}
