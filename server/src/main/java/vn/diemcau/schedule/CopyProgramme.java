package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use case: the same programme again on other days: kind, title, mode, sites, sessions with topics, lecturers and agendas. */
final class CopyProgramme {
    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final KeepProgramme keep;
    private final AddSessions add;
    private final ChangeSession change;

    CopyProgramme(
            ProgrammeStore programmes,
            SessionStore sessions,
            KeepProgramme keep,
            AddSessions add,
            ChangeSession change) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.keep = keep;
        this.add = add;
        this.change = change;
    }

    /**
     * The copy is a draft. Its sessions have ids made of its own, so that asking twice copies once.
     *
     * @param startsOn the day of the first session of the copy
     * @param title of the copy, or null for the same
     * @param rehearsal whether the copy is a trial run of this programme
     */
    Future<Programme> handle(
            Programme programme, String id, LocalDate startsOn, @Nullable String title, boolean rehearsal, String by) {
        KeepProgramme.Wish wish = new KeepProgramme.Wish(
                id,
                programme.kind(),
                title == null ? programme.title() : title,
                programme.unit(),
                programme.campaign(),
                programme.training(),
                programme.mode(),
                programme.policy(),
                rehearsal,
                programme.sites());
        return sessions.ofProgramme(programme.id())
                .compose(originals -> keep.make(wish, programme.unitPath()).compose(copy -> {
                    List<Session> held = originals.stream()
                            .filter(session -> session.state() != State.CANCELLED)
                            .toList();
                    List<AddSessions.New> fresh = new ArrayList<>();
                    for (int i = 0; i < held.size(); i++) {
                        fresh.add(moved(held.get(i), id + "-" + (i + 1), days(held.get(0), startsOn)));
                    }
                    return add.handle(copy, fresh, by).compose(done -> ownSites(held, id, by));
                }))
                .compose(done -> programmes.get(id))
                .map(Optional::orElseThrow);
    }

    private Future<Void> ownSites(List<Session> originals, String copy, String by) {
        List<Future<Session>> written = new ArrayList<>();
        for (int i = 0; i < originals.size(); i++) {
            Session original = originals.get(i);
            if (!original.ownSites()) continue;
            written.add(change.write(
                    copy + "-" + (i + 1), session -> session.withSites(original.sites(), true), "sites", by, null));
        }
        return Future.all(written).mapEmpty();
    }

    private static long days(Session first, LocalDate startsOn) {
        return ChronoUnit.DAYS.between(
                first.startsAt().atZone(VietnameseTime.ZONE).toLocalDate(), startsOn);
    }

    /** The country has no daylight saving: the same time of day is whole days later. */
    private static AddSessions.New moved(Session session, String id, long days) {
        return new AddSessions.New(
                id,
                session.topic(),
                session.lecturer(),
                session.periods(),
                session.startsAt().plus(days, ChronoUnit.DAYS),
                session.endsAt().plus(days, ChronoUnit.DAYS),
                session.mode(),
                session.agenda().stream()
                        .map(item -> new AgendaItem(later(item.at(), days), item.topic(), item.presenter()))
                        .toList());
    }

    private static @Nullable Instant later(@Nullable Instant at, long days) {
        return at == null ? null : at.plus(days, ChronoUnit.DAYS);
    }
}
