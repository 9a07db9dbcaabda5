package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/** Use case: say where a programme, or one session of it, is held. */
final class AssignSites {
    /** More than this no conference has. */
    static final int MOST = 3_000;

    private static final Pattern ORGANISATION = Pattern.compile("^(Đảng bộ|Đảng ủy|Đảng uỷ|Ban Chấp hành Đảng bộ) ");

    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final PlaceStore places;
    private final ChangeSession change;
    private final AnnounceSession announce;
    private final People people;
    private final InstantSource clock;

    AssignSites(
            ProgrammeStore programmes,
            SessionStore sessions,
            PlaceStore places,
            ChangeSession change,
            AnnounceSession announce,
            People people,
            InstantSource clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.places = places;
        this.change = change;
        this.announce = announce;
        this.people = people;
        this.clock = clock;
    }

    /** The sites of the programme; its sessions that have none of their own and have not started follow. Fails with CONFLICT changed_meanwhile. */
    Future<Programme> ofProgramme(Programme programme, List<Site> sites, Optional<Long> rev, String by) {
        check(sites);
        if (rev.isPresent() && rev.get() != programme.rev()) {
            return Future.failedFuture(ChangeSession.changedMeanwhile());
        }
        return programmes
                .replace(programme.withSites(sites))
                .map(written -> written.orElseThrow(ChangeSession::changedMeanwhile))
                .compose(written -> follow(written, by).map(written));
    }

    /** Sites of this session alone. */
    Future<Session> ofSession(String session, List<Site> sites, String by) {
        check(sites);
        return change.whole(session, now -> unlessOver(now).withSites(sites, true), "sites", by, null);
    }

    /** The session has its programme's sites again. */
    Future<Session> asProgramme(String session, Programme programme, String by) {
        return change.whole(session, now -> unlessOver(now).withSites(programme.sites(), false), "sites", by, null);
    }

    /**
     * A linked site for each unit of the second level below the holder (or, if there is none, for each unit directly below), at the
     * unit's place in the directory if it has one, for the unit and all below it. Units that a site names already are left alone.
     * Fails with REFUSED no_units_below.
     */
    Future<Programme> onePerUnit(Programme programme, String by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), VietnameseTime.ZONE);
        return people.tree().compose(tree -> {
            List<Unit> units = unitsBelow(tree, programme.unit(), today);
            if (units.isEmpty()) {
                return Future.failedFuture(
                        Problem.refused("no_units_below", "The holding unit has no units below it."));
            }
            return places.ofUnits(units.stream().map(Unit::id).toList())
                    .compose(found -> ofProgramme(
                            programme, withOnePerUnit(programme.sites(), units, found), Optional.empty(), by));
        });
    }

    static List<Unit> unitsBelow(UnitTree tree, String holder, LocalDate today) {
        Optional<Unit> top = tree.unit(holder);
        if (top.isEmpty()) return List.of();
        List<Unit> second = tree.within(holder, today).stream()
                .filter(unit -> unit.level() == 2
                        && !unit.id().equals(holder)
                        && unit.tree() == top.get().tree())
                .toList();
        return second.isEmpty() ? tree.children(holder, today) : second;
    }

    static List<Site> withOnePerUnit(List<Site> sites, List<Unit> units, List<Place> places) {
        Map<String, Place> placeOf = new HashMap<>();
        for (Place place : places) placeOf.putIfAbsent(place.unit(), place);
        Set<String> served = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (Site site : sites) {
            served.addAll(site.units());
            taken.add(site.id());
        }
        List<Site> all = new ArrayList<>(sites);
        for (Unit unit : units) {
            if (served.contains(unit.id())) continue;
            String id = unit.id().replaceAll("[^A-Za-z0-9_-]", "-");
            while (!taken.add(id)) id = id + "-";
            all.add(site(id, unit, placeOf.get(unit.id())));
        }
        return all;
    }

    private static Site site(String id, Unit unit, @Nullable Place place) {
        String name = ORGANISATION.matcher(unit.name()).replaceFirst("");
        String shown = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        if (place == null) return new Site(id, Site.Kind.LINKED, shown, null, null, 0, null, null, List.of(unit.id()));
        String address = place.address() == null ? place.name() : place.name() + ", " + place.address();
        return new Site(
                id,
                Site.Kind.LINKED,
                shown,
                place.id(),
                address,
                place.seats(),
                place.contactName(),
                place.contactPhone(),
                List.of(unit.id()));
    }

    private Future<Void> follow(Programme programme, String by) {
        return sessions.ofProgrammeBriefly(programme.id()).compose(all -> {
            List<Future<Session>> followed = new ArrayList<>();
            List<String> ids = all.stream()
                    .filter(session -> follows(session))
                    .map(Session::id)
                    .toList();
            for (String id : ids) {
                followed.add(change.write(
                        id,
                        session -> follows(session) ? session.withSites(programme.sites(), false) : session,
                        "sites",
                        by,
                        null));
            }
            return Future.all(followed).compose(done -> announce.briefly(ids));
        });
    }

    private boolean follows(Session session) {
        return !session.ownSites()
                && open(session)
                && (session.state() == State.DRAFT || clock.instant().isBefore(session.startsAt()));
    }

    private static boolean open(Session session) {
        return switch (session.state()) {
            case DRAFT, ISSUED, POSTPONED -> true;
            case CANCELLED, ENDED -> false;
        };
    }

    private static Session unlessOver(Session session) {
        if (open(session)) return session;
        throw Problem.refused("state_not_allowed", "A session that is " + session.state() + " keeps its sites.");
    }

    /** Fails with INVALID site_twice. */
    static void check(List<Site> sites) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < sites.size(); i++) {
            if (!ids.add(sites.get(i).id())) {
                throw Problem.invalid("sites[" + i + "].id", "site_twice", "Two sites have the same id.");
            }
        }
    }
}
