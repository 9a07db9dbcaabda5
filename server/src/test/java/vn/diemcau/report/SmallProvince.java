package vn.diemcau.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.Certainty;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Explanation;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.PresenceMode;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.attendance.SiteFigures;
import vn.diemcau.attendance.Standing;
import vn.diemcau.attendance.Tally;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Mode;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;
import vn.diemcau.schedule.State;

/** A province in memory: two communes, three cells, whatever records are put in. Every figure is counted from the records when asked. */
final class SmallProvince implements Attendances {
    static final LocalDate OLD = LocalDate.of(2020, 1, 1);
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final List<Attendance> records = new ArrayList<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Programme> programmes = new LinkedHashMap<>();
    private final Map<String, Closed> closings = new LinkedHashMap<>();
    private final Set<String> silent = new java.util.HashSet<>();

    SmallProvince() {
        unit("T", "Đảng bộ tỉnh Thái Nguyên", null, 1);
        unit("A", "Đảng bộ xã Thần Sa", "T", 3);
        unit("B", "Đảng bộ xã Ba Bể", "T", 3);
        unit("A1", "Chi bộ Xuyên Sơn", "A", 4);
        unit("A2", "Chi bộ Trung Sơn", "A", 4);
        unit("B1", "Chi bộ Nà Tu 1", "B", 4);
    }

    private void unit(String id, String name, @Nullable String parent, int level) {
        paths.put(id, (parent == null ? "/" : paths.get(parent)) + id + "/");
        units.add(
                new Unit(id, name, Tree.PARTY, "x", level, List.of(new Unit.Placement(parent, OLD, null)), name, name));
    }

    Session session(String id, ProgrammeKind kind, String unit, String day, String... sites) {
        Instant start = Instant.parse(day + "T01:00:00Z");
        List<Site> places = List.of(sites).stream()
                .map(site -> new Site(
                        site,
                        Site.Kind.LINKED,
                        "Điểm cầu " + site,
                        null,
                        null,
                        60,
                        "Nông Thị Huệ",
                        null,
                        List.of(unit)))
                .toList();
        Programme programme = new Programme(
                "P-" + id,
                kind,
                "Hội nghị " + id,
                unit,
                Objects.requireNonNull(paths.get(unit)),
                null,
                Mode.HYBRID,
                State.ISSUED,
                "default",
                false,
                places,
                start,
                start.plusSeconds(7200),
                1,
                start,
                1,
                null);
        programmes.put(programme.id(), programme);
        Session session = new Session(
                id,
                programme.id(),
                kind,
                programme.title(),
                unit,
                programme.unitPath(),
                1,
                null,
                null,
                0,
                start,
                start.plusSeconds(7200),
                Mode.HYBRID,
                State.ISSUED,
                "default",
                false,
                0,
                "room",
                List.of(),
                places,
                false,
                1);
        sessions.put(id, session);
        return session;
    }

    /** Another session of the same programme. */
    Session next(Session first, String id, String day) {
        Session drawn = session(id, first.kind(), first.unit(), day, "hall");
        programmes.remove(drawn.programme());
        Session next = new Session(
                id,
                first.programme(),
                first.kind(),
                first.title(),
                first.unit(),
                first.unitPath(),
                first.number() + 1,
                null,
                null,
                0,
                drawn.startsAt(),
                drawn.endsAt(),
                first.mode(),
                State.ISSUED,
                "default",
                false,
                0,
                "room-" + id,
                List.of(),
                first.sites(),
                false,
                1);
        sessions.put(id, next);
        return next;
    }

    void close(Session session, String by, Instant at) {
        closings.put(session.id(), new Closed(by, at));
    }

    void silent(String site) {
        silent.add(site);
    }

    void record(Session session, String person, String unit, @Nullable String site, Standing standing, Flag... flags) {
        record(session, person, unit, site, standing, Required.Standing.REQUIRED, flags);
    }

    void record(
            Session session,
            String person,
            String unit,
            @Nullable String site,
            Standing standing,
            Required.Standing entry,
            Flag... flags) {
        boolean present = standing == Standing.PRESENT;
        records.add(new Attendance(
                session.id(),
                person,
                1,
                entry,
                person,
                person,
                1979,
                unit,
                units.stream()
                        .filter(one -> one.id().equals(unit))
                        .findFirst()
                        .orElseThrow()
                        .name(),
                List.of("party:" + paths.get(unit)),
                site,
                null,
                session.kind(),
                session.startsAt(),
                new Outcome(
                        standing,
                        Set.of(flags),
                        present ? PresenceMode.LINKED : null,
                        present ? site : null,
                        present ? 100 : 0,
                        Certainty.SURE,
                        present ? session.startsAt() : null,
                        null,
                        List.of()),
                null));
    }

