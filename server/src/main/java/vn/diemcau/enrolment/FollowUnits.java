package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.diemcau.people.Affected;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Schedule;

/**
 * Use case: scopes that name units find whoever follows them by themselves (see {@link ResolveList}); kept groups go over to the unit that
 * follows. Says which scopes a reorganisation touches.
 */
final class FollowUnits implements Affected {
    private final ScopeStore scopes;
    private final Schedule schedule;
    private final People people;

    FollowUnits(ScopeStore scopes, Schedule schedule, People people) {
        this.scopes = scopes;
        this.schedule = schedule;
        this.people = people;
    }

    @Override
    public Future<List<Touch>> touches(Reach reach) {
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

    @Override
    public Future<Void> applied(Reach reach) {
        return people.tree().compose(tree -> {
            Future<Void> chain = Future.succeededFuture();
            for (String top : reach.tops()) {
                chain = chain.compose(done -> scopes.groupsWithin(top)).compose(groups -> {
                    Future<Void> each = Future.succeededFuture();
                    for (Group group : groups) each = each.compose(done -> follow(group, reach, tree));
                    return each;
                });
            }
            return chain;
        });
    }

    private Future<Void> follow(Group group, Reach reach, UnitTree tree) {
        Set<String> standing = new LinkedHashSet<>();
        for (Unit unit : tree.standing(group.unit(), reach.date())) standing.add(unit.id());
        if (standing.size() != 1) return Future.succeededFuture();
        String unit = standing.iterator().next();
        String path = tree.path(unit, reach.date()).orElse(group.unitPath());
        if (path.equals(group.unitPath())) return Future.succeededFuture();
        return scopes.putGroup(new Group(group.id(), group.name(), unit, path, group.persons(), group.rev()));
    }
}
