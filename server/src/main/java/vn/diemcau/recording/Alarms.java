package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.http.Live;
import vn.diemcau.recording.Alarm.Cause;
import vn.diemcau.recording.Recording.State;

/** Use case: what somebody should look after now; whoever follows it live is told when it changes. */
final class Alarms {
    /** Says only that something changed: what, each reader asks for with rights of their own. */
    static final String TOPIC = "recordings";

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final RecordingStore recordings;
    private final RecorderStore recorders;
    private final Live live;
    private final InstantSource clock;
    private final AtomicReference<Set<String>> told = new AtomicReference<>(Set.of());

    Alarms(RecordingStore recordings, RecorderStore recorders, Live live, InstantSource clock) {
        this.recordings = recordings;
        this.recorders = recorders;
        this.live = live;
        this.clock = clock;
    }

    /** Those of the units below these paths, what is missing first and by its day. */
    Future<List<Alarm>> below(Collection<String> paths) {
        Instant now = clock.instant();
        List<Future<List<Recording>>> parts = new ArrayList<>();
        for (String path : paths) {
            parts.add(recordings.missing(State.EXPECTED, path, now));
            parts.add(recordings.missing(State.ARRIVING, path, now));
            parts.add(recordings.failed(path));
            parts.add(recordings.warnedOf(path));
        }
        return Future.all(parts).compose(found -> recorders.all()).map(agents -> {
            List<Alarm> alarms = new ArrayList<>();
            for (Future<List<Recording>> part : parts)
                part.result().forEach(each -> Alarm.of(each, agents, now).ifPresent(alarms::add));
            alarms.sort(Comparator.comparing((Alarm alarm) -> alarm.cause() == Cause.REMOVAL)
                    .thenComparing(alarm -> alarm.recording().dueAt()));
            return alarms;
        });
    }

    /** Looks whether anything is new anywhere; a line in the log for whoever reads no pages. */
    Future<Void> look() {
        return below(List.of("/")).map(now -> {
            Set<String> next = now.stream()
                    .map(alarm -> alarm.recording().id() + " " + alarm.cause())
                    .collect(Collectors.toSet());
            Set<String> before = told.getAndSet(next);
            if (next.equals(before)) return null;
            long missing =
                    now.stream().filter(alarm -> alarm.cause() != Cause.REMOVAL).count();
            if (missing > 0) LOG.warn("{} recordings should have arrived and have not", missing);
            changed();
            return null;
        });
    }

    void changed() {
        live.nudge(TOPIC);
    }

    /** What a live reader gets: the time at which to ask again. */
    Future<JsonObject> state() {
        return Future.succeededFuture(new JsonObject().put("at", clock.instant()));
    }
}
