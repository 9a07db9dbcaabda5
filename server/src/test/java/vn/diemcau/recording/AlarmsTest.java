package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
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
import vn.diemcau.http.Live;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.recording.Recording.State;

/** What a reader should look after, in an installation where many others have something to look after. */
class AlarmsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private TestStore store;
    private RecordingStore recordings;
    private Alarms alarms;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.open(folder);
        RunningPlatform.await(Index.ensure(store.mongo(), Recordings.indexes()));
        recordings = new RecordingStore(store.mongo());
        alarms = new Alarms(recordings, new RecorderStore(store.mongo()), new Live(vertx), () -> NOW);
    }

    @AfterEach
    void close() {
        store.end();
        RunningPlatform.await(vertx.close());
    }

    private void add(String id, State state, String unitPath, Instant dueAt) {
        RunningPlatform.await(recordings.add(Reel.of(id, state, "s-" + id, unitPath, dueAt)));
    }

    private List<String> below(String... paths) {
        return RunningPlatform.await(alarms.below(List.of(paths))).stream()
                .map(alarm -> alarm.recording().id())
                .toList();
    }

    @Test
    void aReadersOwnAreSeenHoweverManyOthersHaveAndNobodyElses() {
        List<Future<Boolean>> others = new ArrayList<>();
        for (int i = 0; i < 230; i++)
            others.add(recordings.add(Reel.of("b" + i, State.EXPECTED, "s", "/T/B/", NOW.minus(Duration.ofDays(30)))));
        RunningPlatform.await(Future.all(others));
        add("late", State.EXPECTED, "/T/A/", NOW.minusSeconds(1));
        add("half", State.ARRIVING, "/T/A/A1/", NOW.minusSeconds(2));
        add("given-up", State.FAILED, "/T/A/", NOW.plusSeconds(3600));
        add("in-time", State.EXPECTED, "/T/A/", NOW.plusSeconds(1));
        add("here", State.READY, "/T/A/", NOW.minusSeconds(3));
        add("namesake", State.EXPECTED, "/T/AB/", NOW.minusSeconds(4));
        assertThat(below("/T/A/")).containsExactly("half", "late", "given-up");
        assertThat(below("/T/A/", "/T/AB/")).containsExactly("namesake", "half", "late", "given-up");
        assertThat(below()).isEmpty();
        RunningPlatform.await(recordings.warned("here", NOW));
        assertThat(below("/T/A/")).containsExactly("half", "late", "given-up", "here");
    }

    @Test
    void onlyWhatIsOverdueIsReadByAnIndex() {
        if (TestStore.uri(folder) != null) return;
        Document find = new Document("find", "recordings")
                .append(
                        "filter",
                        new Document("state", "expected")
                                .append("dueAt", new Document("$lt", Date.from(NOW)))
                                .append("unitPath", new Document("$gte", "/T/").append("$lt", "/T/\uffff")))
                .append("sort", new Document("dueAt", -1));
        assertThat(RunningPlatform.await(Mongo.one(store.mongo().database().runCommand(new Document("explain", find))))
                        .toString())
                .contains("IXSCAN")
                .contains("dueAt");
    }

    @Test
    void aReaderOfAUnitAndOfOneBelowItReadsNothingTwice() {
        SignedIn who = new SignedIn(
                "a",
                null,
                "a",
                Set.of(
                        Grant.over(Role.UNIT_ADMIN, "/T/A/"),
                        Grant.over(Role.TRAINER, "/T/A/A1/"),
                        Grant.over(Role.TRAINER, "/T/B/"),
                        Grant.over(Role.CADRE, "/T/C/"),
                        Grant.atSite("s", "x")),
                null,
                "t");
        assertThat(Viewers.planned(who)).containsExactlyInAnyOrder("/T/A/", "/T/B/");
    }
}
