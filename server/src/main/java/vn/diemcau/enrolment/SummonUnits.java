package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: each unit with people on the lists of a programme gets one summons, kept in step with the lists and the plan. */
final class SummonUnits implements Enrolments.ListChanged {
    private final Schedule schedule;
    private final People people;
    private final ListStore lists;
    private final SummonsStore summonses;
    private final InstantSource clock;

    SummonUnits(Schedule schedule, People people, ListStore lists, SummonsStore summonses, InstantSource clock) {
        this.schedule = schedule;
        this.people = people;
        this.lists = lists;
        this.summonses = summonses;
        this.clock = clock;
    }

    @Override
    public Future<Void> changed(String session, int version, List<String> persons) {
        return schedule.session(session)
                .compose(found -> found.isEmpty() ? Future.succeededFuture() : handle(found.get()));
    }

    /** For the programme of this session. */
    Future<Void> handle(Session session) {
        return schedule.sessionsOf(session.programme()).compose(sessions -> {
            Map<String, TreeSet<String>> lines = new TreeMap<>();
            Map<String, TreeSet<String>> persons = new TreeMap<>();
            Future<Void> chain = Future.succeededFuture();
            for (Session each : sessions) chain = chain.compose(done -> read(each, lines, persons));
            return chain.compose(done -> people.tree())
                    .compose(tree ->
                            summonses.bring(session.programme(), written(session.programme(), lines, persons, tree)));
        });
    }

    private Future<Void> read(
            Session session, Map<String, TreeSet<String>> lines, Map<String, TreeSet<String>> persons) {
        return lists.state(session.id()).compose(state -> {
            int version = state.map(ListState::version).orElse(0);
            if (version == 0) return Future.succeededFuture();
            return lists.each(session.id(), version, entry -> {
                String person = entry.required().person();
                switch (entry.required().standing()) {
                    case REQUIRED, INVITED, GUEST -> {
                        lines.computeIfAbsent(entry.receiving(), key -> new TreeSet<>())
                                .add(line(session, entry.required()));
                        persons.computeIfAbsent(entry.receiving(), key -> new TreeSet<>())
                                .add(person);
                    }
                    case EXEMPT, SUSPENDED, ON_DUTY -> {}
                }
            });
        });
    }

    private static String line(Session session, Required required) {
        return session.id() + " " + session.sequence() + " " + session.state() + " " + required.person() + " "
                + required.site();
    }

    private List<Summons> written(
            String programme, Map<String, TreeSet<String>> lines, Map<String, TreeSet<String>> persons, UnitTree tree) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ResolveList.HERE);
        List<Summons> all = new ArrayList<>();
        lines.forEach((unit, content) -> all.add(new Summons(
                programme,
                unit,
                tree.unit(unit).map(known -> known.name()).orElse(unit),
                tree.lastPath(unit, today).orElse("/" + unit + "/"),
                persons.getOrDefault(unit, new TreeSet<>()).size(),
                hash(content),
                now,
                List.of())));
        return all;
    }

    private static String hash(TreeSet<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String line : lines) digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
