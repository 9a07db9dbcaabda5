package vn.diemcau.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.diemcau.people.Affected;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/**
 * Use case: what is planned from the day of a reorganisation on is held by the unit that follows, at its new place, and the rooms of the
 * site directory are that unit's. What was held before keeps the path it had. Where several units follow, the plan waits for somebody to say which.
 */
final class FollowUnits implements Affected {
    private static final Duration AHEAD = Duration.ofDays(800);
    private static final int MOST = 20_000;
    private static final int TRIES = 5;
    private static final String BY = "system";

    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final PlaceStore places;
    private final ChangeSession change;
    private final AnnounceSession announce;
    private final People people;

    FollowUnits(
            ProgrammeStore programmes,
            SessionStore sessions,
            PlaceStore places,
            ChangeSession change,
            AnnounceSession announce,
            People people) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.places = places;
        this.change = change;
        this.announce = announce;
        this.people = people;
    }

    /** Whom a plan belongs to from then on. */
    private record Holder(String unit, String path) {}

    @Override
    public Future<List<Touch>> touches(Reach reach) {
        return planned(reach).map(found -> found.stream()
                .map(session -> new Touch(
                        What.SESSION,
                        session.id(),
                        session.title(),
                        session.unit(),
                        session.startsAt(),
                        reach.effect(session.unit())))
                .toList());
    }

    @Override
    public Future<Void> applied(Reach reach) {
        return people.tree().compose(tree -> {
            Future<Void> chain = Future.succeededFuture();
            for (String top : reach.tops()) {
                chain = chain.compose(done -> programmes.find(
                                and(SessionStore.below(top), in("state", "draft", "issued", "postponed")),
                                Sorts.ascending("unitPath"),
                                MOST))
                        .compose(found -> each(found, programme -> follow(programme.id(), reach, tree, TRIES)))
                        .compose(done -> places.find(List.of(top), "", Optional.empty(), MOST))
                        .compose(found -> each(found, place -> follow(place, reach, tree)));
            }
            return chain.compose(done -> planned(reach))
                    .compose(found -> each(found, session -> follow(session, reach, tree)));
        });
    }

    /** Sessions from the day on that are held within reach, by start. */
    private Future<List<Session>> planned(Reach reach) {
        Instant from = reach.date().atStartOfDay(VietnameseTime.ZONE).toInstant();
        List<Session> all = new ArrayList<>();
        Future<Void> chain = Future.succeededFuture();
        for (String top : reach.tops()) {
            chain = chain.compose(done -> sessions.between(from, from.plus(AHEAD), top))
                    .map(found -> {
                        found.stream().filter(FollowUnits::open).forEach(all::add);
                        return null;
                    });
        }
        return chain.map(done -> all);
    }

    private static boolean open(Session session) {
        return switch (session.state()) {
            case DRAFT, ISSUED, POSTPONED -> true;
            case CANCELLED, ENDED -> false;
        };
    }

    private Future<Void> follow(String id, Reach reach, UnitTree tree, int tries) {
        return programmes.get(id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            Programme before = found.get();
            Instant day = reach.date().atStartOfDay(VietnameseTime.ZONE).toInstant();
            boolean over = before.kind() != ProgrammeKind.CELL_MEETING
                    && before.endsAt() != null
                    && before.endsAt().isBefore(day);
            Optional<Holder> holder = holder(before.unit(), reach, tree);
            if (over || holder.isEmpty()) return Future.succeededFuture();
            Programme after = before.heldBy(holder.get().unit(), holder.get().path());
            if (after.equals(before)) return Future.succeededFuture();
            return programmes.replace(after).compose(written -> {
                if (written.isPresent()) return Future.succeededFuture();
                return tries == 0
                        ? Future.failedFuture(ChangeSession.changedMeanwhile())
                        : follow(id, reach, tree, tries - 1);
            });
        });
    }

    private Future<Void> follow(Place place, Reach reach, UnitTree tree) {
        Optional<Holder> holder = holder(place.unit(), reach, tree);
        if (holder.isEmpty()) return Future.succeededFuture();
        return places.replace(place.of(holder.get().unit(), holder.get().path()))
                .mapEmpty();
    }

    private Future<Void> follow(Session session, Reach reach, UnitTree tree) {
        Optional<Holder> holder = holder(session.unit(), reach, tree);
        if (holder.isEmpty()) return Future.succeededFuture();
        return change.write(
                        session.id(),
                        now -> now.heldBy(holder.get().unit(), holder.get().path()),
                        "edited",
                        BY,
                        null)
                .compose(done -> announce.briefly(List.of(session.id())));
    }

    private static Optional<Holder> holder(String unit, Reach reach, UnitTree tree) {
        List<Unit> standing = tree.standing(unit, reach.date());
        if (standing.size() != 1) return Optional.empty();
        String now = standing.get(0).id();
        return tree.path(now, reach.date()).map(path -> new Holder(now, path));
    }

    private static <T> Future<Void> each(List<T> all, java.util.function.Function<T, Future<Void>> work) {
        Future<Void> chain = Future.succeededFuture();
        for (T one : all) chain = chain.compose(done -> work.apply(one));
        return chain;
    }
}
