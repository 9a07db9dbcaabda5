package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RunningPlatform;
import vn.diemcau.audit.Audit;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.http.Live;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.recording.Recording.State;

/** A recording's last weeks: announced, kept for as long as somebody may object, then gone with its bytes. */
class SweepRecordingsTest {
    private static final Instant END = Instant.parse("2027-11-22T00:00:00Z");

    @TempDir
    Path folder;

    private Instant now = END;

    @Test
    void aRecordingIsRemovedOnlyAWeekAfterItsRemovalWasAnnounced() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (TestStore store = TestStore.open(folder)) {
            Mongo mongo = store.mongo();
            RecordingStore recordings = new RecordingStore(mongo);
            FileStore files = new FileStore(vertx, mongo, folder.resolve("files"), () -> now);
            SweepRecordings sweep = new SweepRecordings(recordings, files, new Audit(mongo, () -> now), () -> now);
            Alarms alarms = new Alarms(recordings, new RecorderStore(mongo), new Live(vertx), () -> now);
            Path film = folder.resolve("files/film");
            RunningPlatform.await(
                    vertx.fileSystem().mkdirs(film.getParent().toString()).compose(made -> vertx.fileSystem()
                            .writeFile(film.toString(), Buffer.buffer("film"))));
            StoredFile file = new StoredFile("film", Place.DIRECTORY, FileKind.MP4, 4, "sum");
            RunningPlatform.await(recordings.add(Reel.of("r", State.ARRIVING, "s", "/T/", END)));
            RunningPlatform.await(recordings.ready("r", "buoi.mp4", file, END, 60, END));

            now = END.minus(Duration.ofDays(15));
            RunningPlatform.await(sweep.handle());
            assertThat(causes(alarms)).isEmpty();

            // the server stood still for weeks: what nobody was warned of is not removed
            now = END.plus(Duration.ofDays(1));
            RunningPlatform.await(sweep.handle());
            RunningPlatform.await(sweep.handle());
            assertThat(causes(alarms)).containsExactly(Alarm.Cause.REMOVAL);
            now = END.plus(Duration.ofDays(7));
            RunningPlatform.await(sweep.handle());
            assertThat(RunningPlatform.await(recordings.find("r")).orElseThrow().state())
                    .isEqualTo(State.READY);
            assertThat(film).exists();

            now = END.plus(Duration.ofDays(8)).plusSeconds(1);
            RunningPlatform.await(sweep.handle());
            assertThat(RunningPlatform.await(recordings.find("r")).orElseThrow().state())
                    .isEqualTo(State.REMOVED);
            assertThat(film).doesNotExist();
            assertThat(causes(alarms)).isEmpty();
            assertThat(RunningPlatform.await(
                            Mongo.first(mongo.collection("audit").find())))
                    .map(line -> line.getString("what") + " " + line.getString("by"))
                    .contains("recording_removed retention");
        } finally {
            RunningPlatform.await(vertx.close());
        }
    }

    @Test
    void whoeverKeepsItLongerTakesTheAnnouncementBack() throws Exception {
        try (TestStore store = TestStore.open(folder)) {
            RecordingStore recordings = new RecordingStore(store.mongo());
            RunningPlatform.await(recordings.add(Reel.of("r", State.ARRIVING, "s", "/T/", END)));
            StoredFile file = new StoredFile("film", Place.DIRECTORY, FileKind.MP4, 4, "sum");
            RunningPlatform.await(recordings.ready("r", "buoi.mp4", file, END, 60, END));
            RunningPlatform.await(recordings.warned("r", END));
            Recording kept = RunningPlatform.await(recordings.removeAfter("r", END.plus(Duration.ofDays(90))))
                    .orElseThrow();
            assertThat(kept.warnedAt()).isNull();
            assertThat(kept.toBeRemoved(END.plus(Duration.ofDays(200)))).isFalse();
        }
    }

    private static List<Alarm.Cause> causes(Alarms alarms) {
        return RunningPlatform.await(alarms.below(List.of("/"))).stream()
                .map(Alarm::cause)
                .toList();
    }
}
