package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes, recognises and revokes badges. A badge identifies, it never signs anybody in. */
final class Badges {
    private static final int CHUNK = 500;
    private static final int REMEMBERED = 20_000;
    private static final long REMEMBER_MILLIS = 30_000;

    private final BadgeStore store;
    private final Keys keys;
    private final InstantSource clock;
    private final Map<String, Remembered> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Remembered(BadgeStore.Badge badge, long until) {}

    Badges(BadgeStore store, Keys keys, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whose a badge is; with a cause when it is not to be accepted. */
    record Found(@Nullable String person, Refusal.@Nullable Cause cause) {}

    /** @param text 179 digits from a QR, or the short code; @param seenAt when: what was scanned before it was revoked is good */
    Future<Found> whose(String text, Instant seenAt) {
        Optional<BadgeText> parsed = BadgeText.parse(text.strip());
        if (parsed.isEmpty()) {
            String typed = BadgeText.typed(text);
            if (typed.length() != 8) return unknown();
            return store.byShort(typed).map(found -> judged(found, seenAt));
        }
        String number = parsed.get().number();
        synchronized (remembered) {
            Remembered known = remembered.get(number);
            if (known != null
                    && known.until() > clock.millis()
                    && known.badge().digits().equals(text.strip())) {
                return Future.succeededFuture(judged(Optional.of(known.badge()), seenAt));
            }
        }
        return store.byNumber(number).map(found -> {
            boolean same =
                    found.map(badge -> badge.digits().equals(text.strip())).orElse(false);
            if (!same && !parsed.get().genuine(keys)) return new Found(null, Refusal.Cause.BADGE_FORGED);
            found.ifPresent(badge -> {
                synchronized (remembered) {
                    remembered.put(number, new Remembered(badge, clock.millis() + REMEMBER_MILLIS));
                }
            });
            return judged(found, seenAt);
        });
    }

    private static Future<Found> unknown() {
        return Future.succeededFuture(new Found(null, Refusal.Cause.BADGE_UNKNOWN));
    }

    private static Found judged(Optional<BadgeStore.Badge> found, Instant seenAt) {
        if (found.isEmpty()) return new Found(null, Refusal.Cause.BADGE_UNKNOWN);
        Instant revokedAt = found.get().revokedAt();
        boolean revoked = revokedAt != null && !seenAt.isBefore(revokedAt);
        return new Found(found.get().person(), revoked ? Refusal.Cause.BADGE_REVOKED : null);
    }

    /** The good badges of these people, by person; made where there is none. */
    Future<Map<String, BadgeStore.Badge>> of(Collection<String> persons) {
        Map<String, BadgeStore.Badge> all = new HashMap<>();
        List<String> ordered = List.copyOf(new HashSet<>(persons));
        Future<Void> chain = Future.succeededFuture();
        for (int from = 0; from < ordered.size(); from += CHUNK) {
            List<String> chunk = ordered.subList(from, Math.min(ordered.size(), from + CHUNK));
            chain = chain.compose(done -> chunk(chunk, all));
        }
        return chain.map(all);
    }

    private Future<Void> chunk(List<String> persons, Map<String, BadgeStore.Badge> all) {
        return store.good(persons).compose(found -> {
            found.forEach(badge -> all.put(badge.person(), badge));
            Set<String> missing = new HashSet<>(persons);
            missing.removeAll(all.keySet());
            if (missing.isEmpty()) return Future.succeededFuture();
            List<BadgeStore.Badge> fresh = new ArrayList<>();
            for (String person : missing) fresh.add(make(person));
            return store.insert(fresh).compose(done -> store.good(missing)).map(made -> {
                made.forEach(badge -> all.put(badge.person(), badge));
                return null;
            });
        });
    }

    private BadgeStore.Badge make(String person) {
        byte[] number = Keys.random(8);
        BadgeText text = BadgeText.sign(keys, number);
        String hex = HexFormat.of().formatHex(number);
        return new BadgeStore.Badge(hex, text.digits(), BadgeText.shortOf(hex), person, null);
    }

    /** Revokes by number or short code; answers whose it was, empty when there is no such good badge. */
    Future<Optional<String>> revoke(String numberOrShort) {
        Future<Optional<BadgeStore.Badge>> found = numberOrShort.length() == 16
                ? store.byNumber(numberOrShort.toLowerCase(java.util.Locale.ROOT))
                : store.byShort(BadgeText.typed(numberOrShort));
        return found.compose(badge -> {
            if (badge.isEmpty()) return Future.succeededFuture(Optional.empty());
            synchronized (remembered) {
                remembered.remove(badge.get().number());
            }
            return store.revoke(badge.get().number(), clock.instant())
                    .map(done -> Optional.of(badge.get().person()));
        });
    }

    Future<Optional<BadgeStore.Badge>> find(String numberOrShort) {
        return numberOrShort.length() == 16
                ? store.byNumber(numberOrShort.toLowerCase(java.util.Locale.ROOT))
                : store.byShort(BadgeText.typed(numberOrShort));
    }

    Future<List<String>> revoked() {
        return store.revoked();
    }
}
