package vn.diemcau.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Access;
import vn.diemcau.access.Action;
import vn.diemcau.problem.Problem;

/** The table of the API: each route with the action it needs, checked before the handler runs; the contract test reads the table. */
public final class Api {
    public static final String BASE = "/api/v1";
    private static final String MOUNTED = "diemcau.mounted";
    private static final long BODY_LIMIT = 1L << 20;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Answers one request. What the future holds becomes the answer: JSON, a {@link Reply}, or nothing (204). */
    public interface Handler {
        Future<?> handle(RoutingContext ctx);
    }

    /** Finds who is signed in on a request; empty when nobody is. Given by the identity feature. */
    public interface SignIn {
        Future<Optional<SignedIn>> of(RoutingContext ctx);
    }

    /** Keeps a record of what somebody did through a route; the answer waits until it is durable. Given by the wiring. */
    public interface Journal {
        Future<Void> keep(SignedIn by, Entry route, RoutingContext ctx);
    }

    /** One row of the table. */
    public record Entry(HttpMethod method, String path, Action action) {}

    /** An answer that is not plain JSON with status 200. */
    public record Reply(
            int status,
            @Nullable String contentType,
            @Nullable Buffer body) {
        public static Reply created(JsonObject body) {
            return new Reply(201, "application/json", body.toBuffer());
        }

        /** Taken on; the work goes on and the body says where to look. */
        public static Reply accepted(JsonObject body) {
            return new Reply(202, "application/json", body.toBuffer());
        }
    }

    private final SignIn signIn;
    private final Journal journal;
    private final Allowance allowance;
    private final BodyHandler body = BodyHandler.create(false).setBodyLimit(BODY_LIMIT);

    private record Mounted(Entry entry, boolean hasBody, Handler handler) {
        boolean mutating() {
            return !READING.contains(entry.method());
        }
    }

    private final long bodyMillis = 1000 * Long.getLong("diemcau.bodySeconds", 30);
    private final long answerMillis = 1000 * Long.getLong("diemcau.answerSeconds", 120);
    private final RouteTree<Mounted> tree = new RouteTree<>();
    private final List<Entry> entries = new ArrayList<>();

    public Api(Router router, SignIn signIn) {
        this(router, signIn, (by, route, ctx) -> Future.succeededFuture());
    }

    public Api(Router router, SignIn signIn, Journal journal) {
        this(router, signIn, journal, Allowance.any());
    }

    public Api(Router router, SignIn signIn, Journal journal, Allowance allowance) {
        this.signIn = signIn;
        this.journal = journal;
        this.allowance = allowance;
        router.route(BASE + "/*").handler(Problems::number).handler(this::find).handler(this::answer);
    }

    /** Every route that was mounted, in order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public void get(String path, Action action, Handler handler) {
        mount(HttpMethod.GET, path, action, false, handler);
    }

    public void post(String path, Action action, Handler handler) {
        mount(HttpMethod.POST, path, action, true, handler);
    }

    public void put(String path, Action action, Handler handler) {
        mount(HttpMethod.PUT, path, action, true, handler);
    }

    public void patch(String path, Action action, Handler handler) {
        mount(HttpMethod.PATCH, path, action, true, handler);
    }

    public void delete(String path, Action action, Handler handler) {
        mount(HttpMethod.DELETE, path, action, true, handler);
    }

    /** A call whose body, if it has one, the handler streams itself: no limit but the handler's own, and the request arrives paused. */
    public void upload(HttpMethod method, String path, Action action, Handler handler) {
        mount(method, path, action, false, handler);
    }

    private void mount(HttpMethod method, String path, Action action, boolean hasBody, Handler handler) {
        Entry entry = new Entry(method, path, action);
        entries.add(entry);
        tree.add(method, path, new Mounted(entry, hasBody, handler));
    }

    private void find(RoutingContext ctx) {
        String path = ctx.normalizedPath().substring(BASE.length());
        RouteTree.Match<Mounted> found;
        try {
            found = tree.find(ctx.request().method(), path);
        } catch (IllegalArgumentException undecodable) {
            ctx.fail(400);
            return;
        }
        if (found == null) {
            if (tree.knows(path)) ctx.fail(405);
            else ctx.next();
            return;
        }
        ctx.pathParams().putAll(found.values());
        admit(ctx, found.route());
    }

    private void admit(RoutingContext ctx, Mounted route) {
        Problems.route(ctx, route.entry().path());
        limit(ctx, route);
        ctx.request().pause();
        // what nobody read is taken off the connection, or the next request on it would wait for ever
        ctx.addEndHandler(ended -> {
            if (!ctx.request().isEnded()) ctx.request().resume();
        });
        signIn.of(ctx)
                .map(found -> found.map(signedIn -> signedIn.calling(From.of(ctx))))
                .onSuccess(found -> {
                    found.ifPresent(signedIn -> {
                        ctx.put(SignedIn.KEY, signedIn);
                        Live.askOf(ctx, () -> signIn.of(ctx)
                                .map(now -> now.filter(signedIn::standsAs).isPresent()));
                    });
                    Problem problem = tooMany(ctx, found.orElse(null));
                    if (problem == null)
                        problem = refusal(ctx, route.entry().action(), route.mutating(), found.orElse(null));
                    if (route.hasBody() || problem != null) ctx.request().resume();
                    if (problem != null) {
                        ctx.fail(problem);
                        return;
                    }
                    ctx.put(MOUNTED, route);
                    if (route.hasBody()) body.handle(ctx);
                    else ctx.next();
                })
                .onFailure(failure -> {
                    ctx.request().resume();
                    ctx.fail(failure);
                });
    }

