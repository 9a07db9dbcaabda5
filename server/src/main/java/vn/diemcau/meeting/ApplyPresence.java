package vn.diemcau.meeting;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.http.Live;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: lines of a journal become occupancies, and whoever listens hears of each beginning and end. The same lines again change nothing. */
final class ApplyPresence {
    private final Schedule schedule;
    private final OccupancyStore occupancies;
    private final Heard heard;
    private final Live live;

    ApplyPresence(Schedule schedule, OccupancyStore occupancies, Heard heard, Live live) {
        this.schedule = schedule;
        this.occupancies = occupancies;
        this.heard = heard;
        this.live = live;
    }

    /**
     * Where lines come from.
     *
     * @param shift milliseconds that its clock is ahead of ours, where that matters
     */
    record Source(String server, String journal, long shift, int beatSeconds) {
        Instant time(long millis) {
            return Instant.ofEpochMilli(millis - shift);
        }

        String id(String line) {
            return server + "-" + journal + "-" + line;
        }
    }

    /** Completes when every line is durable here and with whoever listens; a new boot first ends what the old one left open. */
    Future<Integer> lines(Source source, List<PresenceEvent> events) {
        return lines(source, events, Map.of());
    }

    /**
     * The same where lines are missing; answers how many of the connections told of were not taken.
     *
     * @param beforeBoots for a boot, by its sequence, when lines were written that are missing before it
     */
    Future<Integer> lines(Source source, List<PresenceEvent> events, Map<Long, Cursor.Doubt> beforeBoots) {
        Future<Integer> chain = Future.succeededFuture(0);
        List<PresenceEvent> run = new ArrayList<>();
        for (PresenceEvent event : events) {
            if (event.kind() == PresenceEvent.Kind.BOOT) {
                List<PresenceEvent> before = List.copyOf(run);
                chain = chain.compose(n -> people(source, before).map(more -> n + more))
                        .compose(n -> boot(source, event, beforeBoots.get(event.seq()))
                                .map(more -> n + more));
                run.clear();
            } else if (!event.line().isEmpty()) {
                run.add(event);
            }
        }
        List<PresenceEvent> rest = List.copyOf(run);
        return chain.compose(n -> people(source, rest).map(more -> n + more));
    }

    /** Prosody had died: whoever was open left between its last line and one beat later, or on a line that is missing. */
    private Future<Integer> boot(Source source, PresenceEvent boot, Cursor.@Nullable Doubt doubt) {
        return occupancies.open(source.server()).compose(open -> {
            List<Occupancy> ended = new ArrayList<>();
            for (Occupancy one : open) {
                Instant began = source.time(boot.at());
                // one that is read again ended nothing that came after it
                if (one.boot().equals(boot.boot()) || one.joinedAt().isAfter(began)) continue;
                boolean known = one.journal().equals(source.journal()) && boot.before() > 0;
                Instant last = known ? source.time(boot.before()) : began;
                long newest = Math.max(boot.seq(), one.seq() + 1);
                if (doubt == null) {
                    Instant at = one.lostAt() != null && one.lostAt().isBefore(last) ? one.lostAt() : last;
                    ended.add(one.left(at, source.beatSeconds(), newest));
                } else {
                    Instant died = later(last.plusSeconds(source.beatSeconds()), doubt.until());
                    ended.add(leftWithin(one, new Cursor.Doubt(doubt.since(), earlier(died, began)), newest));
                }
            }
            return keep(ended);
        });
    }

    private Future<Integer> people(Source source, List<PresenceEvent> events) {
        if (events.isEmpty()) return Future.succeededFuture(0);
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (PresenceEvent event : events) {
            ids.add(source.id(event.line()));
            names.add(event.room());
        }
        return Future.all(occupancies.some(ids), sessions(names)).compose(both -> {
            Map<String, Occupancy> known = new HashMap<>();
            for (Occupancy one : both.<List<Occupancy>>resultAt(0)) known.put(one.id(), one);
            Map<String, Occupancy> changed = new LinkedHashMap<>();
            for (PresenceEvent event : events) {
                String id = source.id(event.line());
                Occupancy before = known.get(id);
                if (before != null && before.seq() >= event.seq()) {
                    // read before, but perhaps not told: telling it again costs nothing
                    changed.putIfAbsent(id, before);
                    continue;
                }
                Occupancy after = after(source, event, before, both.<Map<String, String>>resultAt(1));
                known.put(id, after);
                changed.put(id, after);
            }
            return keep(changed.values());
        });
    }

