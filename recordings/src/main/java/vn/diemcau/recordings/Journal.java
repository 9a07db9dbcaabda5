package vn.diemcau.recordings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/** How far one recording has come, in a small file beside it: each change is on the disk whole before the next step begins. */
final class Journal {
    static final String NAME = ".diemcau-journal";

    /** The steps, each begun only when the one before is on the disk. */
    enum Stage {
        FOUND,
        /** What is sent is fixed: its checksum, size and length. */
        PREPARED,
        /** The server has said that it has every byte. */
        CONFIRMED,
        /** The server will never take it; somebody has to look. */
        FAILED
    }

    private final Path file;
    private final Properties values = new Properties();

    private Journal(Path file) {
        this.file = file;
    }

    /** Reads it, or begins one; a torn file cannot be, as it is replaced whole. */
    static Journal of(Path directory) throws IOException {
        Journal journal = new Journal(directory.resolve(NAME));
        if (Files.exists(journal.file)) {
            try (Reader reader = Files.newBufferedReader(journal.file)) {
                journal.values.load(reader);
            }
        }
        return journal;
    }

    Stage stage() {
        return Stage.valueOf(values.getProperty("stage", Stage.FOUND.name()));
    }

    String get(String key) {
        return values.getProperty(key, "");
    }

    long number(String key) {
        String text = get(key);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    Journal with(String key, Object value) {
        values.setProperty(key, value.toString());
        return this;
    }

    Journal without(String key) {
        values.remove(key);
        return this;
    }

    /** On the disk when it returns. */
    void keep(Stage stage) throws IOException {
        values.setProperty("stage", stage.name());
        StringWriter text = new StringWriter();
        values.store(text, null);
        Path fresh = file.resolveSibling(NAME + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
