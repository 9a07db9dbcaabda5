package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Use case: count a session anew from its evidence, beside what is kept, and answer each difference. Once no marks remain there must
 * be none.
 */
final class Recount {
    private final EvidenceStore evidence;
    private final AttendanceStore attendance;
    private final TallyStore tallies;
    private final FrameStore frames;

    Recount(EvidenceStore evidence, AttendanceStore attendance, TallyStore tallies, FrameStore frames) {
        this.evidence = evidence;
        this.attendance = attendance;
        this.tallies = tallies;
        this.frames = frames;
    }

    Future<List<String>> handle(String session) {
        Map<String, List<Evidence>> bySubject = new HashMap<>();
        List<AttendanceStore.Row> rows = new ArrayList<>();
        return frames.frame(session).compose(frame -> {
            if (frame.isEmpty()) return Future.succeededFuture(List.of());
            return evidence.each(session, each -> each.subjects().forEach(subject -> bySubject
                            .computeIfAbsent(subject, key -> new ArrayList<>())
                            .add(each)))
                    .compose(read -> attendance.each(session, rows::add))
                    .compose(read -> frames.sitesOf(session))
                    .compose(sites -> tallies.of(session)
                            .map(kept -> differences(session, frame.get(), bySubject, rows, sites, kept)));
        });
    }

    private static List<String> differences(
            String session,
            Frame frame,
            Map<String, List<Evidence>> bySubject,
            List<AttendanceStore.Row> rows,
            Map<String, FrameStore.Kept> sites,
            List<Tally> kept) {
        List<String> differences = new ArrayList<>();
        sites.forEach((id, site) -> {
            String subject = "site:" + id.substring(session.length() + 1);
            SiteStanding anew = SiteStanding.of(bySubject.getOrDefault(subject, List.of()));
            if (!anew.equals(site.standing())) differences.add(id + ": site " + site.standing() + ", anew " + anew);
        });
        Map<String, Counts> counts = new TreeMap<>();
        for (AttendanceStore.Row row : rows) {
            Attendance one = row.attendance();
            Outcome anew = Judge.outcome(one, frame, sites, tied(one.person(), bySubject));
            if (!anew.looksLike(one.outcome())) {
                differences.add(row.id() + ": " + show(one.outcome()) + ", anew " + show(anew));
            }
            for (String group : AttendanceDocument.groups(one, anew, row.listed())) {
                counts.merge(group.substring(session.length() + 1), Counts.of(one.entry(), anew), Counts::plus);
            }
        }
        Map<String, Counts> tallied = new HashMap<>();
        kept.forEach(tally -> tallied.put(tally.group(), tally.counts()));
        tallied.keySet().forEach(group -> counts.putIfAbsent(group, Counts.NONE));
        counts.forEach((group, anew) -> {
            Counts was = tallied.getOrDefault(group, Counts.NONE);
            if (!was.equals(anew)) differences.add(session + "|" + group + ": " + was + ", anew " + anew);
            if (!anew.closes()) differences.add(session + "|" + group + ": does not close: " + anew);
        });
        return differences;
    }

    /** The person's evidence and that of whoever a merge or a substitute ties to it. */
    static List<Evidence> tied(String person, Map<String, List<Evidence>> bySubject) {
        List<Evidence> all = new ArrayList<>(bySubject.getOrDefault(person, List.of()));
        for (Evidence each : List.copyOf(all)) {
            for (String subject : each.subjects()) {
                if (!subject.equals(person)) all.addAll(bySubject.getOrDefault(subject, List.of()));
            }
        }
        return all;
    }

    private static String show(Outcome outcome) {
        return outcome.standing() + " " + Set.copyOf(outcome.flags()) + " " + outcome.mode() + " " + outcome.minutes()
                + " min";
    }
}
