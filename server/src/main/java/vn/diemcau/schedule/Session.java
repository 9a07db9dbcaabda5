package vn.diemcau.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One planned sitting of a programme.
 *
 * @param title the programme's title, kept here so that lists need one read
 * @param unitPath the holding unit's path, as in the programme
 * @param number counts from 1 within the programme, by start
 * @param periods tiết of 45 minutes; 0 for sessions that are not counted in periods
 * @param startsAt planned; actual times belong to attendance
 * @param sequence ICS SEQUENCE: raised at each change that people must hear of
 * @param room unguessable name of the meeting room
 * @param sites where it is held; the programme's sites, copied, unless {@code ownSites}
 */
public record Session(
        String id,
        String programme,
        ProgrammeKind kind,
        String title,
        String unit,
        String unitPath,
        int number,
        @Nullable String topic,
        @Nullable String lecturer,
        int periods,
        Instant startsAt,
        Instant endsAt,
        Mode mode,
        State state,
        String policy,
        boolean rehearsal,
        int sequence,
        String room,
        List<AgendaItem> agenda,
        List<Site> sites,
        boolean ownSites,
        long rev) {
    public Optional<Site> site(String siteId) {
        return sites.stream().filter(site -> site.id().equals(siteId)).findFirst();
    }

    Session withTexts(
            @Nullable String newTopic,
            @Nullable String newLecturer,
            int newPeriods,
            Mode newMode,
            List<AgendaItem> newAgenda) {
        return new Session(
                id,
                programme,
                kind,
                title,
                unit,
                unitPath,
                number,
                newTopic,
                newLecturer,
                newPeriods,
                startsAt,
                endsAt,
                newMode,
                state,
                policy,
                rehearsal,
                sequence,
                room,
                newAgenda,
                sites,
                ownSites,
                rev);
    }

    Session withTimes(Instant newStart, Instant newEnd) {
        return new Session(
                id, programme, kind, title, unit, unitPath, number, topic, lecturer, periods, newStart, newEnd, mode,
                state, policy, rehearsal, sequence, room, agenda, sites, ownSites, rev);
    }

    Session withState(State newState, int newSequence) {
        return new Session(
                id,
                programme,
                kind,
                title,
                unit,
                unitPath,
                number,
                topic,
                lecturer,
                periods,
                startsAt,
                endsAt,
                mode,
                newState,
                policy,
                rehearsal,
                newSequence,
                room,
                agenda,
                sites,
                ownSites,
                rev);
    }

    Session withSites(List<Site> newSites, boolean own) {
        return new Session(
                id, programme, kind, title, unit, unitPath, number, topic, lecturer, periods, startsAt, endsAt, mode,
                state, policy, rehearsal, sequence, room, agenda, newSites, own, rev);
    }

    /** What it has from its programme. */
    Session under(Programme above) {
        return new Session(
                id,
                programme,
                above.kind(),
                above.title(),
                above.unit(),
                above.unitPath(),
                number,
                topic,
                lecturer,
                periods,
                startsAt,
                endsAt,
                mode,
                state,
                above.policy(),
                above.rehearsal(),
                sequence,
                room,
                agenda,
                sites,
                ownSites,
                rev);
    }

    /** Held by another unit, or by the same in another place. */
    Session heldBy(String newUnit, String newPath) {
        return new Session(
                id, programme, kind, title, newUnit, newPath, number, topic, lecturer, periods, startsAt, endsAt, mode,
                state, policy, rehearsal, sequence, room, agenda, sites, ownSites, rev);
    }
}
