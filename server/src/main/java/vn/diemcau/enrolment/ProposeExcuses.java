package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: where two summonses overlap, the one of the higher level proposes an excuse in the other; the unit decides. */
final class ProposeExcuses implements Enrolments.ListChanged {
    private static final int MOST = 100_000;
    static final String PROPOSER = "system";

    private final Schedule schedule;
    private final People people;
    private final ListStore lists;
    private final FindClashes clashes;
    private final AbsenceStore absences;
    private final InstantSource clock;

    ProposeExcuses(
            Schedule schedule,
            People people,
            ListStore lists,
            FindClashes clashes,
            AbsenceStore absences,
            InstantSource clock) {
        this.schedule = schedule;
        this.people = people;
        this.lists = lists;
        this.clashes = clashes;
        this.absences = absences;
        this.clock = clock;
    }

    @Override
    public Future<Void> changed(String sessionId, int version, List<String> persons) {
        return schedule.session(sessionId).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            Session session = found.get();
            List<Entry> entries = new ArrayList<>();
            return lists.each(session.id(), version, entries::add)
                    .compose(read -> clashes.handle(session, entries, MOST))
                    .compose(met -> {
                        Future<Void> chain = Future.succeededFuture();
                        for (PersonClash clash : met) chain = chain.compose(done -> propose(session, clash));
                        return chain;
                    });
        });
    }

    private Future<Void> propose(Session session, PersonClash clash) {
        return switch (clash.weight()) {
            case EQUAL -> Future.succeededFuture();
            case THIS -> propose(clash.other(), session, clash.some());
            case OTHER -> propose(session, clash.other(), clash.some());
        };
    }

    private Future<Void> propose(Session lower, Session higher, List<Entry> some) {
        return people.tree().compose(tree -> propose(lower, higher, some, tree));
    }

    private Future<Void> propose(Session lower, Session higher, List<Entry> some, UnitTree tree) {
        Future<Void> chain = Future.succeededFuture();
        for (Entry entry : some) {
            String person = entry.required().person();
            FileAbsence.Request request = new FileAbsence.Request(
                    id(lower, higher, person), lower.id(), person, higher.title(), null, PROPOSER);
            chain = chain.compose(done -> absences.add(FileAbsence.of(
                            request,
                            lower,
                            entry.required(),
                            FileAbsence.office(entry.required(), tree, clock.instant()),
                            Optional.empty(),
                            clock.instant(),
                            Absence.State.PROPOSED))
                    .mapEmpty());
        }
        return chain;
    }

    /** The same overlap always makes the same id, so that it is proposed once. */
    private static String id(Session lower, Session higher, String person) {
        String overlap = lower.id() + "|" + higher.id() + "|" + person;
        return "overlap-" + UUID.nameUUIDFromBytes(overlap.getBytes(StandardCharsets.UTF_8));
    }
}
