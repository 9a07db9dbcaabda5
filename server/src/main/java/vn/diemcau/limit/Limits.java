package vn.diemcau.limit;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import vn.diemcau.http.Allowance;
import vn.diemcau.http.Failures;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** What slows down those who fail or call too much, on all nodes together; Platform makes one. */
public final class Limits {
    /** Longer than clocks of nodes differ and a write takes; hearing of a failure twice is hearing of it once. */
    private static final Duration BACK = Duration.ofSeconds(30);

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final FailureStore failureStore;
    private final CallStore callStore;
    private final Failures failures;
    private final Allowance allowance;
    private final InstantSource clock;
    private Instant heard;

    /**
     * @param ofAccount calls a minute that an account may make, 0 for any number
     * @param ofAddress the same for an address from which nobody is signed in
     */
    public Limits(Mongo mongo, InstantSource clock, int ofAccount, int ofAddress) {
        failureStore = new FailureStore(mongo);
        callStore = new CallStore(mongo);
        failures = new Failures(clock, failureStore);
        allowance = new Allowance(clock, ofAccount, ofAddress);
        this.clock = clock;
        heard = clock.instant().minus(REMEMBERED);
    }

    public static List<Index> indexes() {
        return List.of(FailureStore.INDEX, CallStore.INDEX);
    }

    public Failures failures() {
        return failures;
    }

    public Allowance allowance() {
        return allowance;
    }

    /** Hears of failures on other nodes, and before this one started; called once at the start and, where there are other nodes, again and again. */
    public Future<Void> listen() {
        Instant now = clock.instant();
        return failureStore.since(heard, failures).onSuccess(done -> heard = now.minus(BACK));
    }

    /** Puts calls together with the other nodes'. */
    public Future<Void> share() {
        return callStore.share(allowance);
    }

    /** Forgets what is old. */
    public Future<Void> sweep() {
        return failureStore.sweep(clock.instant()).compose(done -> callStore.sweep(allowance.minute()));
    }
}
