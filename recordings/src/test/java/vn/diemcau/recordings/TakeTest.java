package vn.diemcau.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeTest {
    private static final Duration SETTLE = Duration.ofSeconds(30);
    private static final Duration ORPHAN = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir
    Path directory;

    private Take take(int secondsStill) throws Exception {
        Path video = directory.resolve("phongabc_2026-11-22-08-00-00.mp4");
        Files.write(video, new byte[] {1});
        Files.setLastModifiedTime(video, FileTime.from(NOW.minusSeconds(secondsStill)));
        return Take.in(directory).get(0);
    }

    @Test
    void aFileThatStillGrowsOrWaitsForItsMetadataIsNotComplete() throws Exception {
        assertThat(take(40).complete(NOW, SETTLE, ORPHAN)).isFalse();
        Files.writeString(directory.resolve("metadata.json"), "{}");
        assertThat(take(20).complete(NOW, SETTLE, ORPHAN)).isFalse();
        assertThat(take(40).complete(NOW, SETTLE, ORPHAN)).isTrue();
    }

    @Test
    void whatAKilledJibriLeftIsTakenAfterAWhileAndWhatTheHookNamesAtOnce() throws Exception {
        assertThat(take(3700).complete(NOW, SETTLE, ORPHAN)).isTrue();
        Take fresh = take(0);
        assertThat(fresh.complete(NOW, SETTLE, ORPHAN)).isFalse();
        Files.write(directory.resolve(Take.FINAL), new byte[0]);
        assertThat(fresh.complete(NOW, SETTLE, ORPHAN)).isTrue();
    }

    @Test
    void theRoomIsReadFromTheMetadataOrElseFromTheName() throws Exception {
        Take take = take(0);
        assertThat(take.room()).isEqualTo("phongabc");
        assertThat(take.startedAt())
                .isEqualTo(java.time.LocalDateTime.parse("2026-11-22T08:00:00")
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
        Files.writeString(
                directory.resolve("metadata.json"),
                "{\"participants\":[{\"user\":{\"id\":\"1\"}}],\"meeting_url\":\"https://meet.example.vn/phongxyz?jwt=a\"}");
        assertThat(take.room()).isEqualTo("phongxyz");
        Files.writeString(directory.resolve("metadata.json"), "{\"meeting_url\":");
        assertThat(take.room()).isEqualTo("phongabc");
    }

    @Test
    void aJournalIsReadBackAsItWasKept() throws Exception {
        Journal.of(directory).with("name", "Hội nghị = 1\n#x").with("size", 5L).keep(Journal.Stage.PREPARED);
        Journal again = Journal.of(directory);
        assertThat(again.stage()).isEqualTo(Journal.Stage.PREPARED);
        assertThat(again.get("name")).isEqualTo("Hội nghị = 1\n#x");
        assertThat(again.number("size")).isEqualTo(5);
        assertThat(Take.in(directory)).isEmpty();
    }

    @Test
    void everyFaultyOrUnknownSettingIsTold() {
        Path file = directory.resolve("recordings.conf");
        Settings.Faulty faulty = org.junit.jupiter.api.Assertions.assertThrows(Settings.Faulty.class, () -> {
            Files.writeString(file, "server = ftp://x\nsettle-seconds = soon\ncolour = red\n");
            Settings.read(Map.of(Settings.FILE_VARIABLE, file.toString()));
        });
        assertThat(faulty.getMessage()).contains("server must", "settle-seconds must", "colour", "token");
    }

    @Test
    void aFilmIsMadeReadyForABadLineAndItsLengthIsRead() throws Exception {
        Path video = directory.resolve("phong_2026-11-22-08-00-00.mp4");
        Process made = new ProcessBuilder(List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=320x180:rate=10",
                        "-t",
                        "5",
                        "-pix_fmt",
                        "yuv420p",
                        video.toString()))
                .inheritIO()
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Film.seconds(video)).isEqualTo(5);
        Take take = Take.in(directory).get(0);
        Film film = new Film("ffmpeg");
        Path ready = film.ready(take);
        film.poster(take);
        assertThat(Film.seconds(ready)).isEqualTo(5);
        String bytes = Files.readString(ready, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isLessThan(bytes.indexOf("mdat"));
        assertThat(Files.size(directory.resolve(Film.POSTER))).isPositive();
        assertThat(new Film("").ready(new Take(directory, video))).isEqualTo(ready);
        Files.delete(ready);
        assertThat(new Film("no-such-program").ready(take)).isEqualTo(video);
    }

    @Test
    void theLengthOfAWebmIsReadAlsoWhereItsHeaderDoesNotSayIt() throws Exception {
        Path told = directory.resolve("told.webm");
        Path streamed = directory.resolve("streamed.webm");
        List<String> source = List.of(
                "ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=160x90:rate=10", "-t", "7");
        ffmpeg(source, List.of("-c:v", "libvpx", "-deadline", "realtime", told.toString()), null);
        ffmpeg(
                source,
                List.of("-c:v", "libvpx", "-deadline", "realtime", "-live", "1", "-f", "webm", "pipe:1"),
                streamed);
        assertThat(Film.seconds(told)).isEqualTo(7);
        assertThat(Film.seconds(streamed)).isEqualTo(7);
        byte[] cut = Files.readAllBytes(streamed);
        Files.write(streamed, java.util.Arrays.copyOf(cut, cut.length / 2));
        assertThat(Film.seconds(streamed)).isBetween(1, 6);
        Files.write(streamed, new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 0, 0, 0, 0});
        assertThat(Film.seconds(streamed)).isZero();
    }

    private static void ffmpeg(List<String> source, List<String> target, Path output) throws Exception {
        List<String> command = new java.util.ArrayList<>(source);
        command.addAll(target);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (output != null) builder.redirectOutput(output.toFile());
        Process made = builder.start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).isZero();
    }

    @Test
    void jsonIsReadAndWritten() {
        assertThat(Json.read("{\"a\":\"x\\u1ed9\\\"\",\"b\":12,\"c\":{\"a\":[1,\"}\"]},\"d\":null}"))
                .isEqualTo(Map.of("a", "xộ\"", "b", "12", "d", "null"));
        assertThat(Json.read(Json.write(Map.of("reason", "a\"b\\c\n")))).isEqualTo(Map.of("reason", "a\"b\\c\n"));
        assertThat(Json.read("{}")).isEmpty();
    }
}
