package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.diemcau.people.Affected;
import vn.diemcau.people.Followed;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;

/**
 * Use case: what is planned from the day of a reorganisation on is held by the unit that follows, at its new place, and the rooms of the
 * site directory are that unit's; when it is taken back, what is still there goes back. What was held before keeps the path it had.
 * Where several units follow, the plan waits for somebody to say which.
 */
final class FollowUnits implements Affected {
    private static final int TRIES = 5;
    private static final String BY = "system";

    private final ProgrammeStore programmes;
    private final PlaceStore places;
    private final PlansWithin within;
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
        this.places = places;
        this.within = new PlansWithin(programmes, sessions, places);
        this.change = change;
        this.announce = announce;
        this.people = people;
    }

    /** What is taken back, by the ids of what went over then. */
    private record Was(Map<String, Followed> programmes, Map<String, Followed> sessions, Map<String, Followed> rooms) {
        static Was of(Reach reach) {
            return new Was(reach.undone(What.PROGRAMME), reach.undone(What.SESSION), reach.undone(What.ROOM));
        }
    }

    @Override
    public Future<List<Touch>> touches(Reach reach) {
        Was was = Was.of(reach);
        return within.handle(reach).map(found -> {
            List<Touch> touches = new ArrayList<>();
            for (Programme one : found.programmes()) {
                Effect effect = reach.effect(was.programmes().get(one.id()), one.unit());
                touches.add(new Touch(What.PROGRAMME, one.id(), one.title(), one.unit(), one.startsAt(), effect));
            }
            for (Session one : found.sessions()) {
                Effect effect = reach.effect(was.sessions().get(one.id()), one.unit());
                touches.add(new Touch(What.SESSION, one.id(), one.title(), one.unit(), one.startsAt(), effect));
            }
            for (Place one : found.rooms()) {
                Effect effect = reach.effect(was.rooms().get(one.id()), one.unit());
                touches.add(new Touch(What.ROOM, one.id(), one.name(), one.unit(), null, effect));
            }
            return touches;
        });
    }

    @Override
    public Future<Void> applied(Reach reach, Trail trail) {
        Was was = Was.of(reach);
        return people.tree().compose(tree -> within.handle(reach).compose(found -> trail.goes(going(found, reach, tree))
                .compose(done -> each(found.programmes(), one -> follow(one.id(), reach, was, tree, TRIES)))
                .compose(done -> each(found.rooms(), one -> followRoom(one.id(), reach, was, tree, TRIES)))
                .compose(done -> each(found.sessions(), one -> follow(one, reach, was, tree)))));
    }

    /** What gets another unit, not only another path. */
    private static List<Followed> going(PlansWithin.Found found, Reach reach, UnitTree tree) {
        List<Followed> going = new ArrayList<>();
        found.programmes().forEach(one -> note(going, What.PROGRAMME, one.id(), one.unit(), reach, tree));
        found.rooms().forEach(one -> note(going, What.ROOM, one.id(), one.unit(), reach, tree));
        found.sessions().forEach(one -> note(going, What.SESSION, one.id(), one.unit(), reach, tree));
        return going;
    }

    private static void note(List<Followed> going, What what, String id, String unit, Reach reach, UnitTree tree) {
        reach.holder(null, unit, tree)
                .filter(holder -> !holder.unit().equals(unit))
                .ifPresent(holder -> going.add(new Followed(what, id, unit, holder.unit())));
    }

    private Future<Void> follow(String id, Reach reach, Was was, UnitTree tree, int tries) {
        return programmes.get(id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            Programme before = found.get();
            Optional<Holder> holder = reach.holder(was.programmes().get(id), before.unit(), tree);
            if (holder.isEmpty()) return Future.succeededFuture();
            Programme after = before.heldBy(holder.get().unit(), holder.get().path());
            if (after.equals(before)) return Future.succeededFuture();
            return programmes.replace(after).compose(written -> {
                if (written.isPresent()) return Future.succeededFuture();
                return tries == 0
                        ? Future.failedFuture(ChangeSession.changedMeanwhile())
                        : follow(id, reach, was, tree, tries - 1);
            });
        });
    }

    private Future<Void> followRoom(String id, Reach reach, Was was, UnitTree tree, int tries) {
        return places.get(id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            Place before = found.get();
            Optional<Holder> holder = reach.holder(was.rooms().get(id), before.unit(), tree);
            if (holder.isEmpty()) return Future.succeededFuture();
            Place after = before.of(holder.get().unit(), holder.get().path());
            if (after.equals(before)) return Future.succeededFuture();
            return places.replace(after).compose(written -> {
                if (written) return Future.succeededFuture();
                return tries == 0
                        ? Future.failedFuture(ChangeSession.changedMeanwhile())
                        : followRoom(id, reach, was, tree, tries - 1);
            });
        });
    }

    private Future<Void> follow(Session session, Reach reach, Was was, UnitTree tree) {
        return change.write(
                        session.id(),
                        now -> reach.holder(was.sessions().get(session.id()), now.unit(), tree)
                                .map(holder -> now.heldBy(holder.unit(), holder.path()))
                                .orElse(now),
                        "edited",
                        BY,
                        null)
                .compose(written -> written.rev() == session.rev()
                        ? Future.succeededFuture()
                        : announce.briefly(List.of(session.id())));
    }

    private static <T> Future<Void> each(List<T> all, Function<T, Future<Void>> work) {
        Future<Void> chain = Future.succeededFuture();
        for (T one : all) chain = chain.compose(done -> work.apply(one));
        return chain;
    }
}
