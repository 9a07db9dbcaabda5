package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What other features may ask of summonses, lists of required people and excuses. */
public interface Enrolments {
    /** The version of the list in force for the session: 0 before anybody was summoned; raised by each amendment. */
    Future<Integer> version(String session);

    /** Everybody on the list in force, one at a time; the consumer must not block. */
    Future<Void> each(String session, Consumer<Required> consumer);

    /** The list in force for one site (or, with null, without a site), by sort key. */
    Future<List<Required>> atSite(String session, @org.jspecify.annotations.Nullable String site);

    Future<Optional<Required>> entry(String session, String person);

    /** How many people each site is to seat by the list in force: required, invited and guests, less those who join remotely. */
    default Future<Map<String, Integer>> expectedBySite(String session) {
        Map<String, Integer> counts = new HashMap<>();
        return each(session, entry -> {
                    boolean comes =
                            switch (entry.standing()) {
                                case REQUIRED, INVITED, GUEST -> entry.reply() != Required.Reply.REMOTE;
                                case EXEMPT, SUSPENDED, ON_DUTY -> false;
                            };
                    if (comes && entry.site() != null) counts.merge(entry.site(), 1, Integer::sum);
                })
                .map(done -> counts);
    }

    /** What the person is on the list of, for sessions that overlap [from, to). */
    Future<List<Required>> of(String person, Instant from, Instant to);

    /** The group of this id; an enrolment without groups knows none. */
    default Future<Optional<Group>> group(String id) {
        return Future.succeededFuture(Optional.empty());
    }

    /** Told when the list of a session came into force or was amended; completes when whoever listens has it durably. */
    interface ListChanged {
        Future<Void> changed(String session, int version, List<String> persons);
    }

    /** Told when an excuse or a substitute was decided; completes when whoever listens has it durably. */
    interface Decided {
        Future<Void> decided(Decision decision);
    }

    /**
     * An approved or withdrawn excuse, or an approved substitute.
     *
     * @param id of the request: the sender's id of the evidence that follows from it
     * @param substitute the person who comes instead, or null
     * @param withdrawn whether it takes back what was approved before
     */
    record Decision(
            String id,
            String session,
            String person,
            String reason,
            @org.jspecify.annotations.Nullable String substitute,
            boolean withdrawn,
            String by,
            Instant at) {}
}
