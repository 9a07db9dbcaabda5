package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Answers other features from the lists in force. */
final class KeptEnrolments implements Enrolments {
    private static final Duration LONGEST_SESSION = Duration.ofDays(2);

    private final ListStore lists;
    private final ScopeStore scopes;
    private final Schedule schedule;

    KeptEnrolments(ListStore lists, ScopeStore scopes, Schedule schedule) {
        this.lists = lists;
        this.scopes = scopes;
        this.schedule = schedule;
    }

    @Override
    public Future<Integer> version(String session) {
        return lists.state(session).map(state -> state.map(ListState::version).orElse(0));
    }

    @Override
    public Future<Void> each(String session, Consumer<Required> consumer) {
        return version(session)
                .compose(version -> version == 0
                        ? Future.succeededFuture()
                        : lists.each(session, version, entry -> consumer.accept(entry.required())));
    }

    @Override
    public Future<List<Required>> atSite(String session, @Nullable String site) {
        return version(session).compose(version -> lists.atSite(session, version, site)
                .map(entries -> entries.stream().map(Entry::required).toList()));
    }

    @Override
    public Future<Optional<Required>> entry(String session, String person) {
        return version(session)
                .compose(version -> lists.entry(session, version, person))
                .map(entry -> entry.map(Entry::required));
    }

    @Override
    public Future<List<Required>> of(String person, Instant from, Instant to) {
        return withSessions(person, from, to)
                .map(found ->
                        found.stream().map(mine -> mine.entry().required()).toList());
    }

    @Override
    public Future<Optional<Group>> group(String id) {
        return scopes.groups(List.of(id)).map(found -> found.stream().findFirst());
    }

    /** An entry in force with its session. */
    record Mine(Entry entry, Session session) {}

    Future<List<Mine>> withSessions(String person, Instant from, Instant to) {
        return lists.of(person, from.minus(LONGEST_SESSION), to).compose(entries -> {
            List<String> ids = entries.stream()
                    .map(entry -> entry.required().session())
                    .distinct()
                    .toList();
            if (ids.isEmpty()) return Future.succeededFuture(List.of());
            return lists.states(ids).compose(states -> schedule.sessions(ids).map(sessions -> {
                Map<String, Integer> inForce = new HashMap<>();
                states.forEach(state -> inForce.put(state.session(), state.version()));
                Map<String, Session> byId = new HashMap<>();
                sessions.forEach(session -> byId.put(session.id(), session));
                List<Mine> mine = new ArrayList<>();
                for (Entry entry : entries) {
                    Session session = byId.get(entry.required().session());
                    Integer version = inForce.get(entry.required().session());
                    if (session == null
                            || version == null
                            || version != entry.required().version()) continue;
                    if (overlaps(session, from, to)) mine.add(new Mine(entry, session));
                }
                return mine;
            }));
        });
    }

    private static boolean overlaps(Session session, Instant from, Instant to) {
        return session.startsAt().isBefore(to) && session.endsAt().isAfter(from);
    }
}