    /** Somebody of no known unit: on a site's roll, in no unit's. */
    void walkIn(Session session, String name, String site) {
        record(session, name, "A1", site, Standing.PRESENT, Required.Standing.GUEST);
        Attendance known = records.remove(records.size() - 1);
        records.add(new Attendance(
                known.session(),
                known.person(),
                1,
                known.entry(),
                name,
                name,
                null,
                "",
                "",
                List.of(),
                site,
                null,
                known.kind(),
                known.startsAt(),
                known.outcome(),
                null));
    }

    People people() {
        return new People() {
            @Override
            public Future<UnitTree> tree() {
                return Future.succeededFuture(new UnitTree(units));
            }

            @Override
            public Future<Optional<Person>> person(String id) {
                return Future.succeededFuture(Optional.empty());
            }

            @Override
            public Future<Map<String, String>> unitsOn(Collection<String> persons, LocalDate day) {
                return Future.succeededFuture(Map.of());
            }

            @Override
            public Future<List<Person>> persons(Collection<String> ids) {
                return Future.succeededFuture(List.of());
            }

            @Override
            public Future<Void> eachWithin(String unit, LocalDate on, Consumer<Person> consumer) {
                consumer.accept(new Person(
                        "Lường Văn Thắng",
                        "Lường Văn Thắng",
                        "thang",
                        "luong van thang",
                        null,
                        null,
                        null,
                        null,
                        null,
                        Person.Status.OFFICIAL,
                        null,
                        "A1",
                        List.of(new Person.Post("A1", "Bí thư", Tree.PARTY)),
                        1));
                return Future.succeededFuture();
            }

            @Override
            public Future<List<Person>> search(String text, String withinUnit, int limit) {
                return Future.succeededFuture(List.of());
            }
        };
    }

    Schedule schedule() {
        return new Schedule() {
            @Override
            public Future<Optional<Programme>> programme(String id) {
                return Future.succeededFuture(Optional.ofNullable(programmes.get(id)));
            }

            @Override
            public Future<Optional<Session>> session(String id) {
                return Future.succeededFuture(Optional.ofNullable(sessions.get(id)));
            }

            @Override
            public Future<List<Session>> sessions(Collection<String> ids) {
                return some(session -> ids.contains(session.id()));
            }

            @Override
            public Future<List<Session>> sessionsOf(String programme) {
                return some(session -> session.programme().equals(programme));
            }

            @Override
            public Future<List<Session>> between(Instant from, Instant to, String prefix) {
                return some(session -> session.startsAt().isBefore(to)
                        && session.endsAt().isAfter(from)
                        && session.unitPath().startsWith(prefix));
            }
        };
    }

    private Future<List<Session>> some(java.util.function.Predicate<Session> which) {
        return Future.succeededFuture(sessions.values().stream().filter(which).toList());
    }

    Enrolments enrolments() {
        return new Enrolments() {
            @Override
            public Future<Integer> version(String session) {
                return Future.succeededFuture(1);
            }

            @Override
            public Future<Void> each(String session, Consumer<Required> consumer) {
                return Future.succeededFuture();
            }

            @Override
            public Future<List<Required>> atSite(String session, @Nullable String site) {
                return Future.succeededFuture(List.of());
            }

            @Override
            public Future<Optional<Required>> entry(String session, String person) {
                return Future.succeededFuture(Optional.empty());
            }

            @Override
            public Future<List<Required>> of(String person, Instant from, Instant to) {
                return Future.succeededFuture(List.of());
            }
        };
    }

