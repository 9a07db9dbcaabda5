package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** The roll of one site: everybody expected there and everybody present there. */
final class ReadRoll {
    private static final int RECENT = 20;

    private final AttendanceStore attendance;
    private final EvidenceStore evidence;
    private final TallyStore tallies;
    private final FrameStore frames;
    private final Enrolments enrolments;
    private final People people;
    private final SiteWordStore words;

    ReadRoll(
            AttendanceStore attendance,
            EvidenceStore evidence,
            TallyStore tallies,
            FrameStore frames,
            Enrolments enrolments,
            People people,
            SiteWordStore words) {
        this.attendance = attendance;
        this.evidence = evidence;
        this.tallies = tallies;
        this.frames = frames;
        this.enrolments = enrolments;
        this.people = people;
        this.words = words;
    }

    /** @param phones whether the reader may see people's telephone numbers */
    Future<JsonObject> handle(Session session, Site site, boolean phones) {
        String key = session.id() + "|";
        return Future.all(
                        attendance.inGroups(List.of(key + "site:" + site.id(), key + "visit:" + site.id())),
                        tallies.ofSites(session.id()),
                        frames.sites(List.of(key + site.id())),
                        frames.frame(session.id()),
                        evidence.latestAt(session.id(), site.id(), RECENT))
                .compose(all -> Future.all(
                                people.tree(),
                                enrolments.atSite(session.id(), site.id()),
                                enrolments.version(session.id()),
                                walkIns(session.id(), all.resultAt(0)),
                                words.reminder(session.id(), site.id()))
                        .map(more -> {
                            List<AttendanceStore.Row> rows = all.resultAt(0);
                            List<Tally> counted = all.resultAt(1);
                            Map<String, FrameStore.Kept> standing = all.resultAt(2);
                            Optional<Frame> frame = all.resultAt(3);
                            List<Evidence> latest = all.resultAt(4);
                            UnitTree tree = more.resultAt(0);
                            List<Required> required = more.resultAt(1);
                            int version = more.resultAt(2);
                            FrameStore.Kept kept = standing.get(key + site.id());
                            SiteFigures figures = SiteSummary.of(
                                    session.id(),
                                    site.id(),
                                    group(counted, "site:" + site.id()),
                                    group(counted, "visit:" + site.id()),
                                    kept == null ? SiteStanding.SILENT : kept.standing(),
                                    frame.map(Frame::closed).orElse(null));
                            String unitName = tree.unit(session.unit())
                                    .map(unit -> unit.name())
                                    .orElse("");
                            long rev = frame.map(Frame::rev).orElse(0L) + (kept == null ? 0 : kept.rev());
                            for (AttendanceStore.Row row : rows)
                                rev += row.attendance().rev() + 1;
                            Map<String, Required> byPerson = new HashMap<>();
                            required.forEach(each -> byPerson.put(each.person(), each));
                            JsonObject json = new JsonObject()
                                    .put(
                                            "session",
                                            AttendanceJson.session(
                                                    session,
                                                    unitName,
                                                    frame.map(Frame::closed).isPresent()))
                                    .put("site", AttendanceJson.site(site))
                                    .put("version", version)
                                    .put("rev", rev)
                                    .put("counts", AttendanceJson.counts(sum(rows, site)))
                                    .put("visiting", figures.visiting())
                                    .put("state", AttendanceJson.state(figures))
                                    .put(
                                            "closed",
                                            figures.closed()
                                                    || frame.map(Frame::closed).isPresent())
                                    .put("headCounts", AttendanceJson.headCounts(figures))
                                    .put("people", people(rows, site, byPerson, more.resultAt(3), phones))
                                    .put("recent", recent(latest, rows));
                            more.<Optional<SiteWord>>resultAt(4)
                                    .filter(word -> figures.state() == SiteFigures.State.SILENT)
                                    .ifPresent(word -> AttendanceJson.put(json, "remindedAt", word.at()));
                            return json;
                        }));
    }

