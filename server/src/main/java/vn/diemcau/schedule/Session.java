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
}
