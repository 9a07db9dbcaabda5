package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

/** Use case: who of these people another issued session summons at the same time. */
final class FindClashes {
    private static final int SOME = 20;

    private final Schedule schedule;
    private final ListStore lists;

    FindClashes(Schedule schedule, ListStore lists) {
        this.schedule = schedule;
        this.lists = lists;
    }

    /** The clashes that touch somebody, at most {@code most} people named in each. */
    Future<List<PersonClash>> handle(Session session, Collection<Entry> entries) {
        return handle(session, entries, SOME);
    }

    Future<List<PersonClash>> handle(Session session, Collection<Entry> entries, int most) {
        Map<String, Entry> counted = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.required().counted()) counted.put(entry.required().person(), entry);
        }
        if (session.rehearsal() || counted.isEmpty()) return Future.succeededFuture(List.of());
        return schedule.between(session.startsAt(), session.endsAt(), "/").compose(others -> {
            List<PersonClash> clashes = new ArrayList<>();
            Future<Void> chain = Future.succeededFuture();
            for (Session other : others) {
                if (other.id().equals(session.id()) || other.rehearsal() || other.state() != State.ISSUED) continue;
                chain = chain.compose(done -> meet(session, other, counted, most, clashes));
            }
            return chain.map(done -> clashes);
        });
    }

    private Future<Void> meet(
            Session session, Session other, Map<String, Entry> counted, int most, List<PersonClash> into) {
        return lists.state(other.id()).compose(state -> {
            int version = state.map(ListState::version).orElse(0);
            if (version == 0) return Future.succeededFuture();
            List<Entry> both = new ArrayList<>();
            int[] found = {0};
            return lists.each(other.id(), version, entry -> {
                        Entry here = counted.get(entry.required().person());
                        if (here == null || !entry.required().counted()) return;
                        found[0]++;
                        if (both.size() < most) both.add(here);
                    })
                    .onSuccess(done -> {
                        if (found[0] > 0) {
                            into.add(new PersonClash(
                                    other, found[0], List.copyOf(both), PersonClash.weigh(session, other)));
                        }
                    });
        });
    }
}
