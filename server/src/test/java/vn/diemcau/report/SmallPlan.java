package vn.diemcau.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

/** The directory and the plan of a province as a test writes them down: two communes, three cells, sessions. */
class SmallPlan {
    private static final LocalDate OLD = LocalDate.of(2020, 1, 1);

    private final List<Unit> units = new ArrayList<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Programme> programmes = new LinkedHashMap<>();

    SmallPlan() {
        unit("T", "Đảng bộ tỉnh Thái Nguyên", null, 1);
        unit("A", "Đảng bộ xã Thần Sa", "T", 3);
        unit("B", "Đảng bộ xã Ba Bể", "T", 3);
        unit("A1", "Chi bộ Xuyên Sơn", "A", 4);
        unit("A2", "Chi bộ Trung Sơn", "A", 4);
        unit("B1", "Chi bộ Nà Tu 1", "B", 4);
    }

    /** The id of whoever bears the name. */
    static String id(String name) {
        return "p" + Integer.toHexString(name.hashCode());
    }

    private void unit(String id, String name, @Nullable String parent, int level) {
        paths.put(id, (parent == null ? "/" : paths.get(parent)) + id + "/");
        units.add(
                new Unit(id, name, Tree.PARTY, "x", level, List.of(new Unit.Placement(parent, OLD, null)), name, name));
    }

    Unit unit(String id) {
        return units.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    String path(String unit) {
        return Objects.requireNonNull(paths.get(unit));
    }

    Collection<Session> sessions() {
        return sessions.values();
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
                        id("Lường Văn Thắng"),
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
}
