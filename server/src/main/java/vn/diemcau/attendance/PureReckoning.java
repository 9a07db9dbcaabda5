package vn.diemcau.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.schedule.Site;

/** The pure function alone, without store and network, for whoever measures it. */
public final class PureReckoning {
    private PureReckoning() {}

    /** From when to when. */
    public record Stretch(Instant from, Instant to) {
        private Span span() {
            return new Span(from, to);
        }
    }

    /** A site's own times. */
    public record Hall(Site.Kind kind, Stretch open, List<Stretch> pauses) {}

    /**
     * A session as it was held.
     *
     * @param unnamed sites from which no roll by name came
     */
    public record Held(
            Stretch open,
            List<Stretch> pauses,
            Map<String, Hall> halls,
            Policy policy,
            boolean closed,
            Set<String> unnamed) {}

    public static Outcome outcome(Held held, String person, @Nullable String site, List<Evidence> evidence) {
        Map<String, Site.Kind> kinds = new HashMap<>();
        Map<String, ActualTimes.Own> own = new HashMap<>();
        held.halls().forEach((id, hall) -> {
            kinds.put(id, hall.kind());
            own.put(id, new ActualTimes.Own(hall.open().from(), hall.open().to(), spans(hall.pauses())));
        });
        ActualTimes times = new ActualTimes(held.open().from(), held.open().to(), spans(held.pauses()), own);
        boolean named = site == null || !held.unnamed().contains(site);
        return Reckoning.of(new Case(person, site, kinds, times, held.policy(), held.closed(), named, evidence));
    }

    private static List<Span> spans(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::span).toList();
    }

    /** A device's word on the server's clock. */
    public static DeviceClock.Timed corrected(Instant said, Instant sentAt, Instant receivedAt) {
        return DeviceClock.corrected(said, Duration.between(sentAt, receivedAt), receivedAt);
    }

    /** When a beat of a page counts, and how sure that is. */
    public static DeviceClock.Timed beat(Instant receivedAt) {
        return new DeviceClock.Timed(Presence.beatAt(receivedAt), Presence.BEAT_BOUND);
    }
}
