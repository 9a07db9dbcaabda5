package vn.diemcau.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file, its lock and its folder: looked at with care before anything is written. */
final class StoreFile implements AutoCloseable {

    /** "DiCa": what marks a file as ours. */
    static final int APPLICATION = 0x44694361;

    static final int SCHEMA = 3;

    /** The schema before, in which every document repeated its field names; it is raised when it is opened. */
    static final int WITHOUT_NAMES = 2;

    static final String RESTORING = "store.db.restoring";
    private static final String BEFORE = "store.db.before-restore-";
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final FileChannel lockFile;

    private StoreFile(Path file, FileChannel lockFile) {
        this.file = file;
        this.lockFile = lockFile;
    }

    static StoreFile open(Path folder) throws StoreUnusable {
        StoreFile held = hold(folder);
        Path file = held.file;
        try {
            if (Files.exists(file)) {
                examine(file);
                if (!Files.isWritable(file)) {
                    throw new StoreUnusable(
                            "The store " + file + " cannot be written to; give this user the right to write it.");
                }
            } else {
                refuseAfterHalfARestore(folder);
                create(file);
            }
            return held;
        } catch (IOException | SQLException e) {
            held.close();
            throw unusable(file, e);
        } catch (StoreUnusable e) {
            held.close();
            throw e;
        }
    }

    private static StoreUnusable unusable(Path file, Exception e) {
        return new StoreUnusable(
                "The store " + file + " cannot be opened (" + e.getMessage()
                        + "); check the disk and the rights of the directory.",
                e);
    }

