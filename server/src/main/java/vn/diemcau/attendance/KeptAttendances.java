package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** Answers other features from what is kept. */
final class KeptAttendances implements Attendances {
    private final AttendanceStore attendance;
    private final TurnReader turns;
    private final TallyStore tallies;
    private final RollupStore sums;
    private final RollupReader rollups;
    private final FrameStore frames;
    private final EvidenceStore evidence;
    private final Schedule schedule;
    private final ReadEligibility eligibility;

    KeptAttendances(
            AttendanceStore attendance,
            TurnReader turns,
            TallyStore tallies,
            RollupStore sums,
            RollupReader rollups,
            FrameStore frames,
            EvidenceStore evidence,
            Schedule schedule,
            ReadEligibility eligibility) {
        this.attendance = attendance;
        this.turns = turns;
        this.tallies = tallies;
        this.sums = sums;
        this.rollups = rollups;
        this.frames = frames;
        this.evidence = evidence;
        this.schedule = schedule;
        this.eligibility = eligibility;
    }

    @Override
    public Future<Void> each(String session, Consumer<Attendance> consumer) {
        return attendance.each(session, row -> {
            if (row.listed()) consumer.accept(row.attendance());
        });
    }

    @Override
    public Future<Void> eachSome(String session, int some, Function<List<Attendance>, Future<Void>> work) {
        return after(session, session + "|", some, work);
    }

    private Future<Void> after(String session, String id, int some, Function<List<Attendance>, Future<Void>> work) {
        return attendance.after(session, id, some).compose(rows -> {
            if (rows.isEmpty()) return Future.succeededFuture();
            String last = rows.get(rows.size() - 1).id();
            List<Attendance> listed = rows.stream()
                    .filter(AttendanceStore.Row::listed)
                    .map(AttendanceStore.Row::attendance)
                    .toList();
            return work.apply(listed)
                    .compose(done -> rows.size() < some ? Future.succeededFuture() : after(session, last, some, work));
        });
    }

    @Override
    public Future<Void> eachIn(String treePath, Instant from, Instant to, Consumer<Attendance> consumer) {
        return attendance.eachIn(treePath, from, to, row -> {
            if (row.listed()) consumer.accept(row.attendance());
        });
    }

    @Override
    public Future<List<Attendance>> of(String person, Instant from, Instant to) {
        return attendance.of(person, from, to).map(rows -> rows.stream()
                .filter(AttendanceStore.Row::listed)
                .map(AttendanceStore.Row::attendance)
                .toList());
    }

    @Override
    public Future<Void> eachTurn(List<String> persons, Instant from, Instant to, Consumer<Turn> consumer) {
        return turns.each(persons, from, to, consumer);
    }

    @Override
    public Future<Optional<Attendance>> at(String session, String person) {
        return attendance.row(session, person).map(row -> row.filter(AttendanceStore.Row::listed)
                .map(AttendanceStore.Row::attendance));
    }

    @Override
    public Future<List<Tally>> tallies(String session) {
        return tallies.of(session).map(all -> all.stream()
                .filter(tally -> tally.group().contains("/"))
                .toList());
    }

