package vn.diemcau.meeting;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

/**
 * Use case: look into the rooms of a Jitsi that somebody else runs, as a weaker source where our module cannot be. One node looks, under a
 * lease. A room is entered only when people are in it, and left when nobody is: an observer must neither open a room nor hold it open.
 */
final class ObserveMeetings implements Sight.Watcher {
    /** The journal's name of what was seen: by it such lines are known to be weaker. */
    static final String JOURNAL = "observer";

    private static final Logger LOG = LoggerFactory.getLogger(ObserveMeetings.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 5_000;
    private static final String FOCUS = "focus";

    private final Vertx vertx;
    private final Context context;
    private final MeetingServer.Observed server;
    private final Schedule schedule;
    private final OccupancyStore occupancies;
    private final ApplyPresence apply;
    private final CursorStore cursors;
    private final InstantSource clock;
    private final String node = UUID.randomUUID().toString();
    /** Rooms we are in, or were when the sight was lost. */
    private final Map<String, RoomSeen> rooms = new HashMap<>();
    /** Who else is in a room we are in: without a token's mark, such as the focus. */
    private final Map<String, Set<String>> company = new HashMap<>();

    private final Map<String, Boolean> aloneBefore = new HashMap<>();
    private final List<PresenceEvent> waiting = new ArrayList<>();
    private @Nullable Sight sight;
    private boolean remembered;
    private boolean writing;
    private boolean stopped;
    private long goodUntil;
    private long visitedAt;
    private long newest;
    private long lines;
    private Future<Void> running = Future.succeededFuture();

    ObserveMeetings(
            Vertx vertx,
            MeetingServer.Observed server,
            Schedule schedule,
            OccupancyStore occupancies,
            ApplyPresence apply,
            CursorStore cursors,
            InstantSource clock) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.server = server;
        this.schedule = schedule;
        this.occupancies = occupancies;
        this.apply = apply;
        this.cursors = cursors;
        this.clock = clock;
    }

    void start() {
        context.runOnContext(now -> round());
    }

    Future<Void> stop() {
        stopped = true;
        return running.otherwiseEmpty()
                .onComplete(ended -> close())
                .compose(done -> cursors.release(server.name(), node).otherwiseEmpty());
    }

    private void close() {
        Sight open = sight;
        sight = null;
        if (open != null) {
            vertx.executeBlocking(
                    () -> {
                        open.close();
                        return null;
                    },
                    false);
        }
    }

