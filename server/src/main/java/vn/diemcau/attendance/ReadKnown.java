package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what claims are judged by, without their evidence: from what is remembered of a moment ago, and for the rest from the store. */
final class ReadKnown {
    private final RecentRows rows;
    private final ReadAhead readAhead;
    private final FrameStore frames;
    private final TallyStore tallies;

    ReadKnown(AttendanceStore attendance, RecentRows rows, FrameStore frames, TallyStore tallies) {
        this.rows = rows;
        this.readAhead = new ReadAhead(attendance, rows);
        this.frames = frames;
        this.tallies = tallies;
    }

    Future<Known> handle(List<Claim> claims) {
        Set<String> sessions = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        Set<String> sites = new HashSet<>();
        Map<String, Set<String>> doors = new HashMap<>();
        for (Claim claim : claims) {
            sessions.add(claim.session());
            Set<String> here = subjects;
            if (claim.site() != null) {
                sites.add(EvidenceDocument.subject(claim.session(), claim.site()));
                here = doors.computeIfAbsent(claim.session() + "|site:" + claim.site(), door -> new HashSet<>());
            }
            if (claim.subject() != null) here.add(EvidenceDocument.subject(claim.session(), claim.subject()));
        }
        doors.forEach((door, here) -> {
            readAhead.unknown(door, rows.unknown(here));
            subjects.addAll(here);
        });
        return Future.all(
                        rows.get(subjects),
                        frames.framesLately(sessions),
                        frames.sitesLately(sites),
                        tallies.talliesLately(doors.keySet()))
                .map(all ->
                        new Known(all.resultAt(0), new HashMap<>(), all.resultAt(1), all.resultAt(2), all.resultAt(3)));
    }
}