    @Override
    public Future<List<SiteFigures>> sites(String session) {
        return schedule.session(session).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(List.of());
            return sites(found.get());
        });
    }

    /** Whether anybody was taken by name at the site. */
    Future<Boolean> named(String session, String site) {
        return evidence.namedAt(session, site);
    }

    Future<List<SiteFigures>> sites(Session session) {
        return Future.all(tallies.ofSites(session.id()), frames.sitesOf(session.id()), frames.frame(session.id()))
                .map(all -> {
                    Map<String, Tally> byGroup = new HashMap<>();
                    List<Tally> counted = all.resultAt(0);
                    counted.forEach(tally -> byGroup.put(tally.group(), tally));
                    Map<String, FrameStore.Kept> standing = all.resultAt(1);
                    Optional<Frame> frame = all.resultAt(2);
                    Frame.Closed closed = frame.map(Frame::closed).orElse(null);
                    List<SiteFigures> figures = new ArrayList<>();
                    for (Site site : session.sites()) {
                        FrameStore.Kept kept = standing.get(session.id() + "|" + site.id());
                        figures.add(SiteSummary.of(
                                session.id(),
                                site.id(),
                                byGroup.get("site:" + site.id()),
                                byGroup.get("visit:" + site.id()),
                                kept == null ? SiteStanding.SILENT : kept.standing(),
                                closed));
                    }
                    return figures;
                });
    }

    @Override
    public Future<Counts> counts(String session) {
        return tallies.ofSites(session).map(all -> all.stream()
                .filter(tally -> tally.group().startsWith("site:"))
                .map(Tally::counts)
                .reduce(Counts.NONE, Counts::plus));
    }

    @Override
    public Future<List<Trainee>> trainees(Programme programme) {
        return eligibility
                .policy(programme.id(), programme.kind())
                .compose(policy -> eligibility.handle(programme.id(), policy).map(all -> all.stream()
                        .map(each -> new Trainee(
                                each.one().person(),
                                each.known(),
                                each.eligibility().state() == Eligibility.State.OVER))
                        .toList()));
    }

    @Override
    public Accounts ofCampaign(String campaign) {
        return new CampaignAccounts(campaign, this, rollups, frames);
    }

    @Override
    public Future<Boolean> moving(Collection<String> treePaths) {
        return sums.moving(treePaths);
    }

    @Override
    public Future<Boolean> moving(String session) {
        return attendance
                .anyMarked(session)
                .compose(marked -> marked ? Future.succeededFuture(true) : evidence.anyMarked(session));
    }

    @Override
    public Future<List<Rollup>> rollups(Collection<String> treePaths, YearMonth from, YearMonth to) {
        return rollups.of(treePaths, from, to);
    }

    @Override
    public Future<List<Rollup>> childrenOf(Collection<String> treePaths, YearMonth from, YearMonth to) {
        return rollups.below(treePaths, from, to);
    }

    @Override
    public Future<Explanation> why(String session, String person) {
        return attendance.row(session, person).compose(row -> {
            if (row.isEmpty() || !row.get().listed()) {
                return Future.failedFuture(
                        Problem.missing("not_on_the_list", "This person is not on the list of the session."));
            }
            return explain(row.get());
        });
    }

    private Future<Explanation> explain(AttendanceStore.Row row) {
        Attendance one = row.attendance();
        String site = one.site() == null ? "" : one.site();
        return Future.all(
                        evidence.of(List.of(row.id())),
                        frames.frames(List.of(one.session())),
                        frames.sites(List.of(one.session() + "|" + site)))
                .compose(all -> {
                    List<EvidenceStore.Kept> own = all.resultAt(0);
                    Map<String, Frame> byId = all.resultAt(1);
                    Map<String, FrameStore.Kept> sites = all.resultAt(2);
                    Frame frame = byId.get(one.session());
                    if (frame == null) {
                        return Future.failedFuture(Problem.missing("not_on_the_list", "Nothing is kept here."));
                    }
                    List<String> tied = own.stream()
                            .flatMap(each -> each.evidence().subjects().stream())
                            .map(subject -> EvidenceDocument.subject(one.session(), subject))
                            .filter(subject -> !subject.equals(row.id()))
                            .distinct()
                            .toList();
                    return evidence.of(tied).map(others -> {
                        List<Evidence> evidenceOfAll = new ArrayList<>();
                        own.forEach(each -> evidenceOfAll.add(each.evidence()));
                        others.forEach(each -> evidenceOfAll.add(each.evidence()));
                        return explanation(one, frame, sites, evidenceOfAll);
                    });
                });
    }

    private static Explanation explanation(
            Attendance one, Frame frame, Map<String, FrameStore.Kept> sites, List<Evidence> found) {
        Outcome outcome = Judge.outcome(one, frame, sites, found);
        List<Evidence> ordered = found.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Evidence::seenAt).thenComparing(Evidence::id))
                .toList();
        Span span = frame.times().span(outcome.site() == null ? one.site() : outcome.site());
        return new Explanation(one.with(outcome), ordered, span.from(), span.to());
    }

    @Override
    public Future<Optional<Closed>> closed(String session) {
        return frames.frame(session)
                .map(frame -> frame.map(Frame::closed).map(found -> new Closed(found.by(), found.at())));
    }
}
