package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.diemcau.people.People;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Session;

/** Use case: who is on the list of a session by this scope, as units and people are on the session's day. Writes nothing. */
final class ResolveList {
    static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int CHUNK = 5000;

    private final People people;
    private final ScopeStore scopes;

    ResolveList(People people, ScopeStore scopes) {
        this.people = people;
        this.scopes = scopes;
    }

    Future<List<Entry>> handle(Session session, Scope scope) {
        LocalDate day = LocalDate.ofInstant(session.startsAt(), HERE);
        Set<String> groupIds = new HashSet<>();
        scope.rules().forEach(rule -> groupIds.addAll(rule.groups()));
        return scopes.groups(groupIds).compose(groups -> people.tree().compose(tree -> {
            Resolution resolution = new Resolution(session, scope, groups, tree, day);
            return offerAll(scope, groups, tree, day, resolution).map(done -> resolution.entries());
        }));
    }

    private Future<Void> offerAll(
            Scope scope, Collection<Group> groups, UnitTree tree, LocalDate day, Resolution resolution) {
        Future<Void> chain = Future.succeededFuture();
        for (String unit : unitsToRead(scope, tree, day)) {
            chain = chain.compose(done -> people.eachWithin(unit, day, resolution::offer));
        }
        List<String> named = named(scope, groups);
        for (int from = 0; from < named.size(); from += CHUNK) {
            List<String> part = named.subList(from, Math.min(named.size(), from + CHUNK));
            chain = chain.compose(done -> people.persons(part)).map(found -> {
                found.forEach(resolution::offer);
                return null;
            });
        }
        return chain;
    }

    private static List<String> named(Scope scope, Collection<Group> groups) {
        Set<String> named = new LinkedHashSet<>();
        scope.rules().forEach(rule -> named.addAll(rule.persons()));
        groups.forEach(group -> named.addAll(group.persons()));
        return List.copyOf(named);
    }

    /** The units as they stand on the day: whoever followed one that ended stands for it. */
    static List<String> standing(Collection<String> units, UnitTree tree, LocalDate day) {
        Set<String> standing = new LinkedHashSet<>();
        for (String unit : units) {
            List<Unit> now = tree.standing(unit, day);
            if (now.isEmpty()) standing.add(unit);
            else now.forEach(one -> standing.add(one.id()));
        }
        return List.copyOf(standing);
    }

    /** The fewest units that hold everybody the rules can find: posts may be held by people who belong anywhere. */
    static List<String> unitsToRead(Scope scope, UnitTree tree, LocalDate day) {
        Set<String> wanted = new LinkedHashSet<>();
        for (Scope.Rule rule : scope.rules()) {
            switch (rule.kind()) {
                case UNITS -> wanted.addAll(standing(rule.units(), tree, day));
                case POSTS -> {
                    for (Tree each : Tree.values()) {
                        tree.roots(each, day).stream().map(Unit::id).forEach(wanted::add);
                    }
                }
                case GROUPS, PERSONS -> {}
            }
        }
        List<String> fewest = new ArrayList<>();
        for (String unit : wanted) {
            String path = tree.lastPath(unit, day).orElse("/" + unit + "/");
            boolean covered =
                    wanted.stream().anyMatch(other -> !other.equals(unit) && path.contains("/" + other + "/"));
            if (!covered) fewest.add(unit);
        }
        return fewest;
    }
}
