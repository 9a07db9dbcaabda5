package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** The wall of a session's sites with its totals, from site tallies only: its cost grows with the sites, not with the people. */
final class ReadWall {
    private static final int LINES = 20;

    private final KeptAttendances attendances;
    private final TallyStore tallies;
    private final FrameStore frames;
    private final People people;
    private final Arrivals arrivals;
    private final SiteWordStore words;
    private final InstantSource clock;

    ReadWall(
            KeptAttendances attendances,
            TallyStore tallies,
            FrameStore frames,
            People people,
            Arrivals arrivals,
            SiteWordStore words,
            InstantSource clock) {
        this.attendances = attendances;
        this.tallies = tallies;
        this.frames = frames;
        this.people = people;
        this.arrivals = arrivals;
        this.words = words;
        this.clock = clock;
    }

    Future<JsonObject> handle(Session session) {
        return Future.all(
                        attendances.sites(session),
                        tallies.ofSites(session.id()),
                        frames.sitesOf(session.id()),
                        frames.frame(session.id()),
                        people.tree(),
                        words.of(session.id()))
                .map(all -> {
                    List<SiteFigures> sites = all.resultAt(0);
                    List<Tally> counted = all.resultAt(1);
                    Map<String, FrameStore.Kept> standing = all.resultAt(2);
                    Optional<Frame> frame = all.resultAt(3);
                    vn.diemcau.people.UnitTree tree = all.resultAt(4);
                    Map<String, List<SiteWord>> said = all.resultAt(5);
                    String unitName =
                            tree.unit(session.unit()).map(unit -> unit.name()).orElse("");
                    boolean closed = frame.map(Frame::closed).isPresent();
                    long rev = frame.map(Frame::rev).orElse(0L)
                            + standing.values().stream()
                                    .mapToLong(FrameStore.Kept::rev)
                                    .sum()
                            + counted.stream().mapToLong(Tally::rev).sum()
                            + said.values().stream().mapToLong(List::size).sum();
                    return wall(session, sites, counted, standing, said, rev)
                            .put("session", AttendanceJson.session(session, unitName, closed));
                });
    }

    private JsonObject wall(
            Session session,
            List<SiteFigures> sites,
            List<Tally> counted,
            Map<String, FrameStore.Kept> standing,
            Map<String, List<SiteWord>> said,
            long rev) {
        Counts whole = Counts.NONE;
        Counts withoutSite = Counts.NONE;
        for (Tally tally : counted) {
            if (!tally.group().startsWith("site:")) continue;
            whole = whole.plus(tally.counts());
            if (tally.group().equals("site:")) withoutSite = tally.counts();
        }
        Counts reported = Counts.NONE;
        int reports = 0;
        for (SiteFigures site : sites) {
            if (!site.reported()) continue;
            reports++;
            reported = reported.plus(site.counts());
        }
        JsonArray tiles = new JsonArray();
        for (int i = 0; i < sites.size(); i++) {
            Site site = session.sites().get(i);
            JsonObject tile = tile(site, sites.get(i));
            SiteWordRoutes.put(tile, said.getOrDefault(site.id(), List.of()));
            tiles.add(tile);
        }
        return new JsonObject()
                .put("rev", rev)
                .put("asOf", clock.instant().toString())
                .put("reported", reports)
                .put("sites", sites.size())
                .put("counts", AttendanceJson.counts(whole))
                .put("reportedCounts", AttendanceJson.counts(reported))
                .put("elsewhere", whole.present() - reported.present())
                .put("withoutSite", AttendanceJson.counts(withoutSite))
                .put("tiles", tiles)
                .put("recent", recent(session, standing));
    }

    private static JsonObject tile(Site site, SiteFigures figures) {
        JsonObject tile = new JsonObject()
                .put("id", site.id())
                .put("name", site.name())
                .put("kind", site.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("expected", figures.counts().required())
                .put("present", figures.counts().present())
                .put("excused", figures.counts().excused())
                .put("visiting", figures.visiting())
                .put("state", AttendanceJson.state(figures));
        if (figures.headCount() != null) {
            tile.put("headCount", figures.headCount());
            List<SiteFigures.HeadCount> counts = figures.headCounts();
            tile.put("lastCount", AttendanceJson.headCount(counts.get(counts.size() - 1)));
        }
        AttendanceJson.put(tile, "contactName", site.contactName());
        AttendanceJson.put(tile, "contactPhone", site.contactPhone());
        AttendanceJson.put(tile, "lastAt", figures.lastAt());
        return tile;
    }

    private JsonArray recent(Session session, Map<String, FrameStore.Kept> standing) {
        List<Arrivals.Line> lines = new ArrayList<>(arrivals.of(session.id()));
        for (Site site : session.sites()) {
            FrameStore.Kept kept = standing.get(session.id() + "|" + site.id());
            if (kept == null) continue;
            SiteStanding one = kept.standing();
            for (int i = 0; i < one.reports().size(); i++) {
                lines.add(new Arrivals.Line(one.reports().get(i), site.id(), i == 0 ? "first_report" : "report", 0));
            }
            for (SiteStanding.LinkChange link : one.links()) {
                lines.add(new Arrivals.Line(link.at(), site.id(), link.up() ? "link_up" : "link_down", 0));
            }
            if (one.closedAt() != null) {
                String how = one.byRule() ? "closed_by_rule" : "closed";
                lines.add(new Arrivals.Line(one.closedAt(), site.id(), how, 0));
            }
        }
        JsonArray recent = new JsonArray();
        lines.stream()
                .sorted(Comparator.comparing(Arrivals.Line::at).reversed())
                .limit(LINES)
                .forEach(line -> {
                    JsonObject json = new JsonObject()
                            .put("at", line.at().toString())
                            .put("site", line.site())
                            .put("what", line.what());
                    if (line.n() > 0) json.put("n", line.n());
                    recent.add(json);
                });
        return recent;
    }
}
