package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RunningPlatform;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.problem.Problem;
import vn.diemcau.recording.Recording.State;
import vn.diemcau.schedule.OneProgramme;

/** Two people change a recording's session at once, or one of them dies in between. */
class TieRecordingTest {
    private static final SignedIn OFFICE =
            new SignedIn("office", null, "Văn phòng", Set.of(Grant.over(Role.UNIT_ADMIN, "/T/")), null, "t");
    private static final OneProgramme PLAN = new OneProgramme(Reel.DUE);

    @TempDir
    Path folder;

    private TestStore store;
    private RecordingStore recordings;
    private TieRecording tie;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.open(folder);
        recordings = new RecordingStore(store.mongo());
        tie = new TieRecording(recordings, new WatchStore(store.mongo()), new Audit(store.mongo(), () -> Reel.DUE));
        RunningPlatform.await(recordings.add(Reel.of("r", State.READY, "s1", "/T/", Reel.DUE)));
    }

    @AfterEach
    void close() {
        store.end();
    }

    private Recording now() {
        return RunningPlatform.await(recordings.find("r")).orElseThrow();
    }

    private static String code(Future<?> failing) {
        return RunningPlatform.await(
                failing.<String>map("none").recover(failure -> Future.succeededFuture(((Problem) failure).code())));
    }

    /** What the audit record says of it: the act, and the sessions before and after. */
    private List<String> told() {
        return RunningPlatform.await(Mongo.all(store.mongo()
                        .collection("audit")
                        .find(new Document("target", "recording/r"))
                        .sort(new Document("_id", 1))
                        .batchSize(100)))
                .stream()
                .map(line -> {
                    JsonObject detail = new JsonObject(line.getString("detail"));
                    return line.getString("what") + " " + detail.getString("before") + " " + detail.getString("after");
                })
                .toList();
    }

    @Test
    void whoeverReadItBeforeSomebodyElseMovedItChangesNothing() {
        Recording read = now();
        RunningPlatform.await(tie.handle(read, PLAN.another("s2"), OFFICE));
        assertThat(code(tie.handle(read, PLAN.another("s3"), OFFICE))).isEqualTo("changed_meanwhile");
        assertThat(code(tie.undo(read, OFFICE))).isEqualTo("changed_meanwhile");
        assertThat(now().session()).isEqualTo("s2");
        RunningPlatform.await(tie.undo(now(), OFFICE));
        assertThat(now().session()).isNull();
        assertThat(told()).containsExactly("recording_tied s1 s2", "recording_untied s2 null");
    }

    @Test
    void whatCountedInTheVeryMomentStaysWithItsSession() {
        Recording read = now();
        RunningPlatform.await(recordings.counted("r", "s1"));
        assertThat(code(tie.handle(read, PLAN.another("s2"), OFFICE))).isEqualTo("watched_counted");
        assertThat(code(tie.undo(read, OFFICE))).isEqualTo("watched_counted");
        assertThat(now().session()).isEqualTo("s1");
        assertThat(told()).isEmpty();
    }

    private void diedBeforeTheAuditRecord(String id) {
        Document owed = new Document("id", id)
                .append("by", "office")
                .append("what", "recording_tied")
                .append(
                        "detail",
                        new JsonObject().put("before", "s1").put("after", "s2").encode());
        assertThat(RunningPlatform.await(recordings.tie(now(), PLAN.another("s2"), owed)))
                .isPresent();
        assertThat(told()).isEmpty();
    }

    @Test
    void aRetryThatFindsItDoneWritesDownWhatTheFirstCouldNot() {
        diedBeforeTheAuditRecord("one");
        RunningPlatform.await(tie.handle(now(), PLAN.another("s2"), OFFICE));
        assertThat(told()).containsExactly("recording_tied s1 s2");
        RunningPlatform.await(tie.handle(now(), PLAN.another("s2"), OFFICE));
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatNobodyRetriesIsWrittenDownAllTheSameAndBeforeTheNextChange() {
        diedBeforeTheAuditRecord("one");
        RunningPlatform.await(tie.payAll());
        assertThat(told()).containsExactly("recording_tied s1 s2");
        RunningPlatform.await(tie.undo(now(), OFFICE));
        assertThat(told()).containsExactly("recording_tied s1 s2", "recording_untied s2 null");
    }
}