    /** The lock alone; the file, if there is one, is not looked at. */
    static StoreFile hold(Path folder) throws StoreUnusable {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new StoreUnusable(
                    "The data directory " + folder + " cannot be created (" + e + "); create it or name another.", e);
        }
        if (!Files.isWritable(folder)) {
            throw new StoreUnusable("The data directory " + folder
                    + " cannot be written to; give this user the right to write there or name another directory.");
        }
        FileChannel lock = lock(folder);
        try {
            natives(folder);
            return new StoreFile(folder.resolve("store.db"), lock);
        } catch (IOException e) {
            close(lock);
            throw unusable(folder, e);
        }
    }

    /** Where a store was, and is not because somebody was putting another in its place, an empty one must not be made. */
    private static void refuseAfterHalfARestore(Path folder) throws IOException, StoreUnusable {
        try (Stream<Path> files = Files.list(folder)) {
            var left = files.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.equals(RESTORING) || name.startsWith(BEFORE) || name.equals("store.db-wal"))
                    .sorted()
                    .toList();
            if (!left.isEmpty()) {
                throw new StoreUnusable("There is no store.db in " + folder + " but " + left
                        + ", as a restore leaves it that was broken off; restore again, or move these files away.");
            }
        }
    }

    /**
     * Puts a whole and synced file in the store's place; what was there is kept unopened under another name, its log
     * beside it. Whenever this breaks off, either one of the two is the store or there is none and {@link #open}
     * refuses: the log of the one is never beside the other.
     *
     * @return where the store before is kept, or null when there was none
     */
    @Nullable
    Path replaceBy(Path fresh) throws IOException {
        Path folder = folder(file);
        Path log = file.resolveSibling("store.db-wal");
        Path aside = null;
        if (Files.exists(file)) {
            aside = file.resolveSibling(BEFORE + System.currentTimeMillis());
            if (Files.exists(log)) {
                Path kept = aside.resolveSibling(aside.getFileName() + "-wal");
                Files.copy(log, kept, StandardCopyOption.COPY_ATTRIBUTES);
                StoreTool.sync(kept);
            }
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            StoreTool.sync(folder);
        }
        Files.deleteIfExists(log);
        Files.deleteIfExists(file.resolveSibling("store.db-shm"));
        StoreTool.sync(folder);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        StoreTool.sync(folder);
        return aside;
    }

    Path path() {
        return file;
    }

    static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of("/") : folder;
    }

    private static FileChannel lock(Path folder) throws StoreUnusable {
        Path path = folder.resolve("store.lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                ownerOnly(path);
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this very process has it open
        } catch (IOException e) {
            throw new StoreUnusable(
                    "The data directory " + folder + " cannot be written to (" + e
                            + "); give this user the right to write there or name another directory.",
                    e);
        }
        close(channel);
        throw new StoreUnusable("The store in " + folder
                + " is in use by another process; stop that one first, or name another data directory.");
    }

    /** The database library brings native code: it is unpacked inside the data directory, and old copies go. */
    private static void natives(Path folder) throws IOException {
        Path natives = folder.resolve("native");
        if (System.getProperty("org.sqlite.tmpdir") != null) {
            return;
        }
        Files.createDirectories(natives);
        try (Stream<Path> old = Files.list(natives)) {
            for (Path path : old.toList()) {
                Files.delete(path);
            }
        }
        System.setProperty("org.sqlite.tmpdir", natives.toAbsolutePath().toString());
    }

    static void ownerOnly(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** A new file gets its marks under another name first, so that a half-made one is never taken for a store. */
    private static void create(Path file) throws IOException, SQLException {
        Path fresh = file.resolveSibling("store.db.new");
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(file.resolveSibling("store.db.new-journal"));
        Files.createFile(fresh);
        ownerOnly(fresh);
        try (var session = Session.open(fresh, false)) {
            session.run("pragma page_size = 8192");
            session.run("pragma auto_vacuum = incremental");
            session.run("pragma synchronous = full");
            session.run("pragma application_id = " + APPLICATION);
            session.run("begin immediate");
            for (String statement : Catalogue.SCHEMA.split(";", -1)) {
                if (!statement.isBlank()) {
                    session.run(statement);
                }
            }
            session.run(Catalogue.NAMES);
            session.run("pragma user_version = " + SCHEMA);
            session.run("commit");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        StoreTool.sync(folder(file));
    }

    /** Reads the header with our own eyes; nothing is opened that SQLite might repair. */
    static void examine(Path file) throws IOException, StoreUnusable {
        var header = ByteBuffer.allocate(100);
        long length;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            length = channel.size();
            while (header.hasRemaining() && channel.read(header) >= 0) {
                continue;
            }
        }
        if (length == 0 || header.hasRemaining()) {
            throw new StoreUnusable("The store " + file + " is cut off after " + length
                    + " bytes; put a whole backup in its place with restore.");
        }
        byte[] bytes = header.array();
        if (!Arrays.equals(Arrays.copyOf(bytes, 16), MAGIC) || header.getInt(68) != APPLICATION) {
            throw new StoreUnusable("The file " + file
                    + " is not a store of this program; move it away or name another data directory.");
        }
        int schema = header.getInt(60);
        if (schema > SCHEMA) {
            throw new StoreUnusable("The store " + file + " was written by a newer version (schema " + schema
                    + ", this one knows " + SCHEMA + "); start that version instead.");
        }
        if (schema < WITHOUT_NAMES) {
            throw new StoreUnusable("The store " + file + " was written by a version before the first release (schema "
                    + schema + "); start that version, export, and import here.");
        }
        int pageSize = (header.getShort(16) & 0xFFFF) == 1 ? 65536 : header.getShort(16) & 0xFFFF;
        long pages = header.getInt(28) & 0xFFFF_FFFFL;
        long present = pageSize == 0 ? 0 : length / pageSize;
        if (present < pages && !logHolds(file, pageSize, present, pages)) {
            throw new StoreUnusable("The store " + file + " is cut off (" + present + " of " + pages
                    + " pages); put a whole backup in its place with restore.");
        }
    }

    /** A checkpoint that was interrupted leaves the file short; then the log beside it has every missing page. */
    private static boolean logHolds(Path file, int pageSize, long from, long to) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (!Files.exists(log)) {
            return false;
        }
        Set<Long> found = new HashSet<>();
        try (var in = new RandomAccessFile(log.toFile(), "r")) {
            for (long at = 32; at + 24 + pageSize <= in.length(); at += 24L + pageSize) {
                in.seek(at);
                found.add(in.readInt() & 0xFFFF_FFFFL);
            }
        }
        for (long page = from + 1; page <= to; page++) {
            if (!found.contains(page)) {
                return false;
            }
        }
        return true;
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        close(lockFile);
    }
}
