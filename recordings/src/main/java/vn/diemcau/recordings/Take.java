package vn.diemcau.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One directory as Jibri leaves it: {@code <room>_<yyyy-MM-dd-HH-mm-ss>.mp4} and metadata.json. */
record Take(Path directory, Path video) {
    static final String FINAL = ".diemcau-final";
    private static final Pattern NAME = Pattern.compile("(.+)_(\\d{4}-\\d\\d-\\d\\d-\\d\\d-\\d\\d-\\d\\d)\\.\\w+");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss");

    /** The directories that hold a video, oldest first; also the directory itself. */
    static List<Take> in(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> directories = Stream.concat(Stream.of(directory), all.filter(Files::isDirectory))
                    .toList();
            return directories.stream()
                    .flatMap(each -> video(each).map(video -> new Take(each, video)).stream())
                    .sorted(Comparator.comparing(
                            take -> take.video().getFileName().toString()))
                    .toList();
        }
    }

    private static Optional<Path> video(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.(mp4|webm)"))
                    .filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether Jibri has done with it: said so by the hook or by metadata.json, or silent for long; and nothing grows any more. */
    boolean complete(Instant now, Duration settle, Duration orphan) throws IOException {
        if (Files.size(video) == 0) return false;
        Duration still = Duration.between(Files.getLastModifiedTime(video).toInstant(), now);
        if (Files.exists(directory.resolve(FINAL))) return true;
        boolean told = Files.exists(directory.resolve("metadata.json"));
        return still.compareTo(told ? settle : orphan) >= 0;
    }

    /** The name of the meeting room, from metadata.json if it can be read, else from the file's name. */
    String room() {
        try {
            Map<String, String> told = Json.read(Files.readString(directory.resolve("metadata.json")));
            String address = told.getOrDefault("meeting_url", "")
                    .replaceAll("[?#].*$", "")
                    .replaceAll("/+$", "");
            String room = address.substring(address.lastIndexOf('/') + 1);
            if (!room.isEmpty()) return room;
        } catch (IOException | IllegalArgumentException unreadable) {
            // the file's name says it too
        }
        Matcher name = NAME.matcher(video.getFileName().toString());
        return name.matches() ? name.group(1) : "";
    }

    Instant startedAt() throws IOException {
        Matcher name = NAME.matcher(video.getFileName().toString());
        if (name.matches()) {
            return LocalDateTime.parse(name.group(2), TIME)
                    .atZone(ZoneId.systemDefault())
                    .toInstant();
        }
        return Files.getLastModifiedTime(video).toInstant();
    }
}
