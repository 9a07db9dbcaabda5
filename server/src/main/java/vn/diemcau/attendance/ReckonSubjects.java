package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import vn.diemcau.problem.Problem;

/**
 * Use case: bring the outcomes of subjects ({@code session|subject}) up to all evidence. Reads attendance first and everything it
 * follows from after, writes only where nobody wrote meanwhile, lets the tallies follow, and then takes the marks of exactly the
 * evidence it read: until then a crash at any moment leaves the mark that finds the rest.
 */
final class ReckonSubjects {
    private static final int TRIES = 6;
    private static final int LINKS = 4;

    private final EvidenceStore evidence;
    private final AttendanceStore attendance;
    private final RecentRows recent;
    private final JustSeen justSeen;
    private final FrameStore frames;
    private final InstantSource clock;
    private final TallyGroups tallies;
    private final Consumer<Set<String>> groupsTouched;
    private final Consumer<String> siteChanged;
    private final SettleSite settleSite;
    private Future<Void> last = Future.succeededFuture();

    /**
     * @param groupsTouched hears of the tallies that are behind now for another reason than evidence
     * @param siteChanged hears of {@code session|site} whose own standing was written
     */
    ReckonSubjects(
            EvidenceStore evidence,
            AttendanceStore attendance,
            RecentRows recent,
            JustSeen justSeen,
            FrameStore frames,
            SettleSite settleSite,
            TallyGroups tallies,
            InstantSource clock,
            Consumer<Set<String>> groupsTouched,
            Consumer<String> siteChanged) {
        this.evidence = evidence;
        this.attendance = attendance;
        this.recent = recent;
        this.justSeen = justSeen;
        this.tallies = tallies;
        this.frames = frames;
        this.settleSite = settleSite;
        this.clock = clock;
        this.groupsTouched = groupsTouched;
        this.siteChanged = siteChanged;
    }

    /** One after another: two that write the same outcomes at once would each find what it read overtaken, again and again. */
    synchronized Future<Void> handle(Collection<String> subjects) {
        last = last.transform(before -> now(subjects));
        return last;
    }

    private Future<Void> now(Collection<String> subjects) {
        Set<String> persons = new HashSet<>();
        List<String> sites = new ArrayList<>();
        for (String subject : subjects) {
            if (subject.contains("|site:")) sites.add(subject);
            else persons.add(subject);
        }
        Future<Void> first = Future.succeededFuture();
        for (String site : sites) {
            first = first.compose(done -> settleSite.handle(site)).onSuccess(done -> siteChanged.accept(site));
        }
        return persons.isEmpty() ? first : first.compose(done -> reckon(persons, TRIES));
    }

    /** What one reckoning follows from; subjects are those read so far. */
    private record Read(
            Set<String> subjects, Map<String, AttendanceStore.Row> rows, Map<String, EvidenceStore.Kept> evidence) {}

    private Future<Void> reckon(Set<String> subjects, int tries) {
        return read(subjects, tries == TRIES)
                .compose(read -> createWalkIns(read).compose(created -> {
                    if (created) return again(subjects, read, tries);
                    return reckoned(read).compose(all -> attendance
                            .settle(all, clock.millis())
                            .compose(whole -> {
                                groupsTouched.accept(marked(all));
                                return whole ? follow(read, all) : again(subjects, read, tries);
                            }));
                }));
    }

    private Future<Void> again(Set<String> subjects, Read read, int tries) {
        recent.forget(read.rows().keySet());
        return tries == 0
                ? Future.failedFuture(Problem.busy("others keep writing the same outcomes"))
                : reckon(subjects, tries - 1);
    }

    /** The groups that a row of these was marked for itself. */
    private static Set<String> marked(List<AttendanceStore.Reckoned> all) {
        Set<String> groups = new HashSet<>();
        for (AttendanceStore.Reckoned each : all) {
            if (!each.borne() && each.touchesTallies())
                groups.addAll(each.after().groups());
        }
        return groups;
    }