    /** Whoever sends a body drop by drop is thrown out; whoever waits too long for an answer is told. What is streamed has limits of its own. */
    private void limit(RoutingContext ctx, Mounted route) {
        if (route.mutating() && !route.hasBody()) return;
        long answer = ctx.vertx().setTimer(answerMillis, due -> {
            if (!ctx.response().headWritten() && !ctx.response().ended())
                ctx.fail(Problem.unavailable(
                        "too_slow", "This took too long and may still be done; look before you repeat it."));
        });
        long body = ctx.vertx().setTimer(bodyMillis, due -> {
            if (route.hasBody() && !ctx.request().isEnded())
                ctx.request().connection().close();
        });
        ctx.addEndHandler(ended -> {
            ctx.vertx().cancelTimer(answer);
            ctx.vertx().cancelTimer(body);
        });
    }

    private void answer(RoutingContext ctx) {
        Mounted route = ctx.get(MOUNTED);
        if (route == null) ctx.next();
        else answer(ctx, route.entry(), route.handler());
    }

    private @Nullable Problem tooMany(RoutingContext ctx, @Nullable SignedIn signedIn) {
        int seconds = signedIn == null ? allowance.address(From.of(ctx)) : allowance.account(signedIn.account());
        return seconds == 0
                ? null
                : Problem.tooMany("too_many_calls", "Too many calls in a minute; wait " + seconds + " s.", seconds);
    }

    private static @Nullable Problem refusal(
            RoutingContext ctx, Action action, boolean mutating, @Nullable SignedIn signedIn) {
        String origin = ctx.request().getHeader("Origin");
        if (mutating && origin != null && !sameHost(origin, ctx)) {
            return Problem.forbidden("foreign_origin", "The call comes from another site's page.");
        }
        if (signedIn == null) {
            return action == Action.ANYONE
                    ? null
                    : new Problem(Problem.Kind.UNAUTHENTICATED, "not_signed_in", "Sign in first.", null);
        }
        if (action != Action.ANYONE
                && action != Action.SETTLE
                && !signedIn.due().isEmpty()) {
            boolean locked = signedIn.due().contains(SignedIn.Due.UNLOCK);
            return Problem.forbidden(
                    locked ? "locked" : "settle_first",
                    locked
                            ? "This sign-in was not used for a while; show the password or PIN again."
                            : "Something must be settled first; GET /me says what is due.");
        }
        if (!Access.anywhere(signedIn.grants(), action)) {
            return Problem.forbidden("not_allowed", "Your role does not allow this.");
        }
        if (mutating
                && action != Action.ANYONE
                && !signedIn.csrf().equals(ctx.request().getHeader("X-CSRF"))) {
            return Problem.forbidden("csrf", "The header X-CSRF does not match the sign-in; load the page again.");
        }
        return null;
    }

    private static boolean sameHost(String origin, RoutingContext ctx) {
        String authority = ctx.request().authority() == null
                ? ""
                : ctx.request().authority().toString();
        return origin.endsWith("://" + authority);
    }

    private void answer(RoutingContext ctx, Entry entry, Handler handler) {
        Supplier<Future<Void>> keep = once(() -> {
            SignedIn by = ctx.get(SignedIn.KEY);
            return by == null ? Future.succeededFuture() : journal.keep(by, entry, ctx);
        });
        Live.keptBy(ctx, keep);
        Future<?> result;
        try {
            result = handler.handle(ctx);
        } catch (RuntimeException failure) {
            ctx.fail(failure);
            return;
        }
        result.compose(value -> keep.get().map(kept -> (Object) value))
                .onSuccess(value -> write(ctx, value))
                .onFailure(ctx::fail);
    }

    private static Supplier<Future<Void>> once(Supplier<Future<Void>> work) {
        List<Future<Void>> begun = new ArrayList<>(1);
        return () -> {
            if (begun.isEmpty()) begun.add(work.get());
            return begun.get(0);
        };
    }

    private static void write(RoutingContext ctx, @Nullable Object value) {
        HttpServerResponse response = ctx.response();
        if (response.ended() || response.closed() || response.headWritten()) return;
        if (!response.headers().contains("Cache-Control")) response.putHeader("Cache-Control", "no-store");
        if (value == null) {
            response.setStatusCode(204).end();
        } else if (value instanceof Reply reply) {
            response.setStatusCode(reply.status());
            if (reply.contentType() != null) response.putHeader("Content-Type", reply.contentType());
            if (reply.body() == null) response.end();
            else response.end(reply.body());
        } else if (value instanceof JsonObject object) {
            response.putHeader("Content-Type", "application/json").end(object.toBuffer());
        } else if (value instanceof JsonArray array) {
            response.putHeader("Content-Type", "application/json").end(array.toBuffer());
        } else {
            throw new IllegalStateException("a handler answered with " + value.getClass());
        }
    }
}
