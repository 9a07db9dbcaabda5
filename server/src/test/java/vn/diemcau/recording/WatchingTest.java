package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.enrolment.OneList;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.problem.Problem;
import vn.diemcau.recording.Recording.State;
import vn.diemcau.recording.Watched.MadeUp;
import vn.diemcau.recording.Watched.Unsettled;
import vn.diemcau.schedule.OneProgramme;

/** From enough seen to attendance told, while recordings are moved and attendance is away. */
class WatchingTest {
    private static final Instant NOW = Reel.DUE;
    private static final OneProgramme PLAN = new OneProgramme(NOW.minusSeconds(7200));
    private static final Document NOTHING_OWED = new Document("id", "one");

    @TempDir
    Path folder;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private Instant now = NOW;
    private TestStore store;
    private RecordingStore recordings;
    private WatchStore watches;
    private Watching watching;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.open(folder);
        RunningPlatform.await(Index.ensure(store.mongo(), Recordings.indexes()));
        recordings = new RecordingStore(store.mongo());
        watches = new WatchStore(store.mongo());
        watching = new Watching(watches, new PlayingStore(store.mongo()), recordings, PLAN, new OneList(), () -> now);
        watching.whenSeen((id, session, person, minutes, at) -> {
            if (person.startsWith("stuck")) return Future.failedFuture("attendance is away");
            told.add(session + " " + person + " " + minutes);
            return Future.succeededFuture();
        });
        RunningPlatform.await(recordings.add(Reel.of("r", State.READY, "s", "/T19/", NOW)));
    }

    @AfterEach
    void close() {
        store.end();
    }

    private Recording recording() {
        return RunningPlatform.await(recordings.find("r")).orElseThrow();
    }

    private Watched of(String person) {
        return RunningPlatform.await(watches.find("r", person)).orElseThrow();
    }

    private void seen(String person, MadeUp madeUp, @Nullable String session, boolean untold) {
        Watched enough =
                new Watched("r", person, 0, Seconds.NONE.with(0, 900, 900), NOW, 0, 900, madeUp, NOW, session, null);
        RunningPlatform.await(watches.keep(enough, untold));
    }

    private Future<Watched> played(String stream, int from, int until, boolean takeOver) {
        Watched.Report report = new Watched.Report(stream, List.of(new Seconds.Span(from, until)), until, takeOver);
        return watching.handle(recording(), "a", report);
    }

    private static String code(Future<?> failing) {
        return RunningPlatform.await(
                failing.<String>map("none").recover(failure -> Future.succeededFuture(((Problem) failure).code())));
    }

    @Test
    void onePersonPlaysOnOnePageWhateverItPlays() {
        RunningPlatform.await(recordings.add(Reel.of("r2", State.READY, "s", "/T19/", NOW)));
        RunningPlatform.await(played("one", 0, 10, false));
        Recording second = RunningPlatform.await(recordings.find("r2")).orElseThrow();
        Watched.Report elsewhere = new Watched.Report("two", List.of(new Seconds.Span(0, 10)), 10, false);
        now = NOW.plusSeconds(20);
        assertThat(code(watching.handle(second, "a", elsewhere))).isEqualTo("plays_elsewhere");
        assertThat(code(played("two", 10, 20, false))).isEqualTo("plays_elsewhere");
        assertThat(code(watching.handle(second, "b", elsewhere))).isEqualTo("none");
        assertThat(RunningPlatform.await(played("one", 10, 20, false)).seen().count())
                .isEqualTo(20);
        assertThat(RunningPlatform.await(played("two", 20, 30, true)).seen().count())
                .isEqualTo(30);
        assertThat(code(played("one", 30, 40, false))).isEqualTo("plays_elsewhere");
        now = NOW.plusSeconds(60);
        assertThat(RunningPlatform.await(played("one", 30, 40, false)).seen().count())
                .isEqualTo(40);
    }

    @Test
    void whatCannotBeToldKeepsNoOtherFromBeingTold() {
        for (int i = 0; i < 120; i++) seen("stuck" + i, MadeUp.COUNTED, "s", true);
        seen("xuan", MadeUp.COUNTED, "s", true);
        RunningPlatform.await(watching.tellAll());
        RunningPlatform.await(watching.tellAll());
        assertThat(told).containsExactly("s xuan 54");
    }

    @Test
    void onARecordingOfNoSessionNobodyAgreesAndWhatWasAgreedToIsSettledWithItsReason() {
        seen("a", MadeUp.PROPOSED, null, false);
        seen("b", MadeUp.COUNTED, null, true);
        RunningPlatform.await(recordings.untie(recording(), NOTHING_OWED));
        assertThat(code(watching.decide(recording(), "a", true))).isEqualTo("no_session");
        RunningPlatform.await(watching.tellAll());
        assertThat(RunningPlatform.await(watches.untold())).isEmpty();
        assertThat(of("b").madeUp()).isEqualTo(MadeUp.NOT_YET);
        assertThat(of("b").unsettled()).isEqualTo(Unsettled.NO_SESSION);
        assertThat(told).isEmpty();
    }

    @Test
    void anAgreementThatMeetsAMoveCountsForNeitherSessionAndCanBeGivenAnew() {
        seen("a", MadeUp.PROPOSED, null, false);
        Recording read = recording();
        RunningPlatform.await(recordings.tie(read, PLAN.another("s2"), NOTHING_OWED));
        RunningPlatform.await(watching.decide(read, "a", true));
        Patience.until("it is settled", () -> of("a").unsettled() == Unsettled.MOVED);
        assertThat(of("a").madeUp()).isEqualTo(MadeUp.NOT_YET);
        assertThat(told).isEmpty();
        RunningPlatform.await(recordings.paid("r", "one"));
        RunningPlatform.await(recordings.tie(recording(), PLAN.another("s"), NOTHING_OWED));
        RunningPlatform.await(watching.decide(recording(), "a", true));
        Patience.until("attendance is told", () -> told.equals(List.of("s a 54")));
        assertThat(of("a").madeUp()).isEqualTo(MadeUp.COUNTED);
        assertThat(of("a").unsettled()).isNull();
    }

    @Test
    void whatAttendanceWasToldOfKeepsTheRecordingWithItsSession() {
        seen("a", MadeUp.PROPOSED, null, false);
        Recording read = recording();
        RunningPlatform.await(watching.decide(read, "a", true));
        Patience.until("attendance is told", () -> told.size() == 1);
        assertThat(RunningPlatform.await(recordings.tie(read, PLAN.another("s2"), NOTHING_OWED)))
                .isEmpty();
    }

    @Test
    void nobodyAgreesForSomebodyWhoNeedNotCome() {
        seen("guest", MadeUp.PROPOSED, null, false);
        assertThat(code(watching.decide(recording(), "guest", true))).isEqualTo("not_required");
    }

    @Test
    void whoSawEnoughByARuleThatBecameEasierIsDecidedOnWithoutWatchingAgain() {
        seen("a", MadeUp.NOT_YET, null, false);
        RunningPlatform.await(watching.decide(recording(), "a", true));
        assertThat(of("a").madeUp()).isEqualTo(MadeUp.COUNTED);
        seen("b", MadeUp.NOT_YET, null, false);
        Recording harder = RunningPlatform.await(recordings.rule("r", new Recording.Rule(95, true)))
                .orElseThrow();
        assertThat(code(watching.decide(harder, "b", true))).isEqualTo("nothing_proposed");
    }
}
