package vn.diemcau.paper;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import vn.diemcau.paper.Table.Cell;

/**
 * Rows that come in any order and are read in the order of their keys, numbered from 1: sorted a few thousand at a time into
 * files of their own, and merged while they are read. However many there are, few are in memory.
 */
public final class SortedRows implements Rows, AutoCloseable {
    private static final int IN_MEMORY = 4_000;
    private static final int BUFFER = 1 << 14;
    private static final int WORDS = 0;
    private static final int FIGURE = 1;
    private static final int SHARE = 2;
    private static final int NO_SHARE = 3;

    private final Vertx vertx;
    private final List<Path> files = new ArrayList<>();
    private final List<DataInputStream> open = new ArrayList<>();
    private List<Row> gathered = new ArrayList<>();
    private Future<Void> written = Future.succeededFuture();
    private int count;
    private boolean closed;

    private record Row(String key, List<Cell> cells) {}

    public SortedRows(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Does not block. */
    public synchronized void add(String key, List<Cell> cells) {
        gathered.add(new Row(key, List.copyOf(cells)));
        count++;
        if (gathered.size() == IN_MEMORY) putDown();
    }

    /** Completes when everything that was added can be read. */
    public synchronized Future<SortedRows> ready() {
        if (!gathered.isEmpty()) putDown();
        return written.map(done -> this);
    }

    private void putDown() {
        List<Row> rows = gathered;
        gathered = new ArrayList<>();
        written = written.compose(done -> vertx.executeBlocking(
                () -> {
                    write(rows);
                    return null;
                },
                false));
    }

    private void write(List<Row> rows) throws IOException {
        Path file = Files.createTempFile("diemcau-", ".rows");
        synchronized (this) {
            files.add(file);
            if (closed) {
                close();
                return;
            }
        }
        rows.sort(Comparator.comparing(Row::key));
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            for (Row row : rows) {
                put(out, row.key());
                out.writeShort(row.cells().size());
                for (Cell cell : row.cells()) put(out, cell);
            }
        }
    }

    private static void put(DataOutputStream out, String words) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void put(DataOutputStream out, Cell cell) throws IOException {
        if (cell instanceof Table.Figure figure) {
            out.writeByte(FIGURE);
            out.writeLong(figure.number());
        } else if (cell instanceof Table.Share share) {
            out.writeByte(share.hundredths().isPresent() ? SHARE : NO_SHARE);
            out.writeInt(share.hundredths().orElse(0));
        } else {
            out.writeByte(WORDS);
            put(out, cell.shown());
        }
    }

    private static Cell cell(DataInputStream in) throws IOException {
        int kind = in.readByte();
        if (kind == WORDS) return Cell.of(take(in));
        if (kind == FIGURE) return Cell.of(in.readLong());
        int hundredths = in.readInt();
        return Cell.share(kind == SHARE ? OptionalInt.of(hundredths) : OptionalInt.empty());
    }

    private static String take(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public synchronized int count() {
        return count;
    }

    @Override
    public synchronized Iterator<List<Cell>> iterator() {
        return new Merged(List.copyOf(files));
    }

    /** Takes the files away, off the event loop. */
    public Future<Void> forget() {
        return vertx.executeBlocking(
                () -> {
                    close();
                    return null;
                },
                false);
    }

    /** Blocks shortly. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            for (DataInputStream in : open) in.close();
            for (Path file : files) Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        files.clear();
    }

    /** One of the files while it is read. */
    private final class Run {
        private final DataInputStream in;

        @Nullable
        Row next;

        Run(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            open.add(in);
            step();
        }

        void step() throws IOException {
            String key;
            try {
                key = take(in);
            } catch (EOFException end) {
                next = null;
                in.close();
                return;
            }
            int many = in.readShort();
            List<Cell> cells = new ArrayList<>(many);
            for (int at = 0; at < many; at++) cells.add(cell(in));
            next = new Row(key, cells);
        }

        String key() {
            return next == null ? "" : next.key();
        }
    }

    private final class Merged implements Iterator<List<Cell>> {
        private final PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparing(Run::key));
        private int number;

        Merged(List<Path> all) {
            try {
                for (Path file : all) {
                    Run run = new Run(file);
                    if (run.next != null) runs.add(run);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public boolean hasNext() {
            return !runs.isEmpty();
        }

        @Override
        public List<Cell> next() {
            Run run = runs.poll();
            if (run == null || run.next == null) throw new NoSuchElementException();
            List<Cell> cells = new ArrayList<>(run.next.cells().size() + 1);
            cells.add(Cell.of(++number));
            cells.addAll(run.next.cells());
            try {
                run.step();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            if (run.next != null) runs.add(run);
            return cells;
        }
    }
}