    private Future<Void> follow(Read read, List<AttendanceStore.Reckoned> all) {
        List<AttendanceStore.Row> rows =
                all.stream().map(AttendanceStore.Reckoned::after).toList();
        recent.remember(rows);
        List<AttendanceStore.Row> borne = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (all.get(i).borne()) borne.add(rows.get(i));
        }
        return tallies.follow(borne).compose(followed -> done(read));
    }

    /** The first time from what was seen at the door, where it was; had that changed, the second time all is read. */
    private Future<Read> read(Set<String> subjects, boolean recently) {
        Read read = new Read(new HashSet<>(), new HashMap<>(), new LinkedHashMap<>());
        Set<String> unseen = new HashSet<>();
        for (String subject : subjects) {
            JustSeen.Seen seen = justSeen.take(subject);
            if (seen == null || !recently) {
                unseen.add(subject);
                continue;
            }
            read.subjects().add(subject);
            read.rows().put(subject, seen.row());
            for (EvidenceStore.Kept each : seen.evidence()) {
                Evidence one = each.evidence();
                read.evidence().put(EvidenceDocument.id(one.session(), one.id()), each);
            }
        }
        return unseen.isEmpty() ? Future.succeededFuture(read) : read(unseen, read, LINKS, recently);
    }

    /** Attendance first, then evidence; whoever a merge or a substitute ties to these subjects is read and reckoned with them. */
    private Future<Read> read(Set<String> subjects, Read sofar, int links, boolean recently) {
        Future<Map<String, AttendanceStore.Row>> found = recently ? recent.get(subjects) : attendance.rows(subjects);
        return found.compose(rows -> evidence.of(subjects).compose(kept -> {
            sofar.subjects().addAll(subjects);
            sofar.rows().putAll(rows);
            Set<String> tied = new HashSet<>();
            for (EvidenceStore.Kept each : kept) {
                Evidence one = each.evidence();
                sofar.evidence().put(EvidenceDocument.id(one.session(), one.id()), each);
                one.subjects().forEach(subject -> tied.add(EvidenceDocument.subject(one.session(), subject)));
            }
            tied.removeAll(sofar.subjects());
            return tied.isEmpty() || links == 0
                    ? Future.succeededFuture(sofar)
                    : read(tied, sofar, links - 1, recently);
        }));
    }

    /** Each subject's ties by merges and substitutes. */
    private static Map<String, Set<String>> links(Collection<EvidenceStore.Kept> all) {
        Map<String, Set<String>> links = new HashMap<>();
        for (EvidenceStore.Kept each : all) {
            List<String> subjects = each.evidence().subjects();
            if (subjects.size() < 2) continue;
            String one = EvidenceDocument.subject(each.evidence().session(), subjects.get(0));
            String other = EvidenceDocument.subject(each.evidence().session(), subjects.get(1));
            links.computeIfAbsent(one, key -> new HashSet<>()).add(other);
            links.computeIfAbsent(other, key -> new HashSet<>()).add(one);
        }
        return links;
    }

    /** A walk-in has attendance of its own from its first evidence on. */
    private Future<Boolean> createWalkIns(Read read) {
        Map<String, Evidence> missing = new LinkedHashMap<>();
        for (EvidenceStore.Kept each : read.evidence().values()) {
            Evidence one = each.evidence();
            String id = EvidenceDocument.subject(one.session(), one.subject());
            if (one.kind() == Evidence.Kind.WALK_IN && !read.rows().containsKey(id)) missing.putIfAbsent(id, one);
        }
        if (missing.isEmpty()) return Future.succeededFuture(false);
        Set<String> sessions = new HashSet<>();
        missing.values().forEach(each -> sessions.add(each.session()));
        return frames.frames(sessions).compose(byId -> {
            List<Document> entries = new ArrayList<>();
            for (Evidence each : missing.values()) {
                Frame frame = byId.get(each.session());
                if (frame != null) entries.add(AttendanceDocument.walkIn(each, frame));
            }
            return attendance.create(entries, Judge.nothing(), clock.millis()).map(!entries.isEmpty());
        });
    }

    private Future<List<AttendanceStore.Reckoned>> reckoned(Read read) {
        Set<String> sessions = new HashSet<>();
        Set<String> sites = new HashSet<>();
        for (AttendanceStore.Row row : read.rows().values()) {
            Attendance one = row.attendance();
            sessions.add(one.session());
            if (one.site() != null) sites.add(EvidenceDocument.subject(one.session(), one.site()));
        }
        return Future.all(frames.frames(sessions), frames.sites(sites)).map(both -> {
            Map<String, Frame> byId = both.resultAt(0);
            Map<String, FrameStore.Kept> standing = both.resultAt(1);
            Map<String, Set<String>> links = links(read.evidence().values());
            Map<String, List<EvidenceStore.Kept>> bySubject = new HashMap<>();
            for (EvidenceStore.Kept each : read.evidence().values()) {
                for (String subject : each.evidence().subjects()) {
                    bySubject
                            .computeIfAbsent(each.evidence().session() + "|" + subject, key -> new ArrayList<>())
                            .add(each);
                }
            }
            List<AttendanceStore.Reckoned> all = new ArrayList<>();
            for (AttendanceStore.Row row : read.rows().values()) {
                Frame frame = byId.get(row.attendance().session());
                if (frame == null) continue;
                List<EvidenceStore.Kept> theirs = new ArrayList<>(bySubject.getOrDefault(row.id(), List.of()));
                for (String tied : links.getOrDefault(row.id(), Set.of())) {
                    theirs.addAll(bySubject.getOrDefault(tied, List.of()));
                }
                boolean borne = !row.todo() && theirs.stream().anyMatch(EvidenceStore.Kept::todo);
                List<Evidence> said =
                        theirs.stream().map(EvidenceStore.Kept::evidence).toList();
                Outcome outcome = Judge.outcome(row.attendance(), frame, standing, said);
                all.add(new AttendanceStore.Reckoned(row, outcome, borne));
            }
            return all;
        });
    }

    private Future<Void> done(Read read) {
        return evidence.done(read.evidence().values().stream()
                .filter(EvidenceStore.Kept::todo)
                .map(EvidenceStore.Kept::evidence)
                .filter(each -> !each.ofSite())
                .toList());
    }
}
