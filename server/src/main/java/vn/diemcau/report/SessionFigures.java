package vn.diemcau.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.SiteFigures;
import vn.diemcau.attendance.Tally;
import vn.diemcau.schedule.Session;

/**
 * The account of one session: as a whole, by site, by the group that people are counted in.
 *
 * @param sites in the order of the session's sites
 * @param tallies of the units with people of their own
 * @param moving whether counts were on their way when it was read: what does not agree is no fault
 */
record SessionFigures(
        Session session,
        Counts counts,
        List<SiteFigures> sites,
        List<Tally> tallies,
        Attendances.@Nullable Closed closed,
        boolean moving) {
    SessionFigures moving(boolean now) {
        return new SessionFigures(session, counts, sites, tallies, closed, now);
    }

    @Nullable
    Instant closedAt() {
        return closed == null ? null : closed.at();
    }

    Optional<SiteFigures> site(String id) {
        return sites.stream().filter(site -> site.site().equals(id)).findFirst();
    }

    long reported() {
        return sites.stream().filter(SiteFigures::reported).count();
    }

    boolean allReported() {
        return reported() == sites.size();
    }

    boolean provisional() {
        return closed == null && (!allReported() || counts.undetermined() > 0);
    }

    /** The sites that reported, while some have not; everybody once all have. */
    Rate rate() {
        if (closed != null || allReported()) return new Figures(1, counts).rate();
        Counts reported = sites.stream()
                .filter(SiteFigures::reported)
                .map(SiteFigures::counts)
                .reduce(Counts.NONE, Counts::plus);
        return new Rate(reported.present(), reported.required());
    }

    /** Those on the list who are expected at no site: the whole less its sites; null when the sites exceed the whole. */
    @Nullable
    Figures elsewhere() {
        Counts sum = sites.stream().map(SiteFigures::counts).reduce(Counts.NONE, Counts::plus);
        return new Figures(0, counts).less(new Figures(0, sum));
    }

    List<String> faults() {
        if (moving) return List.of(Figures.MOVING);
        List<String> faults = new ArrayList<>();
        if (!counts.closes()) faults.add("total");
        for (SiteFigures site : sites) if (!site.counts().closes()) faults.add("site " + site.site());
        Figures elsewhere = elsewhere();
        if (elsewhere == null || !elsewhere.counts().closes()) faults.add("sites_exceed_total");
        return faults;
    }
}
