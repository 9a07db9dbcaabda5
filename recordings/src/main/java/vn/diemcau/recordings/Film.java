package vn.diemcau.recordings;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes a recording ready to be played over a bad line, with ffmpeg where there is one; and reads how long it plays. */
final class Film {
    static final String READY = ".diemcau-ready.mp4";
    static final String POSTER = ".diemcau-poster.jpg";
    private static final System.Logger LOG = System.getLogger(Film.class.getName());
    private static final long ROOM_LEFT = 500_000_000;

    private final String ffmpeg;

    Film(String ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** The file to send: with its index in front if that can be done, else as it is. */
    Path ready(Take take) throws IOException, InterruptedException {
        Path ready = take.directory().resolve(READY);
        if (Files.exists(ready)) return ready;
        boolean mp4 = take.video().getFileName().toString().endsWith(".mp4");
        boolean space = Files.getFileStore(take.directory()).getUsableSpace() > Files.size(take.video()) + ROOM_LEFT;
        if (ffmpeg.isEmpty() || !mp4 || !space) return take.video();
        Path part = take.directory().resolve(".diemcau-part.mp4");
        boolean made = run(List.of(
                ffmpeg,
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-i",
                take.video().toString(),
                "-map",
                "0",
                "-c",
                "copy",
                "-movflags",
                "+faststart",
                part.toString()));
        if (!made || seconds(part) == 0) {
            Files.deleteIfExists(part);
            return take.video();
        }
        Files.move(part, ready, StandardCopyOption.ATOMIC_MOVE);
        return ready;
    }

    /** A picture from a little way in; nothing when it cannot be made. */
    void poster(Take take) throws IOException, InterruptedException {
        Path poster = take.directory().resolve(POSTER);
        if (ffmpeg.isEmpty() || Files.exists(poster)) return;
        Path part = take.directory().resolve(".diemcau-part.jpg");
        boolean made = run(List.of(
                ffmpeg,
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-ss",
                "3",
                "-i",
                take.video().toString(),
                "-frames:v",
                "1",
                "-vf",
                "scale=640:-2",
                part.toString()));
        if (made && Files.exists(part) && Files.size(part) > 0)
            Files.move(part, poster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean run(List<String> command) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            LOG.log(System.Logger.Level.INFO, "no ffmpeg: recordings are sent as they are");
            return false;
        }
        try {
            if (process.waitFor(2, TimeUnit.HOURS)) return process.exitValue() == 0;
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /** How long an MP4 or WebM plays, in whole seconds; 0 when that cannot be read. */
    static int seconds(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long end = in.length();
            if (end > 4 && in.readInt() == Webm.MAGIC) return (int) Math.min(86_400, Math.round(Webm.seconds(in)));
            long at = box(in, 0, end, "moov");
            if (at < 0) return 0;
            long header = box(in, at + 8, end, "mvhd");
            if (header < 0) return 0;
            in.seek(header + 8);
            int version = in.readInt() >>> 24;
            in.skipBytes(version == 1 ? 16 : 8);
            long scale = in.readInt() & 0xFFFFFFFFL;
            long length = version == 1 ? in.readLong() : in.readInt() & 0xFFFFFFFFL;
            return scale == 0 ? 0 : (int) Math.min(86_400, Math.round((double) length / scale));
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static long box(RandomAccessFile in, long from, long end, String type) throws IOException {
        long at = from;
        while (at + 8 <= end) {
            in.seek(at);
            long size = in.readInt() & 0xFFFFFFFFL;
            byte[] name = new byte[4];
            in.readFully(name);
            if (size == 1) size = in.readLong();
            if (new String(name, java.nio.charset.StandardCharsets.US_ASCII).equals(type)) return at;
            if (size < 8) return -1;
            at += size;
        }
        return -1;
    }
}