    @Override
    public Future<Void> each(String session, Consumer<Attendance> consumer) {
        records.stream().filter(one -> one.session().equals(session)).forEach(consumer);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> eachIn(String treePath, Instant from, Instant to, Consumer<Attendance> consumer) {
        records.stream()
                .filter(one -> one.paths().contains(treePath) && within(one, from, to))
                .forEach(consumer);
        return Future.succeededFuture();
    }

    private static boolean within(Attendance one, Instant from, Instant to) {
        return !one.startsAt().isBefore(from) && one.startsAt().isBefore(to);
    }

    @Override
    public Future<List<Attendance>> of(String person, Instant from, Instant to) {
        return Future.succeededFuture(records.stream()
                .filter(one -> one.person().equals(person) && within(one, from, to))
                .toList());
    }

    @Override
    public Future<Optional<Attendance>> at(String session, String person) {
        return Future.succeededFuture(records.stream()
                .filter(one -> one.session().equals(session) && one.person().equals(person))
                .findFirst());
    }

    private Map<String, Counts> grouped(String session, Function<Attendance, String> by) {
        Map<String, Counts> groups = new LinkedHashMap<>();
        records.stream()
                .filter(one -> one.session().equals(session))
                .forEach(one -> groups.merge(by.apply(one), one.counts(), Counts::plus));
        return groups;
    }

    @Override
    public Future<List<Tally>> tallies(String session) {
        List<Tally> tallies = new ArrayList<>();
        grouped(session, one -> one.paths().isEmpty() ? "site:" : one.paths().get(0))
                .forEach((path, counts) -> tallies.add(new Tally(session, path, counts, null, 1)));
        return Future.succeededFuture(tallies);
    }

    @Override
    public Future<List<SiteFigures>> sites(String session) {
        Map<String, Counts> groups = grouped(session, one -> String.valueOf(one.site()));
        return Future.succeededFuture(Objects.requireNonNull(sessions.get(session)).sites().stream()
                .map(site -> new SiteFigures(
                        session,
                        site.id(),
                        silent.contains(site.id()) ? SiteFigures.State.SILENT : SiteFigures.State.REPORTED,
                        groups.getOrDefault(site.id(), Counts.NONE),
                        0,
                        silent.contains(site.id()) ? null : 7,
                        List.of(),
                        silent.contains(site.id()) ? null : Instant.parse("2026-09-18T01:20:00Z"),
                        null,
                        null))
                .toList());
    }

    @Override
    public Future<Counts> counts(String session) {
        return Future.succeededFuture(
                grouped(session, one -> "").values().stream().findFirst().orElse(Counts.NONE));
    }

    @Override
    public Future<List<Rollup>> rollups(Collection<String> treePaths, YearMonth from, YearMonth to) {
        return Future.succeededFuture(rollups(from, to, one -> treePaths.stream()
                .filter(path -> !one.paths().isEmpty() && one.paths().get(0).startsWith(path))
                .toList()));
    }

    @Override
    public Future<List<Rollup>> childrenOf(Collection<String> treePaths, YearMonth from, YearMonth to) {
        List<Rollup> all = new ArrayList<>();
        treePaths.forEach(treePath -> all.addAll(childrenOf(treePath, from, to)));
        return Future.succeededFuture(all);
    }

    private List<Rollup> childrenOf(String treePath, YearMonth from, YearMonth to) {
        return rollups(from, to, one -> {
            if (one.paths().isEmpty()) return List.of();
            String path = one.paths().get(0);
            if (!path.startsWith(treePath) || path.equals(treePath)) return List.of();
            return List.of(path.substring(0, path.indexOf('/', treePath.length()) + 1));
        });
    }

    private List<Rollup> rollups(YearMonth from, YearMonth to, Function<Attendance, List<String>> groups) {
        Map<String, Rollup> found = new LinkedHashMap<>();
        for (Attendance one : records) {
            YearMonth month = YearMonth.from(one.startsAt().atZone(Period.ZONE));
            if (month.isBefore(from) || month.isAfter(to)) continue;
            for (String path : groups.apply(one)) {
                found.merge(
                        path + month + one.kind(),
                        new Rollup(path, month, one.kind(), 1, one.counts()),
                        (known, more) -> new Rollup(
                                path, month, one.kind(), 1, known.counts().plus(more.counts())));
            }
        }
        return List.copyOf(found.values());
    }

    @Override
    public Future<Explanation> why(String session, String person) {
        return Future.failedFuture("not asked here");
    }

    @Override
    public Future<Void> eachSome(String session, int some, Function<List<Attendance>, Future<Void>> work) {
        return work.apply(
                records.stream().filter(one -> one.session().equals(session)).toList());
    }

    @Override
    public Future<List<Trainee>> trainees(Programme programme) {
        return Future.failedFuture("not asked here");
    }

    @Override
    public Accounts ofCampaign(String campaign) {
        return this;
    }

    @Override
    public Future<Boolean> moving(String session) {
        return Future.succeededFuture(false);
    }

    @Override
    public Future<Optional<Closed>> closed(String session) {
        return Future.succeededFuture(Optional.ofNullable(closings.get(session)));
    }
}
