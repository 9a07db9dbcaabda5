package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diemcau.RunningPlatform;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.attendance.Evidence.Method;
import vn.diemcau.audit.Audit;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.http.Failures;
import vn.diemcau.http.Live;
import vn.diemcau.http.SignInIssuer;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.paper.Pdf;
import vn.diemcau.people.People;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Uninhabited;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Mode;
import vn.diemcau.schedule.Planning;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;
import vn.diemcau.schedule.State;

/**
 * The real feature over the real store, with a plan and lists that a test writes down: one commune with two cells, sites a, b and c,
 * and a session from 08:00 to 10:00 at which cell x is expected at a and cell y at b.
 */
final class Stage implements AutoCloseable {
    static final String PROVINCE = "party:/T/";
    static final String COMMUNE = "party:/T/C/";
    static final String X = "party:/T/C/X/";
    static final String Y = "party:/T/C/Y/";

    final Vertx vertx = Vertx.vertx();
    final Map<String, Session> sessions = new ConcurrentHashMap<>();
    final Map<String, List<Required>> lists = new ConcurrentHashMap<>();
    final Map<String, Integer> versions = new ConcurrentHashMap<>();
    final TestStore store;
    final Mongo mongo;
    final AttendanceFeature feature;
    final EvidenceStore evidence;
    final AttendanceStore attendance;
    final TallyStore tallies;
    final RollupStore rollups;
    final FrameStore frames;
    final RecordEvidence record;
    final Badges badges;
    private final Path data;
    private final boolean temporary;

    Stage() throws Exception {
        this(Files.createTempDirectory("diemcau-stage"), true);
    }

    Stage(Path data, boolean temporary) throws Exception {
        this.data = data;
        this.temporary = temporary;
        InstantSource clock = InstantSource.system();
        store = TestStore.open(data);
        mongo = store.mongo();
        RunningPlatform.await(Index.ensure(mongo, AttendanceFeature.indexes()));
        feature = new AttendanceFeature(
                vertx,
                mongo,
                clock,
                people(),
                schedule(),
                new NoPlanning(),
                enrolments(),
                new Live(vertx),
                data.resolve("keys"),
                new NoSignIn(),
                new Pdf(vertx),
                new Audit(mongo, clock),
                new Failures(clock, null),
                "http://localhost");
        evidence = new EvidenceStore(mongo);
        attendance = new AttendanceStore(mongo);
        tallies = new TallyStore(mongo);
        rollups = new RollupStore(mongo, tallies);
        frames = new FrameStore(mongo);
        record = feature.record();
        badges = feature.badges();
        feature.start();
    }

    Path data() {
        return data;
    }

    static <T> T await(Future<T> future) {
        return RunningPlatform.await(future);
    }

    /** A session of that many people in each cell, listed and ready. */
    Stage hold(String session, int inEachCell) {
        sessions.put(session, session(session, State.ISSUED, false));
        List<Required> list = new ArrayList<>();
        for (int i = 0; i < inEachCell; i++) {
            list.add(required(session, "x" + i, Required.Standing.REQUIRED, X, "a"));
            list.add(required(session, "y" + i, Required.Standing.REQUIRED, Y, "b"));
        }
        return list(session, list);
    }

    Stage list(String session, List<Required> list) {
        lists.put(session, List.copyOf(list));
        int version = versions.merge(session, 1, Integer::sum);
        await(feature.listChanged().changed(session, version, List.of()));
        return this;
    }

    static Session session(String id, State state, boolean rehearsal) {
        return session(id, state, rehearsal, Make.START);
    }

    static Session session(String id, State state, boolean rehearsal, Instant start) {
        List<Site> sites =
                List.of(site("a", Site.Kind.MAIN), site("b", Site.Kind.LINKED), site("c", Site.Kind.BROADCAST));
        return new Session(
                id,
                "programme",
                ProgrammeKind.CONFERENCE,
                "Hội nghị",
                "C",
                "/T/C/",
                1,
                null,
                null,
                0,
                start,
                start.plus(Duration.between(Make.START, Make.END)),
                Mode.HYBRID,
                state,
                "default",
                rehearsal,
                0,
                "room",
                List.of(),
                sites,
                false,
                0);
    }

    private static Programme programme() {
        return new Programme(
                "programme",
                ProgrammeKind.CONFERENCE,
                "Hội nghị",
                "C",
                "/T/C/",
                null,
                Mode.HYBRID,
                State.ISSUED,
                "default",
                false,
                List.of(),
                Make.START,
                Make.END,
                1,
                Make.START,
                0,
                null);
    }

    private static Site site(String id, Site.Kind kind) {
        return new Site(id, kind, "Điểm cầu " + id, null, null, 60, null, null, List.of());
    }

    static Required required(
            String session, String person, Required.Standing standing, String path, @Nullable String site) {
        String unit = path.substring(0, path.length() - 1).substring(path.lastIndexOf('/', path.length() - 2) + 1);
        return new Required(
                session,
                person,
                1,
                standing,
                "Đồng chí " + person,
                person,
                person,
                1980,
                unit,
                "Chi bộ " + unit,
                List.of(path),
                null,
                null,
                site,
                null,
                Required.Reply.NONE);
    }