    private void round() {
        if (stopped) return;
        Instant now = clock.instant();
        running = cursors.lease(server.name(), node, now, now.plus(LEASE))
                .compose(mine -> mine ? look() : away())
                .recover(failure -> {
                    // a connection that does not answer is none
                    if (sight != null) lost();
                    LOG.warn("the rooms of {} cannot be seen: {}", server.name(), failure.toString());
                    return note(
                            failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
                });
        running.onComplete(done -> {
            if (!stopped) vertx.setTimer(PAUSE_MILLIS, timer -> context.runOnContext(next -> round()));
        });
    }

    /** Another node looks. */
    private Future<Void> away() {
        rooms.clear();
        company.clear();
        remembered = false;
        close();
        return Future.succeededFuture();
    }

    private Future<Void> look() {
        return recall().compose(done -> connected())
                .compose(Sight::alive)
                .compose(done -> {
                    goodUntil = clock.millis();
                    return visit();
                })
                .compose(done -> {
                    visitedAt = goodUntil;
                    write();
                    return note(null);
                });
    }

    private Future<Sight> connected() {
        Sight open = sight;
        if (open != null) return Future.succeededFuture(open);
        return vertx.executeBlocking(() -> Sight.open(server, context, this)).onSuccess(opened -> sight = opened);
    }

    /** Who was open when this program last looked: they are looked for before anybody is said to have left. */
    private Future<Void> recall() {
        if (remembered) return Future.succeededFuture();
        return Future.all(occupancies.open(server.name()), cursors.get(server.name()))
                .map(both -> {
                    Instant looked = both.<Cursor>resultAt(1).health().pulledAt();
                    newest = Math.max(newest, both.<Cursor>resultAt(1).place().seq());
                    goodUntil = looked == null ? 0 : looked.toEpochMilli();
                    visitedAt = goodUntil;
                    for (Occupancy one : both.<List<Occupancy>>resultAt(0)) {
                        String line = one.id().substring((server.name() + "-" + JOURNAL + "-").length());
                        String[] parts = line.split("\\.", -1);
                        if (one.user() == null || parts.length != 3) continue;
                        room(one.room(), goodUntil)
                                .remember(
                                        line,
                                        parts[1],
                                        one.user(),
                                        one.name(),
                                        one.joinedAt().toEpochMilli());
                    }
                    remembered = true;
                    return null;
                });
    }

    private RoomSeen room(String name, long unseenSince) {
        return rooms.computeIfAbsent(
                name, fresh -> new RoomSeen(name, 1000L * server.boundSeconds(), unseenSince, this::next));
    }

    private long next() {
        newest = Math.max(newest + 1, clock.millis());
        return newest;
    }

    /** Goes through the rooms of the sessions that are on now, and those we know. */
    private Future<Void> visit() {
        Instant now = clock.instant();
        return schedule.between(now.minus(JoinSession.LATE), now.plus(JoinSession.EARLY), "")
                .compose(sessions -> {
                    Map<String, Session> on = new HashMap<>();
                    for (Session session : sessions) {
                        if (session.state() == State.ISSUED) on.put(session.room(), session);
                    }
                    Set<String> names = new HashSet<>(on.keySet());
                    names.addAll(rooms.keySet());
                    List<Future<Void>> visits = new ArrayList<>();
                    for (String name : names) {
                        // one room that cannot be asked must not cost the sight of the others
                        visits.add(visit(name, on.get(name)).recover(failure -> {
                            LOG.warn("a room of {} cannot be asked: {}", server.name(), failure.toString());
                            return Future.succeededFuture();
                        }));
                    }
                    return Future.join(visits).mapEmpty();
                });
    }

    private Future<Void> visit(String name, @Nullable Session session) {
        RoomSeen seen = rooms.get(name);
        Sight open = sight;
        if (open == null) return Future.succeededFuture();
        if (seen != null && seen.isSighted()) {
            boolean alone = seen.isEmpty()
                    && !company.getOrDefault(name, Set.of()).stream().anyMatch(nick -> !nick.equals(FOCUS));
            boolean leave = session == null || (alone && aloneBefore.getOrDefault(name, false));
            aloneBefore.put(name, alone);
            if (leave) {
                open.leave(name);
                end(name);
            }
            return Future.succeededFuture();
        }
        if (session == null) {
            end(name);
            return Future.succeededFuture();
        }
        return open.occupants(name).map(count -> {
            if (count >= 2) {
                Instant opened = session.startsAt().minus(JoinSession.EARLY);
                room(name, Math.max(visitedAt, opened.toEpochMilli()));
                open.enter(name);
            } else if (count == 0) {
                end(name);
            }
            return null;
        });
    }

    private void end(String name) {
        RoomSeen seen = rooms.remove(name);
        company.remove(name);
        aloneBefore.remove(name);
        if (seen != null) tell(seen.over(clock.millis()));
    }

    private void tell(List<PresenceEvent> told) {
        if (told.isEmpty()) return;
        waiting.addAll(told);
        write();
    }

    /** Writes what waits, in order; what cannot be written waits for the next round. */
    private void write() {
        if (writing || waiting.isEmpty()) return;
        writing = true;
        List<PresenceEvent> now = List.copyOf(waiting);
        apply.lines(new ApplyPresence.Source(server.name(), JOURNAL, 0, 0), now)
                .onComplete(done -> context.runOnContext(next -> {
                    writing = false;
                    if (done.failed()) {
                        LOG.warn(
                                "what was seen at {} is not written yet: {}",
                                server.name(),
                                done.cause().toString());
                        return;
                    }
                    waiting.subList(0, now.size()).clear();
                    lines += now.size();
                    write();
                }));
    }

    private Future<Void> note(@Nullable String failure) {
        return cursors.get(server.name())
                .compose(cursor -> {
                    Cursor.Health was = cursor.health();
                    Instant event = newest == 0 ? null : Instant.ofEpochMilli(newest);
                    Cursor.Health now = new Cursor.Health(
                            failure == null ? clock.instant() : was.pulledAt(),
                            event,
                            0,
                            0,
                            true,
                            null,
                            failure,
                            was.lines() + lines);
                    lines = 0;
                    return cursors.move(cursor.at(Cursor.Place.looked(JOURNAL, RoomSeen.BOOT, newest))
                            .doing(now));
                })
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    @Override
    public void there(String room, String nick, @Nullable String user, @Nullable String name) {
        RoomSeen seen = rooms.get(room);
        if (seen == null) return;
        if (user == null)
            company.computeIfAbsent(room, fresh -> new HashSet<>()).add(nick);
        else tell(seen.came(nick, user, name, clock.millis()));
    }

    @Override
    public void gone(String room, String nick) {
        Set<String> others = company.get(room);
        if (others != null) others.remove(nick);
        RoomSeen seen = rooms.get(room);
        if (seen != null) tell(seen.went(nick, clock.millis()));
    }

    @Override
    public void sighted(String room) {
        RoomSeen seen = rooms.get(room);
        Sight open = sight;
        if (seen == null) return;
        if (open != null && !company.getOrDefault(room, Set.of()).contains(FOCUS)) {
            // nobody may be in a room before the focus; it is tried again
            LOG.info("a room of {} has no focus yet", server.name());
            open.leave(room);
            seen.blind(goodUntil);
            return;
        }
        tell(seen.sighted(clock.millis()));
    }

    @Override
    public void out(String room) {
        end(room);
    }

    @Override
    public void lost() {
        LOG.warn("the connection to {} is lost", server.name());
        close();
        company.clear();
        rooms.values().forEach(seen -> seen.blind(goodUntil));
    }
}
