package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Affected;
import vn.diemcau.people.Followed;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Schedule;

/**
 * Use case: scopes that name units find whoever follows them by themselves (see {@link ResolveList}); kept groups, and requests to be
 * absent that wait or are about sessions to come, go over to the unit that follows, and back when that is taken back. Says which of
 * them a reorganisation touches.
 */
final class FollowUnits implements Affected {
    private static final int TRIES = 5;

    private final ScopeStore scopes;
    private final AbsenceStore absences;
    private final Schedule schedule;
    private final People people;

    FollowUnits(ScopeStore scopes, AbsenceStore absences, Schedule schedule, People people) {
        this.scopes = scopes;
        this.absences = absences;
        this.schedule = schedule;
        this.people = people;
    }

    @Override
    public Future<List<Touch>> touches(Reach reach) {
        Map<String, Followed> kept = reach.undone(What.GROUP);
        Map<String, Followed> asked = reach.undone(What.REQUEST);
        return lists(reach).compose(touches -> groups(reach)
                .compose(groups -> requests(reach).map(requests -> {
                    for (Group one : groups) {
                        Effect effect = reach.effect(kept.get(one.id()), one.unit());
                        touches.add(new Touch(What.GROUP, one.id(), one.name(), one.unit(), null, effect));
                    }
                    for (Absence one : requests) {
                        Effect effect = reach.effect(asked.get(one.id()), unit(one));
                        touches.add(
                                new Touch(What.REQUEST, one.id(), one.personName(), unit(one), one.startsAt(), effect));
                    }
                    return touches;
                })));
    }

    private Future<List<Touch>> lists(Reach reach) {
        return scopes.naming(reach.ended()).compose(found -> {
            List<Touch> touches = new ArrayList<>();
            Future<Void> chain = Future.succeededFuture();
            for (ScopeStore.Named named : found) {
                chain = chain.compose(done -> touch(named, reach)).map(touch -> {
                    touch.ifPresent(touches::add);
                    return null;
                });
            }
            return chain.map(done -> touches);
        });
    }

    /** Of programmes and sessions that are not over by then. */
    private Future<Optional<Touch>> touch(ScopeStore.Named named, Reach reach) {
        String of = named.id().substring(named.id().indexOf('|') + 1);
        String unit = named.units().stream()
                .filter(reach.ended()::contains)
                .findFirst()
                .orElseThrow();
        if (named.id().startsWith("session|")) {
            return schedule.session(of).map(found -> found.filter(one -> !one.startsAt()
                            .isBefore(
                                    reach.date().atStartOfDay(ResolveList.HERE).toInstant()))
                    .map(one -> new Touch(What.LIST, of, one.title(), unit, one.startsAt(), followed(reach, unit))));
        }
        return schedule.programme(of).map(found -> found.filter(one -> one.endsAt() == null
                        || !one.endsAt()
                                .isBefore(reach.date()
                                        .atStartOfDay(ResolveList.HERE)
                                        .toInstant()))
                .map(one -> new Touch(What.LIST, of, one.title(), unit, one.startsAt(), followed(reach, unit))));
    }

    /** A list follows to however many units there are. */
    private static Effect followed(Reach reach, String unit) {
        return reach.heirs().getOrDefault(unit, List.of()).isEmpty() ? Effect.ENDS : Effect.FOLLOWS;
    }

    /** The groups kept within reach, and those to be brought back. */
    private Future<List<Group>> groups(Reach reach) {
        return reach.gather(What.GROUP, scopes::groupsWithin, scopes::groups, Group::id);
    }

    private Future<List<Absence>> requests(Reach reach) {
        Instant from = reach.date().atStartOfDay(ResolveList.HERE).toInstant();
        return reach.gather(What.REQUEST, top -> absences.ahead(top, from), absences::many, Absence::id)
                .map(found -> found.stream()
                        .filter(one -> one.state().waits() || !one.startsAt().isBefore(from))
                        .toList());
    }

    /** The unit whose office decides. */
    private static String unit(Absence absence) {
        String[] way = absence.unitPath().split("/");
        return way.length == 0 ? "" : way[way.length - 1];
    }

    @Override
    public Future<Void> applied(Reach reach, Trail trail) {
        Map<String, Followed> kept = reach.undone(What.GROUP);
        Map<String, Followed> asked = reach.undone(What.REQUEST);
        return people.tree()
                .compose(tree -> groups(reach).compose(groups -> requests(reach).compose(requests -> {
                    List<Followed> going = new ArrayList<>();
                    for (Group one : groups) note(going, What.GROUP, one.id(), one.unit(), reach, tree);
                    for (Absence one : requests) note(going, What.REQUEST, one.id(), unit(one), reach, tree);
                    Future<Void> chain = trail.goes(going);
                    for (Group one : groups) {
                        chain = chain.compose(done -> follow(one.id(), reach, kept.get(one.id()), tree, TRIES));
                    }
                    for (Absence one : requests) {
                        String path = reach.holder(asked.get(one.id()), unit(one), tree)
                                .map(Holder::path)
                                .orElse(one.unitPath());
                        if (!path.equals(one.unitPath())) chain = chain.compose(done -> absences.place(one, path));
                    }
                    return chain;
                })));
    }

    private static void note(List<Followed> going, What what, String id, String unit, Reach reach, UnitTree tree) {
        reach.holder(null, unit, tree)
                .filter(holder -> !holder.unit().equals(unit))
                .ifPresent(holder -> going.add(new Followed(what, id, unit, holder.unit())));
    }

    private Future<Void> follow(String id, Reach reach, @Nullable Followed was, UnitTree tree, int tries) {
        return scopes.groups(List.of(id)).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            Group group = found.get(0);
            Optional<Holder> holder = reach.holder(was, group.unit(), tree);
            if (holder.isEmpty() || holder.get().path().equals(group.unitPath())) return Future.succeededFuture();
            String unit = holder.get().unit();
            return scopes.putGroup(
                            new Group(id, group.name(), unit, holder.get().path(), group.persons(), group.rev()))
                    .recover(failure ->
                            tries == 0 ? Future.failedFuture(failure) : follow(id, reach, was, tree, tries - 1));
        });
    }
}
