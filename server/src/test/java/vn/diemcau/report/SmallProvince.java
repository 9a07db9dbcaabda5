package vn.diemcau.report;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.diemcau.RunningPlatform;
import vn.diemcau.attendance.AttendanceFeature;
import vn.diemcau.attendance.Evidence;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Standing;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/**
 * A small province whose people are listed, seen and written down by a test. What comes of it is reckoned, summed and kept by the
 * application itself; see {@link ReportServer}.
 */
final class SmallProvince extends SmallPlan {
    private static final Duration SOON = Duration.ofMinutes(20);

    private final Map<String, Map<String, Required>> lists = new LinkedHashMap<>();
    private final Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
    private final Map<String, Closed> closings = new LinkedHashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> handedIn = new HashSet<>();

    /** A closing: who and when. */
    private record Closed(String by, Instant at) {}

    void close(Session session, String by, Instant at) {
        closings.put(session.id(), new Closed(by, at));
    }

    /** Somebody handed in a report (thu hoạch) of every class. */
    void handIn(String name) {
        handedIn.add(id(name));
    }

    Set<String> handedIn() {
        return handedIn;
    }

    void silent(String site) {
        silent.add(site);
    }

    void record(Session session, String person, String unit, @Nullable String site, Standing standing, Flag... flags) {
        record(session, person, unit, site, standing, Required.Standing.REQUIRED, flags);
    }

    /** Somebody of the unit is on the list and turns out like this, by evidence that says so. */
    void record(
            Session session,
            String name,
            String unit,
            @Nullable String site,
            Standing standing,
            Required.Standing entry,
            Flag... flags) {
        String person = id(name);
        lists.computeIfAbsent(session.id(), key -> new LinkedHashMap<>())
                .put(
                        person,
                        new Required(
                                session.id(),
                                person,
                                1,
                                entry,
                                name,
                                name,
                                name,
                                1979,
                                unit,
                                unit(unit).name(),
                                List.of("party:" + path(unit)),
                                null,
                                null,
                                site,
                                null,
                                Required.Reply.NONE));
        Set<Flag> how = Set.of(flags);
        switch (standing) {
            case PRESENT -> {
                say(session, person, Evidence.Kind.IN, site, how.contains(Flag.LATE) ? SOON : Duration.ZERO);
                if (how.contains(Flag.LEFT_EARLY)) say(session, person, Evidence.Kind.OUT, site, SOON.multipliedBy(3));
            }
            case EXCUSED -> say(session, person, Evidence.Kind.EXCUSE, null, Duration.ZERO);
            case SUBSTITUTED -> {
                Evidence.Detail other = Evidence.Detail.naming("other-" + person, null);
                say(session, person, Evidence.Kind.SUBSTITUTE, null, Duration.ZERO, other);
                say(session, "other-" + person, Evidence.Kind.IN, site, Duration.ZERO);
            }
            case UNEXCUSED -> {
                Evidence.Detail said = new Evidence.Detail(null, null, null, null, null, standing, "Đã hỏi", null);
                say(session, person, Evidence.Kind.CORRECTION, null, SOON, said);
            }
            case UNDETERMINED -> {}
        }
        if (how.contains(Flag.MADE_UP)) {
            Evidence.Detail all = new Evidence.Detail(null, null, null, null, 120, null, null, null);
            say(session, person, Evidence.Kind.WATCHED, null, Duration.ofHours(3), all);
        }
    }

    private void say(Session session, String who, Evidence.Kind kind, @Nullable String site, Duration after) {
        say(session, who, kind, site, after, Evidence.Detail.NONE);
    }

    private void say(
            Session session,
            String who,
            Evidence.Kind kind,
            @Nullable String site,
            Duration after,
            Evidence.Detail detail) {
        Instant at = session.startsAt().plus(after);
        evidence.computeIfAbsent(session.id(), key -> new ArrayList<>())
                .add(new Evidence(
                        kind.wire() + " " + who,
                        session.id(),
                        who,
                        kind,
                        Evidence.Source.OFFICE,
                        null,
                        site,
                        "office",
                        null,
                        at,
                        at,
                        0,
                        detail));
    }

    /** Somebody of no known unit: on a site's roll, in no unit's. */
    void walkIn(Session session, String name, String site) {
        say(session, "walk:" + id(name), Evidence.Kind.WALK_IN, site, Duration.ZERO, Evidence.Detail.saying(name));
    }

    /** Everything is listed, seen, reported and closed; returns when outcomes and sums have followed. */
    void live(AttendanceFeature feature) {
        for (Session session : sessions()) {
            RunningPlatform.await(feature.listChanged().changed(session.id(), 1, List.of()));
            for (Site site : session.sites()) {
                if (silent.contains(site.id())) continue;
                say(session, "site:" + site.id(), Evidence.Kind.REPORT, site.id(), SOON);
                Evidence.Detail heads = Evidence.Detail.counting(7, null);
                say(session, "site:" + site.id(), Evidence.Kind.COUNT, site.id(), SOON, heads);
            }
            List<Evidence> all = evidence.getOrDefault(session.id(), List.of());
            Closed closed = closings.get(session.id());
            RunningPlatform.await(
                    closed == null
                            ? feature.intake().take(all)
                            : feature.intake().past(session.id(), all, closed.by(), closed.at()));
        }
        RunningPlatform.await(feature.drained());
    }

    Enrolments enrolments() {
        return new Enrolments() {
            @Override
            public Future<Integer> version(String session) {
                return Future.succeededFuture(1);
            }

            @Override
            public Future<Void> each(String session, Consumer<Required> consumer) {
                lists.getOrDefault(session, Map.of()).values().forEach(consumer);
                return Future.succeededFuture();
            }

            @Override
            public Future<List<Required>> atSite(String session, @Nullable String site) {
                return Future.succeededFuture(List.of());
            }

            @Override
            public Future<Optional<Required>> entry(String session, String person) {
                return Future.succeededFuture(Optional.empty());
            }

            @Override
            public Future<List<Required>> of(String person, Instant from, Instant to) {
                return Future.succeededFuture(List.of());
            }
        };
    }
}
