package vn.diemcau.bench;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the players did, to the moment; evidence and attendance are held against it. */
final class PresenceTruth {
    /**
     * One stay: its ends lie between the call and Prosody's answer.
     *
     * @param left null when somebody went without a word: then whenever it was known
     */
    record Stay(
            Instant joins,
            Instant joined,
            Instant leaves,
            @Nullable Instant left) {
        boolean began(@Nullable Instant at) {
            return at != null && between(joins, at, joined);
        }

        boolean ended(@Nullable Instant at) {
            return at != null && between(leaves, at, left == null ? Instant.MAX : left);
        }

        private static boolean between(Instant from, Instant at, Instant until) {
            return !at.isBefore(from.truncatedTo(ChronoUnit.MILLIS)) && !at.isAfter(until);
        }
    }

    /**
     * How far the records are from the truth.
     *
     * @param lost ends of stays that are not among the evidence
     * @param extra evidence of what nobody did, or told twice
     * @param wrong evidence of another time than it was
     */
    record Distance(long lost, long extra, long wrong) {}

    private final Map<String, Stay> stays = new ConcurrentHashMap<>();

    private static String key(String session, String person) {
        return session + "|" + person;
    }

    void was(String session, String person, Stay stay) {
        stays.put(key(session, person), stay);
    }

    /** Each end of each stay must be told once, and of its own time. */
    Distance from(Collection<Document> evidence) {
        Map<String, Integer> told = new TreeMap<>();
        long wrong = 0;
        long strange = 0;
        for (Document one : evidence) {
            String subject = key(one.getString("session"), one.getString("subject"));
            Stay stay = stays.get(subject);
            String kind = one.getString("kind");
            if (stay == null || !(kind.equals("CONNECTED") || kind.equals("DISCONNECTED"))) {
                strange++;
                continue;
            }
            told.merge(kind + "|" + subject, 1, Integer::sum);
            Date seen = one.getDate("seenAt");
            boolean right = kind.equals("CONNECTED") ? stay.began(seen.toInstant()) : stay.ended(seen.toInstant());
            if (!right) wrong++;
        }
        long twice = told.values().stream().mapToLong(times -> times - 1).sum();
        return new Distance(2L * stays.size() - told.size(), strange + twice, wrong);
    }

    /** Whether a row of a session's attendance says what somebody did; rows tell whole seconds or finer. */
    boolean says(String session, JsonObject row) {
        Stay stay = stays.get(key(session, row.getJsonObject("person").getString("id")));
        JsonObject outcome = row.getJsonObject("outcome");
        if (stay == null) return false;
        String arrived = outcome.getString("arrived");
        String left = outcome.getString("left");
        return "remote".equals(outcome.getString("mode"))
                && stay.began(arrived == null ? null : Instant.parse(arrived))
                && stay.ended(left == null ? null : Instant.parse(left));
    }
}
