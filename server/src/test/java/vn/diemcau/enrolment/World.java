package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.BirthDate;
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

/** A small province in memory: one root, two communes with two cells each, an agency in the state tree, and whoever a test adds. */
final class World implements People, Schedule {
    static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    static final Instant START = Instant.parse("2026-11-22T01:00:00Z");

    final List<Person> persons = new ArrayList<>();
    final Map<String, Session> sessions = new LinkedHashMap<>();
    final Map<String, Programme> programmes = new LinkedHashMap<>();
    private final UnitTree tree = new UnitTree(List.of(
            unit("T19", "Đảng bộ tỉnh Thái Nguyên", 1, null, Tree.PARTY),
            unit("T19-1", "Đảng bộ xã Đại Từ", 2, "T19", Tree.PARTY),
            unit("T19-1-B1", "Chi bộ Đồng Cạn", 4, "T19-1", Tree.PARTY),
            unit("T19-1-B2", "Chi bộ Nà Tu", 4, "T19-1", Tree.PARTY),
            unit("T19-2", "Đảng bộ xã Ba Bể", 2, "T19", Tree.PARTY),
            unit("T19-2-B1", "Chi bộ Bản Vén", 4, "T19-2", Tree.PARTY),
            unit("T19-2-B2", "Chi bộ Lũng Luông", 4, "T19-2", Tree.PARTY),
            unit("N19", "UBND tỉnh Thái Nguyên", 1, null, Tree.STATE),
            unit("N19-1", "UBND xã Đại Từ", 2, "N19", Tree.STATE)));

    private static Unit unit(String id, String name, int level, @Nullable String parent, Tree tree) {
        return new Unit(
                id,
                name,
                tree,
                "unit",
                level,
                List.of(new Unit.Placement(parent, BEGIN, null)),
                Resolution.folded(name),
                Resolution.folded(name));
    }

    UnitTree units() {
        return tree;
    }

    Person add(String id, String name, String unit, Person.Status status, Person.Post... posts) {
        Person person = person(id, name, unit, status, posts);
        persons.add(person);
        return person;
    }

    static Person person(String id, String name, String unit, Person.Status status, Person.Post... posts) {
        String given = name.substring(name.lastIndexOf(' ') + 1);
        return new Person(
                id,
                name,
                Resolution.folded(given + " " + name),
                Resolution.folded(name),
                null,
                BirthDate.of(1980),
                null,
                "+84912345678",
                null,
                status,
                status == Person.Status.NON_MEMBER ? "khách mời" : null,
                unit,
                List.of(posts),
                1);
    }

    static Person.Post secretaryOf(String cell) {
        return new Person.Post(cell, "Bí thư chi bộ", Tree.PARTY);
    }

    static Site site(String id, int seats, String... units) {
        return new Site(
                id,
                id.equals("main") ? Site.Kind.MAIN : Site.Kind.LINKED,
                "Điểm cầu " + id,
                null,
                "Hội trường " + id,
                seats,
                "Nguyễn Văn An",
                "0912345678",
                List.of(units));
    }

    Session session(String id, String programme, State state, Site... sites) {
        return put(id, programme, "T19", "/T19/", state, START, sites);
    }

    Session put(String id, String programme, String unit, String path, State state, Instant start, Site... sites) {
        Session session = new Session(
                id,
                programme,
                ProgrammeKind.CONFERENCE,
                "Hội nghị học tập Nghị quyết",
                unit,
                path,
                1,
                null,
                null,
                0,
                start,
                start.plusSeconds(3 * 3600),
                Mode.HYBRID,
                state,
                "default",
                false,
                0,
                "room-" + id,
                List.of(),
                List.of(sites),
                false,
                1);
        sessions.put(id, session);
        programmes.put(
                programme,
                new Programme(
                        programme,
                        ProgrammeKind.CONFERENCE,
                        "Hội nghị học tập Nghị quyết",
                        unit,
                        path,
                        null,
                        Mode.HYBRID,
                        state,
                        "default",
                        false,
                        List.of(sites),
                        start,
                        start.plusSeconds(3 * 3600),
                        1,
                        START,
                        1,
                        null));
        return session;
    }

    /** The same session at another time, as the plan announces it: its sequence is raised. */
    Session moved(String id, Instant start) {
        Session was = Optional.ofNullable(sessions.get(id)).orElseThrow();
        Session moved = new Session(
                was.id(),
                was.programme(),
                was.kind(),
                was.title(),
                was.unit(),
                was.unitPath(),
                was.number(),
                was.topic(),
                was.lecturer(),
                was.periods(),
                start,
                start.plusSeconds(3 * 3600),
                was.mode(),
                was.state(),
                was.policy(),
                was.rehearsal(),
                was.sequence() + 1,
                was.room(),
                was.agenda(),
                was.sites(),
                was.ownSites(),
                was.rev() + 1);
        sessions.put(id, moved);
        return moved;
    }

    @Override
    public Future<UnitTree> tree() {
        return Future.succeededFuture(tree);
    }

    @Override
    public Future<Optional<Person>> person(String id) {
        return Future.succeededFuture(
                persons.stream().filter(person -> person.id().equals(id)).findFirst());
    }

    @Override
    public Future<Map<String, String>> unitsOn(Collection<String> persons, LocalDate day) {
        return Future.succeededFuture(Map.of());
    }

    @Override
    public Future<List<Person>> persons(Collection<String> ids) {
        return Future.succeededFuture(
                persons.stream().filter(person -> ids.contains(person.id())).toList());
    }

    @Override
    public Future<Void> eachWithin(String unit, LocalDate on, Consumer<Person> consumer) {
        persons.stream()
                .filter(person -> tree.path(person.unit(), on).orElse("").contains("/" + unit + "/"))
                .forEach(consumer);
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Person>> search(String text, String withinUnit, int limit) {
        return Future.succeededFuture(List.of());
    }

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
        return Future.succeededFuture(sessions.values().stream()
                .filter(session -> ids.contains(session.id()))
                .toList());
    }

    @Override
    public Future<List<Session>> sessionsOf(String programme) {
        return Future.succeededFuture(sessions.values().stream()
                .filter(session -> session.programme().equals(programme))
                .toList());
    }

    @Override
    public Future<List<Session>> between(Instant from, Instant to, String unitPathPrefix) {
        return Future.succeededFuture(sessions.values().stream()
                .filter(session -> session.startsAt().isBefore(to)
                        && session.endsAt().isAfter(from)
                        && session.unitPath().startsWith(unitPathPrefix))
                .toList());
    }
}
