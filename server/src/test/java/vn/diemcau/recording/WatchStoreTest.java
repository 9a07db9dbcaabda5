package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RunningPlatform;
import vn.diemcau.mongo.TestStore;

class WatchStoreTest {
    private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");

    private static Watched watch(Watched before, int from, int until) {
        Watched.Report report = new Watched.Report("one", List.of(new Seconds.Span(from, until)), until, false);
        return before.after(report, 3600, before.at(), START.plusSeconds(until));
    }

    /** Attendance may be away just then; the player goes on reporting. */
    @Test
    void whatAttendanceHasNotBeenToldStaysMarkedWhileWatchingGoesOn(@TempDir Path data) throws Exception {
        try (TestStore store = TestStore.open(data)) {
            WatchStore watches = new WatchStore(store.mongo());
            Watched first = watch(Watched.nothing("r", "mai"), 0, 10);
            assertThat(RunningPlatform.await(watches.keep(first, true))).isTrue();
            Watched kept = RunningPlatform.await(watches.find("r", "mai")).orElseThrow();
            assertThat(RunningPlatform.await(watches.keep(watch(kept, 10, 20), false)))
                    .isTrue();
            Watched later = RunningPlatform.await(watches.find("r", "mai")).orElseThrow();
            assertThat(later.seen().count()).isEqualTo(20);
            assertThat(RunningPlatform.await(watches.untold())).containsExactly(later);
            RunningPlatform.await(watches.told(later));
            assertThat(RunningPlatform.await(watches.untold())).isEmpty();
        }
    }
}
