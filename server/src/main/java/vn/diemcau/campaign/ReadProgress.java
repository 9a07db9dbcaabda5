package vn.diemcau.campaign;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: how far a campaign has come. Worked out from the attendance of its sessions, and remembered for half a minute. */
final class ReadProgress {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** What is known as of a moment. */
    record Known(Progress progress, LeadingUnits lead, int sessions, Instant asOf) {}

    /**
     * What somebody visited.
     *
     * @param cells how many cells, each once
     * @param turns how many meetings of theirs
     */
    record Visits(Person person, int cells, int turns) {}

    private final Schedule schedule;
    private final People people;
    private final Attendances attendances;
    private final InstantSource clock;
    private final Map<String, Future<Known>> known = new ConcurrentHashMap<>();

    ReadProgress(Schedule schedule, People people, Attendances attendances, InstantSource clock) {
        this.schedule = schedule;
        this.people = people;
        this.attendances = attendances;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    Future<Known> handle(Campaign campaign) {
        known.values()
                .removeIf(each -> each.isComplete()
                        && (each.failed()
                                || each.result().asOf().plus(REMEMBERED).isBefore(clock.instant())));
        Future<Known> one = known.computeIfAbsent(campaign.id() + "|" + campaign.rev(), key -> work(campaign));
        return one;
    }

    private Future<Known> work(Campaign campaign) {
        Instant asOf = clock.instant();
        Progress progress = new Progress(campaign.kind(), campaign.target());
        return people.tree().compose(tree -> {
            LeadingUnits lead = LeadingUnits.of(campaign, tree, today());
            Paths paths = new Paths(tree, lead.day(), new HashMap<>());
            Future<Void> members = Future.succeededFuture();
            for (String top : lead.units()) {
                for (Unit unit : tree.within(top, lead.day())) {
                    if (tree.children(unit.id(), lead.day()).isEmpty())
                        tree.path(unit.id(), lead.day()).ifPresent(progress::collective);
                }
                members = members.compose(done -> people.eachWithin(top, lead.day(), person -> {
                    if (counts(person)) progress.member(paths.of(person.unit()));
                }));
            }
            return members.compose(done -> schedule.inCampaign(campaign.id()))
                    .compose(programmes -> sessions(programmes))
                    .compose(sessions -> {
                        Future<Void> chain = Future.succeededFuture();
                        for (Session session : sessions) {
                            chain = chain.compose(done -> add(session, progress, paths));
                        }
                        return chain.map(done -> new Known(progress, lead, sessions.size(), asOf));
                    });
        });
    }

    /** Who is to take part: members who are neither exempt nor suspended. */
    private static boolean counts(Person person) {
        return switch (person.status()) {
            case OFFICIAL, PROBATIONARY, TEMPORARY, AWAY -> true;
            case EXEMPT, SUSPENDED, NON_MEMBER -> false;
        };
    }

    private Future<List<Session>> sessions(List<Programme> programmes) {
        Map<String, Session> all = new LinkedHashMap<>();
        Future<Void> chain = Future.succeededFuture();
        for (Programme programme : programmes) {
            if (programme.rehearsal()) continue;
            chain = chain.compose(done -> schedule.sessionsOf(programme.id())).map(found -> {
                found.stream().filter(this::begun).forEach(session -> all.put(session.id(), session));
                return null;
            });
        }
        return chain.map(done -> List.copyOf(all.values()));
    }

    private boolean begun(Session session) {
        return switch (session.state()) {
            case ISSUED, ENDED -> !session.startsAt().isAfter(clock.instant());
            case DRAFT, POSTPONED, CANCELLED -> false;
        };
    }

    private Future<Void> add(Session session, Progress progress, Paths paths) {
        boolean joint = session.kind() == ProgrammeKind.CELL_MEETING;
        progress.held(paths.of(session.unit()), session.id());
        return attendances.each(session.id(), one -> {
            String path = paths.of(one.unit());
            switch (one.entry()) {
                case REQUIRED -> {
                    progress.required(path, one.person(), present(one));
                    if (joint) progress.held(path, session.id());
                }
                case GUEST, INVITED -> {
                    if (present(one)) progress.other(path);
                }
                case EXEMPT, SUSPENDED, ON_DUTY -> {}
            }
        });
    }

    private static boolean present(Attendance one) {
        return one.outcome().present();
    }

    /** Where units stand on the day, or whatever single unit followed them; a unit that several followed stays for itself. */
    private record Paths(UnitTree tree, LocalDate day, Map<String, String> known) {
        String of(String unit) {
            return known.computeIfAbsent(unit, key -> {
                List<Unit> standing = tree.standing(unit, day);
                String now = standing.size() == 1 ? standing.get(0).id() : unit;
                return tree.lastPath(now, day).orElse("/" + unit + "/");
            });
        }
    }

    /** For each person of the campaign, at how many other cells they attended meetings in its time, and at how many meetings. */
    Future<List<Visits>> visits(Campaign campaign) {
        Instant from = campaign.from().atStartOfDay(ZONE).toInstant();
        Instant to = campaign.to().plusDays(1).atStartOfDay(ZONE).toInstant();
        return people.persons(campaign.persons()).compose(found -> {
            List<Visits> all = new ArrayList<>();
            Future<Void> chain = Future.succeededFuture();
            for (Person person : found) {
                chain = chain.compose(done -> attendances.of(person.id(), from, to))
                        .compose(records -> schedule.sessions(records.stream()
                                .filter(ReadProgress::visit)
                                .map(Attendance::session)
                                .distinct()
                                .toList()))
                        .map(meetings -> {
                            int cells = (int) meetings.stream()
                                    .map(Session::unit)
                                    .distinct()
                                    .count();
                            all.add(new Visits(person, cells, meetings.size()));
                            return null;
                        });
            }
            return chain.map(done -> all);
        });
    }

    /** Somebody whom the cell invites is there as a visitor: in nobody's rate. */
    private static boolean visit(Attendance one) {
        boolean visitor =
                switch (one.entry()) {
                    case INVITED, GUEST -> true;
                    case REQUIRED, EXEMPT, SUSPENDED, ON_DUTY -> false;
                };
        return visitor && one.kind() == ProgrammeKind.CELL_MEETING && present(one);
    }
}
