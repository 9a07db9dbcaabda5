package vn.diemcau.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence about a site itself proves: reported, counted, linked, closed. Pure, whatever the order and however often given.
 *
 * @param reports each time the roll was reported
 * @param headsOnly closed by a steward who counted heads and called no names
 * @param byRule closed by rule because nothing had been heard; a steward who reports or closes after all goes before it
 * @param linkDownAt since when the link is down, or null while it is up
 */
record SiteStanding(
        List<Instant> reports,
        List<SiteFigures.HeadCount> headCounts,
        List<LinkChange> links,
        @Nullable Instant linkDownAt,
        @Nullable Instant closedAt,
        boolean headsOnly,
        boolean byRule) {
    /** The link went down or came back. */
    record LinkChange(boolean up, Instant at) {}

    static final SiteStanding SILENT = new SiteStanding(List.of(), List.of(), List.of(), null, null, false, false);

    static SiteStanding of(List<Evidence> evidence) {
        Map<String, Evidence> once = new LinkedHashMap<>();
        evidence.stream()
                .sorted(Comparator.comparing(Evidence::seenAt).thenComparing(Evidence::id))
                .forEach(each -> once.putIfAbsent(each.id(), each));
        Set<String> undone = new HashSet<>();
        for (Evidence each : once.values()) {
            if (each.kind() == Evidence.Kind.UNDO && each.detail().undoes() != null)
                undone.add(each.detail().undoes());
        }
        List<Instant> reports = new ArrayList<>();
        List<SiteFigures.HeadCount> counts = new ArrayList<>();
        List<LinkChange> links = new ArrayList<>();
        Instant closedAt = null;
        boolean headsOnly = false;
        Instant ruledAt = null;
        for (Evidence each : once.values()) {
            if (undone.contains(each.id())) continue;
            switch (each.kind()) {
                case REPORT -> reports.add(each.receivedAt());
                case LINK_UP, LINK_DOWN ->
                    links.add(new LinkChange(each.kind() == Evidence.Kind.LINK_UP, each.seenAt()));
                case CLOSE -> {
                    if (each.source() == Evidence.Source.RULE) {
                        ruledAt = ruledAt == null ? each.receivedAt() : ruledAt;
                        continue;
                    }
                    if (closedAt == null) headsOnly = each.detail().standing() == Standing.UNDETERMINED;
                    closedAt = closedAt == null ? each.receivedAt() : closedAt;
                }
                case COUNT -> {}
                case IN,
                        OUT,
                        UNDO,
                        WALK_IN,
                        MERGE,
                        CONNECTED,
                        DISCONNECTED,
                        BEAT,
                        WATCHED,
                        EXCUSE,
                        SUBSTITUTE,
                        CORRECTION -> {}
            }
            Integer heads = each.detail().count();
            if (heads != null) {
                boolean byPhone = each.method() == Evidence.Method.PHONE;
                String said = byPhone ? each.detail().text() : null;
                counts.add(new SiteFigures.HeadCount(
                        heads,
                        each.seenAt(),
                        said == null ? each.by() : said,
                        byPhone,
                        said == null ? null : each.by()));
            }
        }
        boolean byRule = closedAt == null && ruledAt != null && reports.isEmpty();
        if (byRule) {
            closedAt = ruledAt;
            headsOnly = true;
        }
        LinkChange last = links.isEmpty() ? null : links.get(links.size() - 1);
        return new SiteStanding(
                reports, counts, links, last != null && !last.up() ? last.at() : null, closedAt, headsOnly, byRule);
    }

    SiteFigures.State state(boolean anybody) {
        if (closedAt != null) return byRule ? SiteFigures.State.CLOSED_BY_RULE : SiteFigures.State.CLOSED;
        if (linkDownAt != null) return SiteFigures.State.LINK_DOWN;
        if (!reports.isEmpty()) return SiteFigures.State.REPORTED;
        return anybody || !headCounts.isEmpty() || !links.isEmpty()
                ? SiteFigures.State.FILLING
                : SiteFigures.State.SILENT;
    }
}