    private static @Nullable Tally group(List<Tally> all, String name) {
        return all.stream()
                .filter(tally -> tally.group().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Counted from the very rows shown, so that the head of a roll never disagrees with its lines. */
    private static Counts sum(List<AttendanceStore.Row> rows, Site site) {
        return rows.stream()
                .filter(row -> row.listed() && site.id().equals(row.attendance().site()))
                .map(row -> row.attendance().counts())
                .reduce(Counts.NONE, Counts::plus);
    }

    private static JsonArray people(
            List<AttendanceStore.Row> rows,
            Site site,
            Map<String, Required> required,
            Strangers strangers,
            boolean phones) {
        JsonArray people = new JsonArray();
        WalkIns walkIns = strangers.walkIns();
        rows.stream()
                .filter(row -> belongs(row, site))
                .map(AttendanceStore.Row::attendance)
                .sorted(Comparator.comparing(Attendance::sortKey).thenComparing(Attendance::person))
                .forEach(one -> {
                    JsonObject line = line(one, site, required.get(one.person()), phones);
                    String whose = walkIns.insteadOf().get(one.person());
                    String who = walkIns.mergedInto().get(one.person());
                    if (whose != null) line.put("insteadOf", strangers.person(whose));
                    if (who != null) line.put("mergedInto", strangers.person(who));
                    people.add(line);
                });
        return people;
    }

    /** Those who came without being on the list, and the people of the list whom they concern, wherever these are expected. */
    private record Strangers(WalkIns walkIns, Map<String, Attendance> known) {
        JsonObject person(String id) {
            Attendance one = known.get(id);
            return one != null
                    ? AttendanceJson.person(one)
                    : new JsonObject().put("id", id).put("name", "").put("unitName", "");
        }
    }

    private Future<Strangers> walkIns(String session, List<AttendanceStore.Row> rows) {
        Map<String, Attendance> known = new HashMap<>();
        rows.forEach(row -> known.put(row.attendance().person(), row.attendance()));
        List<String> subjects = rows.stream()
                .filter(row -> row.attendance().person().startsWith("walk:"))
                .map(AttendanceStore.Row::id)
                .toList();
        return evidence.of(subjects).compose(kept -> {
            WalkIns walkIns =
                    WalkIns.of(kept.stream().map(EvidenceStore.Kept::evidence).toList());
            List<String> elsewhere = walkIns.persons().stream()
                    .filter(person -> !known.containsKey(person))
                    .map(person -> AttendanceDocument.id(session, person))
                    .toList();
            return attendance.rows(elsewhere).map(found -> {
                found.values().forEach(row -> known.put(row.attendance().person(), row.attendance()));
                return new Strangers(walkIns, known);
            });
        });
    }

    private static boolean belongs(AttendanceStore.Row row, Site site) {
        Attendance one = row.attendance();
        return row.listed()
                && (site.id().equals(one.site())
                        || (one.outcome().present()
                                && site.id().equals(one.outcome().site())));
    }

    private static JsonObject line(Attendance one, Site site, @Nullable Required required, boolean phones) {
        JsonObject line = AttendanceJson.person(one)
                .put("sortKey", one.sortKey())
                .put("folded", required == null ? "" : required.folded())
                .put("standing", AttendanceJson.entry(one))
                .put("outcome", AttendanceJson.outcome(one.outcome()));
        AttendanceJson.put(line, "reason", one.reason());
        AttendanceJson.put(line, "at", one.outcome().arrived());
        if (!site.id().equals(one.site())) line.put("visiting", true);
        if (required != null) {
            line.put("reply", required.reply().name().toLowerCase(Locale.ROOT));
            if (phones) AttendanceJson.put(line, "phone", required.phone());
        }
        return line;
    }

    private static JsonArray recent(List<Evidence> latest, List<AttendanceStore.Row> rows) {
        Map<String, String> names = new HashMap<>();
        rows.forEach(
                row -> names.put(row.attendance().person(), row.attendance().name()));
        Set<String> undone = new HashSet<>();
        for (Evidence each : latest) {
            if (each.detail().undoes() != null) undone.add(each.detail().undoes());
        }
        JsonArray recent = new JsonArray();
        for (Evidence each : latest) {
            JsonObject line = new JsonObject()
                    .put("id", each.id())
                    .put("kind", each.kind().wire())
                    .put("at", each.seenAt().toString())
                    .put("by", each.by())
                    .put("undone", undone.contains(each.id()));
            if (!each.ofSite()) line.put("person", each.subject());
            AttendanceJson.put(line, "name", names.get(each.subject()));
            recent.add(line);
        }
        return recent;
    }
}
