package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.http.Api;
import vn.diemcau.http.SignInIssuer;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;

/**
 * Who is signed in, by a random token in an HttpOnly cookie; the store keeps its keyed hash, so any node serves anybody. A sign-in
 * that was read is believed for 30 seconds, and forgotten sooner when it ended here or elsewhere; its last use is written at most once
 * a minute. Without use it locks, until its person shows the password or PIN again.
 */
final class SignIns implements Api.SignIn, SignInIssuer {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final Duration SITE = Duration.ofHours(48);
    private static final int CACHED = 20_000;
    private static final int LONGEST_AGENT = 200;

    private final SignInStore store;
    private final AccountStore accounts;
    private final SecondFactor factor;
    private final People people;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Safeguards safeguards;
    private final SignInCookies cookies;
    private final Map<String, Believed> cache = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Believed> eldest) {
            return size() > CACHED;
        }
    });

    private static final class Believed {
        final SignedIn signedIn;
        final Instant until;
        volatile Instant used;

        Believed(SignedIn signedIn, Instant until, Instant used) {
            this.signedIn = signedIn;
            this.until = until;
            this.used = used;
        }
    }

    SignIns(
            SignInStore store,
            AccountStore accounts,
            SecondFactor factor,
            People people,
            Secrets secrets,
            InstantSource clock,
            Safeguards safeguards,
            SignInCookies cookies) {
        this.store = store;
        this.accounts = accounts;
        this.factor = factor;
        this.people = people;
        this.secrets = secrets;
        this.clock = clock;
        this.safeguards = safeguards;
        this.cookies = cookies;
    }

    @Override
    public Future<Optional<SignedIn>> of(RoutingContext ctx) {
        Optional<String> found = id(ctx);
        if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
        String id = found.get();
        Instant now = clock.instant();
        Believed believed = cache.get(id);
        if (believed != null && now.isBefore(believed.until)) {
            if (isIdle(believed.signedIn, believed.used, now)) return lock(id).compose(locked -> read(id, now));
            believed.used = now;
            return Future.succeededFuture(Optional.of(believed.signedIn));
        }
        return read(id, now);
    }

    private Future<Optional<SignedIn>> read(String id, Instant now) {
        return store.of(id).compose(found -> {
            Believed before = cache.remove(id);
            Instant expiresAt = found.map(
                            document -> document.getDate("expiresAt").toInstant())
                    .orElse(Instant.MIN);
            if (found.isEmpty() || !now.isBefore(expiresAt)) return Future.succeededFuture(Optional.empty());
            Document document = found.get();
            Instant written = document.getDate("seenAt").toInstant();
            Instant used = before != null && before.used.isAfter(written) ? before.used : written;
            return signedIn(document).compose(signedIn -> {
                if (signedIn.isEmpty()) return Future.succeededFuture(signedIn);
                if (isIdle(signedIn.get(), used, now)) return lock(id).compose(locked -> read(id, now));
                Instant until = now.plus(BELIEVED);
                cache.put(id, new Believed(signedIn.get(), until.isBefore(expiresAt) ? until : expiresAt, now));
                if (!isLocked(signedIn.get()) && Duration.between(written, now).compareTo(SEEN_EVERY) >= 0)
                    store.seen(id, now);
                return Future.succeededFuture(signedIn);
            });
        });
    }

    private boolean isIdle(SignedIn signedIn, Instant used, Instant now) {
        return !isLocked(signedIn)
                && safeguards
                        .idle(signedIn.grants())
                        .filter(limit -> Duration.between(used, now).compareTo(limit) > 0)
                        .isPresent();
    }

    private static boolean isLocked(SignedIn signedIn) {
        return signedIn.due().contains(SignedIn.Due.UNLOCK);
    }

    /** The stored name of this browser's sign-in. */
    Optional<String> id(RoutingContext ctx) {
        return cookies.token(ctx).map(secrets::sealed);
    }

    /** Locks it until {@link #unlock}. */
    Future<Void> lock(String id) {
        return store.lock(id).onSuccess(done -> cache.remove(id));
    }

    Future<Void> unlock(String id) {
        return store.unlock(id, clock.instant()).onSuccess(done -> cache.remove(id));
    }

    /** Signs the account in on this browser; whatever this browser was before ends. Completes when the sign-in is durable. */
    Future<SignedIn> open(
            RoutingContext ctx, Account account, @Nullable String device, Duration lasts, boolean byFactor) {
        Document document = new Document("account", account.id())
                .append("csrf", secrets.token())
                .append("factor", byFactor);
        if (device != null) document.append("device", device);
        return keep(ctx, document, lasts).compose(this::signedIn).map(Optional::orElseThrow);
    }

    /** The same for somebody whom the provider of sign-ins has proved; a one-time password that was never used is no concern then. */
    Future<SignedIn> openByProvider(RoutingContext ctx, Account account, boolean byFactor) {
        Document document = new Document("account", account.id())
                .append("csrf", secrets.token())
                .append("factor", byFactor)
                .append("provider", true);
        return keep(ctx, document, SignInPeople.OFFICE).compose(this::signedIn).map(Optional::orElseThrow);
    }

    /** Whether this browser's sign-in came from the provider. */
    Future<Boolean> isByProvider(RoutingContext ctx) {
        return id(ctx).map(store::of)
                .orElse(Future.succeededFuture(Optional.empty()))
                .map(found -> found.isPresent() && found.get().getBoolean("provider", false));
    }

    @Override
    public Future<SignedIn> openSite(RoutingContext ctx, String device, String name, String session, String site) {
        return keep(ctx, device(device, name, session, site), SITE).map(SignIns::site);
    }

    @Override
    public Future<SignedIn> openDoor(RoutingContext ctx, String device, String name, String session, String site) {
        return keep(ctx, device(device, name, session, site).append("door", true), SITE)
                .map(SignIns::site);
    }

    private Document device(String device, String name, String session, String site) {
        return new Document("account", "device:" + device)
                .append("device", device)
                .append("name", name)
                .append("session", session)
                .append("site", site)
                .append("csrf", secrets.token());
    }

    @Override
    public Future<Void> endDevice(String device) {
        return end(SignInStore.byDevice(device));
    }

    Future<Void> endAccount(String account) {
        return end(SignInStore.byAccount(account));
    }

    Future<Void> endByProvider(String account) {
        return end(and(SignInStore.byAccount(account), eq("provider", true)));
    }

    /** Ends the sign-in of this browser and takes its cookies back. */
    Future<Void> close(RoutingContext ctx) {
        // read first: a cookie that is set on the answer hides the one that came
        Optional<String> here = id(ctx);
        cookies.clear(ctx);
        return here.map(id -> end(SignInStore.byId(id))).orElse(Future.succeededFuture());
    }

    Future<Void> end(org.bson.conversions.Bson which) {
        return store.end(which, clock.instant()).map(ended -> {
            forget(ended);
            return null;
        });
    }

    /** Forgets what this node believed of sign-ins that ended. */
    void forget(Collection<String> ended) {
        ended.forEach(cache::remove);
    }

    private Future<Document> keep(RoutingContext ctx, Document document, Duration lasts) {
        String token = secrets.token();
        Instant now = clock.instant();
        String agent =
                Optional.ofNullable(ctx.request().getHeader("User-Agent")).orElse("");
        document.append("_id", secrets.sealed(token))
                .append("createdAt", Date.from(now))
                .append("seenAt", Date.from(now))
                .append("expiresAt", Date.from(now.plus(lasts)))
                .append("from", SignInPeople.address(ctx))
                .append("agent", agent.substring(0, Math.min(LONGEST_AGENT, agent.length())));
        Optional<String> before = id(ctx);
        return store.insert(document)
                .compose(
                        done -> before.isEmpty() ? Future.<Void>succeededFuture() : end(SignInStore.byId(before.get())))
                .map(done -> {
                    cookies.set(ctx, token, document.getString("csrf"), lasts);
                    return document;
                });
    }

    private Future<Optional<SignedIn>> signedIn(Document document) {
        if (document.containsKey("site")) return Future.succeededFuture(Optional.of(site(document)));
        return accounts.byId(document.getString("account")).compose(found -> {
            if (found.isEmpty() || !found.get().active()) return Future.succeededFuture(Optional.empty());
            Account account = found.get();
            boolean byPin = document.getString("device") != null;
            Future<Set<Role>> closed = byPin ? factor.closedToPin(account) : Future.succeededFuture(Set.of());
            return closed.compose(withheld -> people.tree()
                    .map(tree -> Optional.of(new SignedIn(
                            account.id(),
                            account.person(),
                            account.name(),
                            AccountGrants.of(account, tree, LocalDate.ofInstant(clock.instant(), ZONE), withheld),
                            document.getString("device"),
                            document.getString("csrf"),
                            due(document, account, byPin)))));
        });
    }

    /** What was believed of rights is asked for again: units, and with them the paths that rights hold over, have changed. */
    void doubtAll() {
        cache.clear();
    }

    private Set<SignedIn.Due> due(Document document, Account account, boolean byPin) {
        Set<SignedIn.Due> due = EnumSet.noneOf(SignedIn.Due.class);
        if (document.getBoolean("locked", false)) due.add(SignedIn.Due.UNLOCK);
        if (byPin) return due;
        if (account.mustChange() && !document.getBoolean("provider", false)) due.add(SignedIn.Due.PASSWORD);
        if (factor.isRequired(account) && !document.getBoolean("factor", false)) due.add(SignedIn.Due.SECOND_FACTOR);
        return due;
    }

    private static SignedIn site(Document document) {
        String session = document.getString("session");
        String at = document.getString("site");
        boolean door = Boolean.TRUE.equals(document.getBoolean("door"));
        return new SignedIn(
                document.getString("account"),
                null,
                document.getString("name"),
                Set.of(door ? Grant.atDoor(session, at) : Grant.atSite(session, at)),
                document.getString("device"),
                document.getString("csrf"));
    }
}
