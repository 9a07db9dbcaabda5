package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: change a list after its session started, with author and reason; every other way to change it is closed by then. */
final class AmendList {
    private static final int TRIES = 5;

    /**
     * What changes for one person.
     *
     * @param standing the standing from now on; null takes the person off the list
     */
    record Change(
            String person,
            Required.@Nullable Standing standing,
            @Nullable String site) {}

    private final Schedule schedule;
    private final ListStore lists;
    private final ResolveList resolve;
    private final IssueList issue;

    AmendList(Schedule schedule, ListStore lists, ResolveList resolve, IssueList issue) {
        this.schedule = schedule;
        this.lists = lists;
        this.resolve = resolve;
        this.issue = issue;
    }

    /** The version in force afterwards. Fails with list_missing before anybody was summoned. */
    Future<Integer> handle(String sessionId, List<Change> changes, String reason, String by) {
        return schedule.session(sessionId)
                .map(found -> found.orElseThrow(
                        () -> Problem.missing("session_missing", "There is no session with this id.")))
                .compose(session -> amend(session, changes, reason, by, TRIES));
    }

    private Future<Integer> amend(Session session, List<Change> changes, String reason, String by, int tries) {
        return lists.state(session.id()).compose(state -> {
            int version = state.map(ListState::version).orElse(0);
            if (version == 0) {
                return Future.failedFuture(
                        Problem.conflict("list_missing", "Nobody was summoned to this session yet."));
            }
            return amended(session, version, changes)
                    .compose(entries -> issue.bringInForce(session, version, entries, by, reason))
                    .compose(done -> {
                        if (done > 0) return Future.succeededFuture(done);
                        return tries > 0
                                ? amend(session, changes, reason, by, tries - 1)
                                : Future.failedFuture(
                                        Problem.conflict("list_changed", "The list is being changed; try again."));
                    });
        });
    }

    private Future<List<Entry>> amended(Session session, int version, List<Change> changes) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> newcomers = new ArrayList<>();
        return lists.each(
                        session.id(),
                        version,
                        entry -> entries.put(entry.required().person(), entry))
                .compose(read -> {
                    changes.stream()
                            .filter(change -> change.standing() != null && !entries.containsKey(change.person()))
                            .forEach(change -> newcomers.add(change.person()));
                    return resolve.handle(
                            session,
                            new Scope(
                                    List.of(Scope.Rule.persons(newcomers.toArray(String[]::new))),
                                    List.of(),
                                    List.of()));
                })
                .map(found -> {
                    found.forEach(entry -> entries.put(entry.required().person(), entry));
                    for (Change change : changes) apply(entries, change);
                    return entries.values().stream()
                            .sorted(Comparator.comparing(
                                            (Entry entry) -> entry.required().sortKey())
                                    .thenComparing(entry -> entry.required().person()))
                            .toList();
                });
    }

    private static void apply(Map<String, Entry> entries, Change change) {
        if (change.standing() == null) {
            entries.remove(change.person());
            return;
        }
        Entry entry = entries.get(change.person());
        if (entry == null) {
            throw Problem.invalid("changes", "person_unknown", "One of the people is not in the directory.");
        }
        Entry changed = entry.withStanding(change.standing(), entry.required().reason());
        entries.put(change.person(), change.site() == null ? changed : changed.withSite(change.site()));
    }
}
