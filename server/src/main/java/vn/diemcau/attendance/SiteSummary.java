package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of a site from its tallies and its own standing: pure. */
final class SiteSummary {
    private SiteSummary() {}

    /** @param sessionClosed how the whole session was closed, or null */
    static SiteFigures of(
            String session,
            String site,
            @Nullable Tally expected,
            @Nullable Tally visiting,
            SiteStanding standing,
            Frame.@Nullable Closed sessionClosed) {
        Counts counts = expected == null ? Counts.NONE : expected.counts();
        int visitors = visiting == null
                ? 0
                : visiting.counts().present()
                        + visiting.counts().exemptPresent()
                        + visiting.counts().others();
        boolean anybody = counts.present() + counts.exemptPresent() + counts.others() + visitors > 0;
        boolean own = standing.closedAt() != null;
        // as for the records: the closing of the session goes before what the rule had said
        boolean bySomebody = own && !standing.byRule();
        boolean byRule = !bySomebody
                && (sessionClosed == null
                        ? own
                        : sessionClosed.unnamed().contains(site)
                                && standing.reports().isEmpty());
        Instant closedAt = own ? standing.closedAt() : sessionClosed == null ? null : sessionClosed.at();
        List<SiteFigures.HeadCount> heads = standing.headCounts();
        List<Instant> reports = standing.reports();
        return new SiteFigures(
                session,
                site,
                closedAt == null
                        ? standing.state(anybody)
                        : byRule ? SiteFigures.State.CLOSED_BY_RULE : SiteFigures.State.CLOSED,
                counts,
                visitors,
                heads.isEmpty() ? null : heads.get(heads.size() - 1).count(),
                heads,
                reports.isEmpty() ? null : reports.get(reports.size() - 1),
                closedAt,
                latest(expected, visiting, standing));
    }

    private static @Nullable Instant latest(@Nullable Tally expected, @Nullable Tally visiting, SiteStanding standing) {
        Instant latest = expected == null ? null : expected.lastAt();
        latest = later(latest, visiting == null ? null : visiting.lastAt());
        for (Instant report : standing.reports()) latest = later(latest, report);
        for (SiteFigures.HeadCount count : standing.headCounts()) latest = later(latest, count.at());
        for (SiteStanding.LinkChange link : standing.links()) latest = later(latest, link.at());
        return latest;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null) return other;
        return other == null || one.isAfter(other) ? one : other;
    }
}