    Answer claim(String session, String id, Kind kind, String subject, @Nullable String site, double minute) {
        return claim(session, id, kind, subject, site, minute, Detail.NONE);
    }

    Answer claim(
            String session, String id, Kind kind, String subject, @Nullable String site, double minute, Detail detail) {
        return await(record.handle(
                claimOf(session, id, kind, subject, site, Make.START.plusSeconds(Math.round(minute * 60)), detail)));
    }

    static Claim claimOf(
            String session, String id, Kind kind, String subject, @Nullable String site, Instant at, Detail detail) {
        boolean office = kind == Kind.CORRECTION || kind == Kind.MERGE;
        return new Claim(
                id,
                session,
                subject,
                null,
                kind,
                office ? Evidence.Source.OFFICE : Evidence.Source.STEWARD,
                Method.BADGE,
                site,
                "steward",
                "device",
                at,
                0,
                detail,
                null);
    }

    Stage settled() {
        await(feature.drained());
        return this;
    }

    Outcome outcome(String session, String person) {
        return await(feature.attendances().at(session, person)).orElseThrow().outcome();
    }

    Counts counts(String session) {
        return await(feature.attendances().counts(session));
    }

    Schedule schedule() {
        return new Schedule() {
            @Override
            public Future<Optional<Programme>> programme(String id) {
                return Future.succeededFuture(
                        id.equals("programme") ? Optional.of(Stage.programme()) : Optional.empty());
            }

            @Override
            public Future<Optional<Session>> session(String id) {
                return Future.succeededFuture(Optional.ofNullable(sessions.get(id)));
            }

            @Override
            public Future<List<Session>> sessions(Collection<String> ids) {
                return Future.succeededFuture(sessions.values().stream()
                        .filter(one -> ids.contains(one.id()))
                        .toList());
            }

            @Override
            public Future<List<Session>> sessionsOf(String programme) {
                return Future.succeededFuture(List.copyOf(sessions.values()));
            }

            @Override
            public Future<List<Session>> between(Instant from, Instant to, String unitPathPrefix) {
                return Future.succeededFuture(List.copyOf(sessions.values()));
            }
        };
    }

    private Enrolments enrolments() {
        return new Enrolments() {
            @Override
            public Future<Integer> version(String session) {
                return Future.succeededFuture(versions.getOrDefault(session, 0));
            }

            @Override
            public Future<Void> each(String session, Consumer<Required> consumer) {
                lists.getOrDefault(session, List.of()).forEach(consumer);
                return Future.succeededFuture();
            }

            @Override
            public Future<List<Required>> atSite(String session, @Nullable String site) {
                return Future.succeededFuture(lists.getOrDefault(session, List.of()).stream()
                        .filter(each -> java.util.Objects.equals(each.site(), site))
                        .toList());
            }

            @Override
            public Future<Optional<Required>> entry(String session, String person) {
                return Future.succeededFuture(lists.getOrDefault(session, List.of()).stream()
                        .filter(each -> each.person().equals(person))
                        .findFirst());
            }

            @Override
            public Future<List<Required>> of(String person, Instant from, Instant to) {
                return Future.succeededFuture(List.of());
            }
        };
    }

    private static People people() {
        List<Unit> units = new ArrayList<>();
        Map<String, String> parents = new HashMap<>(Map.of("C", "T", "X", "C", "Y", "C"));
        for (String id : List.of("T", "C", "X", "Y")) {
            units.add(new Unit(
                    id,
                    "Đơn vị " + id,
                    Tree.PARTY,
                    "party_cell",
                    4,
                    List.of(new Unit.Placement(parents.get(id), LocalDate.of(2020, 1, 1), null)),
                    id,
                    id));
        }
        return new Uninhabited(new UnitTree(units));
    }

    /** This stage holds what a test writes down; nothing is planned through it. */
    private static final class NoPlanning implements Planning {
        @Override
        public Future<Session> cellMeeting(
                String id, String cell, String topic, Instant startsAt, Instant endsAt, String by) {
            return Future.failedFuture("not on this stage");
        }

        @Override
        public Future<Session> end(String session, String by) {
            return Future.failedFuture("not on this stage");
        }
    }

    private static final class NoSignIn implements SignInIssuer {
        @Override
        public Future<SignedIn> openSite(RoutingContext ctx, String device, String name, String session, String site) {
            return Future.failedFuture("not on this stage");
        }

        @Override
        public Future<SignedIn> openDoor(RoutingContext ctx, String device, String name, String session, String site) {
            return Future.failedFuture("not on this stage");
        }

        @Override
        public Future<Void> endDevice(String device) {
            return Future.succeededFuture();
        }
    }

    @Override
    public void close() throws IOException {
        await(feature.stop());
        store.close();
        await(vertx.close());
        if (!temporary) return;
        TestStore.forget(data);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
