package vn.diemcau.http;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many calls a minute one account makes, and one address from which nobody is signed in: counted here, and now and then put together
 * with what other nodes counted of those who call much. The limits are far above what people do, because halls share an address.
 */
public final class Allowance {
    private static final int MOST = 50_000;
    private static final int MINUTE_MILLIS = 60_000;
    /** Whoever stays below this part of the limit on a node is no concern of the others. */
    private static final int PART = 10;

    private final InstantSource clock;
    private final int ofAccount;
    private final int ofAddress;
    private long minute;
    private final Map<String, Counted> counted = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counted> eldest) {
            return size() > MOST;
        }
    };

    private static final class Counted {
        int here;
        int told;
        int together;
    }

    /** Calls that other nodes have not heard of. */
    public record Untold(String key, int calls) {}

    /** @param ofAccount calls a minute, 0 for any number; @param ofAddress the same for an address without a sign-in */
    public Allowance(InstantSource clock, int ofAccount, int ofAddress) {
        this.clock = clock;
        this.ofAccount = ofAccount;
        this.ofAddress = ofAddress;
    }

    /** Nothing is limited. */
    static Allowance any() {
        return new Allowance(InstantSource.system(), 0, 0);
    }

    /** Counts a call of whoever is signed in; the seconds to wait when it is one too many, else 0. */
    public int account(String account) {
        return spend("account " + account, ofAccount);
    }

    /** The same for an address from which nobody is signed in. */
    public int address(String address) {
        return spend("address " + address, ofAddress);
    }

    private synchronized int spend(String key, int limit) {
        if (limit == 0) return 0;
        long now = clock.millis();
        turn(now);
        Counted one = counted.computeIfAbsent(key, fresh -> new Counted());
        if (one.together + one.here - one.told >= limit)
            return (int) (MINUTE_MILLIS - now % MINUTE_MILLIS + 999) / 1000;
        one.here++;
        return 0;
    }

    private void turn(long now) {
        if (now / MINUTE_MILLIS == minute) return;
        minute = now / MINUTE_MILLIS;
        counted.clear();
    }

    /** The present minute, which the counts are of. */
    public synchronized long minute() {
        turn(clock.millis());
        return minute;
    }

    /** What is worth telling; it counts as told. */
    public synchronized List<Untold> untold() {
        turn(clock.millis());
        List<Untold> all = new ArrayList<>();
        counted.forEach((key, one) -> {
            int limit = key.startsWith("account ") ? ofAccount : ofAddress;
            if (one.here * PART < limit) return;
            all.add(new Untold(key, one.here - one.told));
            // until the others' calls are heard of, one's own count on
            one.together += one.here - one.told;
            one.told = one.here;
        });
        return all;
    }

    /** So many calls on all nodes together, in that minute. */
    public synchronized void hear(long of, String key, int calls) {
        Counted one = of == minute ? counted.get(key) : null;
        if (one != null) one.together = calls;
    }
}
