package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;

/**
 * Who is signed in, by a random token in an HttpOnly cookie; the store keeps its keyed hash, so any node serves anybody. A sign-in
 * that was read is believed for 30 seconds; its last use is written at most once a minute.
 */
final class SignIns implements Api.SignIn, SignInIssuer {
    static final String COOKIE = "diemcau_session";
    static final String CSRF_COOKIE = "diemcau_csrf";
    private static final String NAME = "sign_ins";
    static final List<Index> INDEXES =
            List.of(Index.on(NAME, "account"), Index.on(NAME, "device"), Index.on(NAME, "expiresAt"));

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int CACHED = 20_000;

    private final MongoCollection<Document> signIns;
    private final AccountStore accounts;
    private final People people;
    private final Secrets secrets;
    private final InstantSource clock;
    private final boolean secure;
    private final Map<String, Believed> cache = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Believed> eldest) {
            return size() > CACHED;
        }
    });

    private record Believed(SignedIn signedIn, Instant until, Instant expiresAt) {}

    /** @param secure whether the browser reaches us by TLS only, so that cookies may say so */
    SignIns(Mongo mongo, AccountStore accounts, People people, Secrets secrets, InstantSource clock, boolean secure) {
        signIns = mongo.collection(NAME);
        this.accounts = accounts;
        this.people = people;
        this.secrets = secrets;
        this.clock = clock;
        this.secure = secure;
    }

    @Override
    public Future<Optional<SignedIn>> of(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) return Future.succeededFuture(Optional.empty());
        String id = secrets.sealed(cookie.getValue());
        Believed believed = cache.get(id);
        Instant now = clock.instant();
        if (believed != null && now.isBefore(believed.until()) && now.isBefore(believed.expiresAt())) {
            return Future.succeededFuture(Optional.of(believed.signedIn()));
        }
        return Mongo.first(signIns.find(eq("_id", id)).batchSize(1)).compose(found -> {
            if (found.isEmpty()
                    || !now.isBefore(found.get().getDate("expiresAt").toInstant())) {
                cache.remove(id);
                return Future.succeededFuture(Optional.<SignedIn>empty());
            }
            Document document = found.get();
            return signedIn(document).map(signedIn -> {
                signedIn.ifPresent(value -> {
                    cache.put(
                            id,
                            new Believed(
                                    value,
                                    now.plus(BELIEVED),
                                    document.getDate("expiresAt").toInstant()));
                    touch(document, now);
                });
                return signedIn;
            });
        });
    }

    /** Signs the account in on this browser; completes when the sign-in is durable. */
    Future<SignedIn> open(RoutingContext ctx, Account account, @Nullable String device, Duration lasts) {
        String csrf = secrets.token();
        Document document = new Document("account", account.id()).append("csrf", csrf);
        if (device != null) document.append("device", device);
        return keep(ctx, document, lasts).compose(kept -> signedIn(kept)).map(Optional::orElseThrow);
    }

    @Override
    public Future<SignedIn> openSite(RoutingContext ctx, String device, String name, String session, String site) {
        return keep(ctx, device(device, name, session, site), Duration.ofHours(48))
                .map(SignIns::site);
    }

    @Override
    public Future<SignedIn> openDoor(RoutingContext ctx, String device, String name, String session, String site) {
        return keep(ctx, device(device, name, session, site).append("door", true), Duration.ofHours(48))
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
        return end(eq("device", device));
    }

    Future<Void> endAccount(String account) {
        return end(eq("account", account));
    }

    /** Ends the sign-in of this browser and takes its cookies back. */
    Future<Void> close(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(COOKIE);
        ctx.response().addCookie(cookie(COOKIE, "", Duration.ZERO, true));
        ctx.response().addCookie(cookie(CSRF_COOKIE, "", Duration.ZERO, false));
        return cookie == null ? Future.succeededFuture() : end(eq("_id", secrets.sealed(cookie.getValue())));
    }

    /** Forgets sign-ins that expired; runs now and then under a lease. */
    Future<Void> sweep() {
        return Mongo.one(signIns.deleteMany(lt("expiresAt", Date.from(clock.instant()))))
                .mapEmpty();
    }

    private Future<Void> end(org.bson.conversions.Bson which) {
        return Mongo.one(signIns.deleteMany(which)).map(gone -> {
            cache.clear();
            return null;
        });
    }

    private Future<Document> keep(RoutingContext ctx, Document document, Duration lasts) {
        String token = secrets.token();
        Instant now = clock.instant();
        document.append("_id", secrets.sealed(token))
                .append("createdAt", Date.from(now))
                .append("seenAt", Date.from(now))
                .append("expiresAt", Date.from(now.plus(lasts)));
        return Mongo.one(signIns.insertOne(document)).map(done -> {
            ctx.response().addCookie(cookie(COOKIE, token, lasts, true));
            ctx.response().addCookie(cookie(CSRF_COOKIE, document.getString("csrf"), lasts, false));
            return document;
        });
    }

    private Cookie cookie(String name, String value, Duration lasts, boolean hidden) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(hidden)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(lasts.toSeconds());
    }

    private void touch(Document document, Instant now) {
        if (Duration.between(document.getDate("seenAt").toInstant(), now).compareTo(SEEN_EVERY) < 0) return;
        Mongo.first(signIns.updateOne(and(eq("_id", document.getString("_id"))), set("seenAt", Date.from(now))));
    }

    private Future<Optional<SignedIn>> signedIn(Document document) {
        if (document.containsKey("site")) return Future.succeededFuture(Optional.of(site(document)));
        return accounts.byId(document.getString("account")).compose(found -> {
            if (found.isEmpty() || !found.get().active()) return Future.succeededFuture(Optional.empty());
            Account account = found.get();
            return people.tree()
                    .map(tree -> Optional.of(new SignedIn(
                            account.id(),
                            account.person(),
                            account.name(),
                            grants(account, tree),
                            document.getString("device"),
                            document.getString("csrf"))));
        });
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

    /** A role holds over the unit's path of today, or the last one it had; a role over a unit that is unknown holds nowhere. */
    private Set<Grant> grants(Account account, UnitTree tree) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        Set<Grant> grants = new LinkedHashSet<>();
        if (account.person() != null) grants.add(Grant.over(Role.CADRE, ""));
        for (Account.Held held : account.held()) {
            String path = held.unit().equals("/")
                    ? "/"
                    : tree.lastPath(held.unit(), today).orElse("");
            grants.add(Grant.over(held.role(), path));
        }
        return grants;
    }
}
