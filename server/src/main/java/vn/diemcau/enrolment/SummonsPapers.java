package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.letterhead.Letterheads;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

/** Use case: the words of a unit's summons, from the plan, the lists and what the office decided about its paper. */
final class SummonsPapers {
    private final Schedule schedule;
    private final Letterheads letterheads;
    private final ListStore lists;
    private final SummonsStore summonses;

    SummonsPapers(Schedule schedule, Letterheads letterheads, ListStore lists, SummonsStore summonses) {
        this.schedule = schedule;
        this.letterheads = letterheads;
        this.lists = lists;
        this.summonses = summonses;
    }

    Future<Paper> paper(Programme programme) {
        return summonses
                .paper(programme.id())
                .compose(kept -> kept.isPresent()
                        ? Future.succeededFuture(kept.get())
                        : letterheads.of(programme.unit(), day(programme)).map(Paper::of));
    }

    /** The day it begins; while it has no session, whatever of the tree lasts. */
    private static LocalDate day(Programme programme) {
        Instant startsAt = programme.startsAt();
        return startsAt == null ? LocalDate.MAX : LocalDate.ofInstant(startsAt, ResolveList.HERE);
    }

    Future<SummonsText> text(Programme programme, Summons summons) {
        return paper(programme).compose(paper -> sessions(programme).compose(sessions -> {
            List<Entry> entries = new ArrayList<>();
            Future<Void> chain = Future.succeededFuture();
            for (Session session : sessions) {
                chain = chain.compose(done -> read(session, summons.unit(), entries));
            }
            return chain.map(done -> SummonsText.of(paper, programme, sessions, summons.unitName(), entries));
        }));
    }

    /** What is to be attended: drafts and cancelled sessions are on no paper. */
    Future<List<Session>> sessions(Programme programme) {
        return schedule.sessionsOf(programme.id()).map(found -> found.stream()
                .filter(session -> session.state() == State.ISSUED || session.state() == State.ENDED)
                .toList());
    }

    private Future<Void> read(Session session, String unit, List<Entry> into) {
        return lists.state(session.id()).compose(state -> {
            int version = state.map(ListState::version).orElse(0);
            if (version == 0) return Future.succeededFuture();
            return lists.receivedBy(session.id(), version, unit).map(found -> {
                into.addAll(found);
                return null;
            });
        });
    }

    /** A name for a file: "Giay trieu tap - Dang bo xa Dai Tu", safe in every system. */
    static String fileName(Paper paper, Summons summons) {
        String words = (paper.kind() == Paper.Kind.SUMMONS ? "giay-trieu-tap-" : "giay-moi-")
                + Resolution.folded(summons.unitName()).replaceAll("[^a-z0-9]+", "-");
        return words.length() > 90 ? words.substring(0, 90) : words;
    }

    static LocalDate today(java.time.InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ResolveList.HERE);
    }
}
