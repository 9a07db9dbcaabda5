package vn.diemcau.people;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.diemcau.paper.Plain;
import vn.diemcau.problem.Problem;

/** The files of imports on this machine's disk: as uploaded until written or discarded, and the list of refused rows. Blocks. */
final class ImportFiles {
    private final Path directory;

    /** What is found by looking through an uploaded file once. */
    record Look(Heading heading, int rows) {}

    ImportFiles(Path data) {
        this.directory = data.resolve("imports");
    }

    /** Where a file of an import lies; its directory is made, readable by nobody else. */
    Path place(String id, String file) {
        try {
            Path own = directory.resolve(id);
            if (!Files.exists(own)) {
                Files.createDirectories(directory);
                Files.createDirectory(
                        own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return own.resolve(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Finds the heading and counts the rows below it. Fails with a Problem when it is no sheet we know. */
    static Look look(Path file) throws IOException {
        List<SheetRow> first = new ArrayList<>();
        int[] rows = {0};
        List<Integer> numbers = new ArrayList<>();
        SheetFile.read(file, row -> {
            if (first.size() < Heading.ROWS_LOOKED_AT) first.add(row);
            if (!row.blank()) {
                rows[0]++;
                if (numbers.size() < Heading.ROWS_LOOKED_AT) numbers.add(row.number());
            }
            return true;
        });
        Heading heading = found(first);
        int above = (int)
                numbers.stream().filter(number -> number <= heading.lastRow()).count();
        return new Look(heading, rows[0] - above);
    }

    /** The heading alone, without reading on. */
    static Heading heading(Path file) throws IOException {
        List<SheetRow> first = new ArrayList<>();
        SheetFile.read(file, row -> {
            first.add(row);
            return first.size() < Heading.ROWS_LOOKED_AT;
        });
        return found(first);
    }

    private static Heading found(List<SheetRow> first) {
        return Heading.of(first)
                .orElseThrow(() ->
                        Problem.refused("heading_unknown", "No heading of a known kind of file in the first 25 rows."));
    }

    /** A new list of refused rows for an import, replacing an older one. */
    RefusedList refusedList(String id) throws IOException {
        return new RefusedList(place(id, "refused.csv"));
    }

    Path refused(String id) {
        return directory.resolve(id).resolve("refused.csv");
    }

    /** Takes away what was uploaded; the list of refused rows stays. */
    void forgetUploads(String id) throws IOException {
        forget(directory.resolve(id), "refused.csv");
    }

    void forgetAll(String id) throws IOException {
        forget(directory.resolve(id), "");
    }

    /** Takes away everything older than the instant. */
    void forgetBefore(Instant instant) throws IOException {
        if (!Files.isDirectory(directory)) return;
        List<Path> old;
        try (Stream<Path> all = Files.list(directory)) {
            old = all.toList();
        }
        for (Path one : old) {
            if (Files.getLastModifiedTime(one).toInstant().isBefore(instant)) forget(one, "");
        }
    }

    private static void forget(Path own, String except) throws IOException {
        if (!Files.isDirectory(own)) return;
        List<Path> files;
        try (Stream<Path> all = Files.walk(own)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            boolean stays = !except.isEmpty() && (file.equals(own) || file.endsWith(except));
            if (!stays) Files.deleteIfExists(file);
        }
    }

    /** Each refused row with its reason, as a sheet to work through. */
    static final class RefusedList implements AutoCloseable {
        private final BufferedWriter out;

        RefusedList(Path file) throws IOException {
            out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            out.write("\uFEFFfile,row,reason,text\r\n");
        }

        void add(String file, int row, Refusal why, String what) {
            try {
                out.write(
                        Plain.csv(file) + "," + row + "," + PersonDocument.code(why) + "," + Plain.csv(what) + "\r\n");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