    private static Occupancy after(
            Source source, PresenceEvent event, @Nullable Occupancy before, Map<String, String> sessions) {
        Occupancy base = before != null
                ? before
                : new Occupancy(
                        source.id(event.line()),
                        source.server(),
                        source.journal(),
                        event.boot(),
                        sessions.get(event.room()),
                        event.room(),
                        event.breakout(),
                        event.user(),
                        event.name(),
                        source.time(event.joined()),
                        seconds(event.joinedBound()),
                        Occupancy.State.IN,
                        null,
                        null,
                        0,
                        event.seq());
        return switch (event.kind()) {
            case OUT -> base.left(source.time(event.since()), seconds(event.bound()), event.seq());
            case LOST -> base.standing(Occupancy.State.LOST, source.time(event.since()), event.seq());
            case IN, BACK -> base.standing(Occupancy.State.IN, null, event.seq());
            case BOOT, LOAD, UNLOAD, STOP, BEAT, END, GAP, OTHER ->
                base.standing(base.state(), base.lostAt(), event.seq());
        };
    }

    private static int seconds(long millis) {
        return (int) Math.min(Integer.MAX_VALUE, (millis + 999) / 1000);
    }

    /** Answers how many of what was told about them was not taken. */
    private Future<Integer> keep(Collection<Occupancy> all) {
        List<Connection> connections = new ArrayList<>();
        Set<String> sessions = new HashSet<>();
        for (Occupancy one : all) {
            Connection began = one.began();
            Connection ended = one.ended();
            if (began != null) connections.add(began);
            if (ended != null) connections.add(ended);
            if (one.session() != null) sessions.add(one.session());
        }
        Future<Integer> told = connections.isEmpty() ? Future.succeededFuture(0) : heard.heard(connections);
        return told.compose(notTaken -> occupancies.keep(all).map(notTaken))
                .onSuccess(done -> sessions.forEach(session -> {
                    live.nudge(ReadMeeting.topic(session));
                    live.nudge(ReadMeeting.topic(session) + ".named");
                }));
    }

    private Future<Map<String, String>> sessions(Set<String> names) {
        Map<String, String> found = new HashMap<>();
        List<Future<Optional<Session>>> reads = new ArrayList<>();
        for (String room : names) {
            reads.add(schedule.inRoom(room)
                    .onSuccess(session -> session.ifPresent(there -> {
                        synchronized (found) {
                            found.put(room, there.id());
                        }
                    })));
        }
        return Future.all(reads).map(done -> found);
    }

    /** Left at a moment that no line tells: the middle of the time in question, with a bound that reaches to both of its ends. */
    private static Occupancy leftWithin(Occupancy one, Cursor.Doubt doubt, long newest) {
        Instant from = later(one.joinedAt(), earlier(doubt.since(), one.lostAt()));
        Instant until = later(from, doubt.until());
        Instant middle = from.plusMillis((until.toEpochMilli() - from.toEpochMilli()) / 2);
        return one.left(middle, seconds(until.toEpochMilli() - middle.toEpochMilli()), newest);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /**
     * Compares who is open here with who is there; what differs is set right.
     *
     * @param doubt when somebody may have left on a line that was missed
     * @return how many differed
     */
    Future<Integer> compare(Source source, String boot, long seq, List<PresenceEvent> there, Cursor.Doubt doubt) {
        return occupancies.open(source.server()).compose(open -> {
            Set<String> lines = new HashSet<>();
            there.forEach(event -> lines.add(source.id(event.line())));
            Set<String> known = new HashSet<>();
            List<Occupancy> gone = new ArrayList<>();
            for (Occupancy one : open) {
                known.add(one.id());
                if (lines.contains(one.id())) continue;
                gone.add(leftWithin(one, doubt, Math.max(seq, one.seq() + 1)));
            }
            List<PresenceEvent> missed = there.stream()
                    .filter(event -> !known.contains(source.id(event.line())))
                    .map(event -> at(event, boot, seq))
                    .toList();
            return keep(gone).compose(done -> people(source, missed)).map(done -> gone.size() + missed.size());
        });
    }

    /** Somebody in a snapshot stands for a line of having come in. */
    private static PresenceEvent at(PresenceEvent one, String boot, long seq) {
        return new PresenceEvent(
                seq,
                boot,
                PresenceEvent.Kind.IN,
                one.joined(),
                one.line(),
                one.room(),
                one.breakout(),
                one.user(),
                one.name(),
                one.joined(),
                one.joinedBound(),
                one.joined(),
                0,
                0,
                0);
    }
}
