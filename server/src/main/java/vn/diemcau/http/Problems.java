package vn.diemcau.http;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.problem.Problem;

/** The one place where failures become HTTP: problem+json with a stable code; no stack, no internals. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final int DISK_FULL = 14031;
    private static final String NUMBER = "diemcau.request";
    private static final String ROUTE = "diemcau.route";

    private Problems() {}

    /** Answers every failure and every unknown path under the API of this router. */
    public static void mount(Router router) {
        router.route("/api/*").failureHandler(Problems::answer);
        for (int status : new int[] {400, 404, 405, 406, 413, 415}) {
            router.errorHandler(
                    status,
                    ctx -> write(ctx, status, code(status), "There is nothing here by this method and path.", null));
        }
        router.errorHandler(500, Problems::answer);
    }

    /** Gives the request a number, which the answer carries and the log repeats. */
    static void number(RoutingContext ctx) {
        String number = Long.toHexString(ThreadLocalRandom.current().nextLong());
        ctx.put(NUMBER, number);
        ctx.response().putHeader("X-Request-Id", number);
        ctx.next();
    }

    /** Which route this is, in the contract's words: paths themselves may hold what does not belong into a log. */
    static void route(RoutingContext ctx, String path) {
        ctx.put(ROUTE, path);
    }

    /** Who asked for what is not theirs is kept in the log, by the account's id and the route. */
    private static void noteRefused(RoutingContext ctx, Problem problem) {
        boolean refused = problem.kind() == Problem.Kind.FORBIDDEN
                || problem.kind() == Problem.Kind.MISSING && problem.code().equals("not_found");
        if (!refused) return;
        SignedIn.find(ctx)
                .ifPresent(by -> LOG.info(
                        "not allowed: request {} {} {} by {}: {}",
                        ctx.<String>get(NUMBER),
                        ctx.request().method(),
                        ctx.<String>get(ROUTE),
                        by.account(),
                        problem.code()));
    }

    /** Whether the store did not answer, for whatever of its driver's reasons: those that wait when another's connection breaks, too. */
    static boolean isUnreachable(@Nullable Throwable failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoConnectionPoolClearedException
                || failure instanceof MongoServerUnavailableException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException;
    }

    private static void answer(RoutingContext ctx) {
        Throwable failure = ctx.failure();
        if (failure instanceof Problem problem) {
            noteRefused(ctx, problem);
            if (problem.retryAfter() > 0) ctx.response().putHeader("Retry-After", String.valueOf(problem.retryAfter()));
            write(ctx, status(problem.kind()), problem.code(), problem.detail(), problem.field());
        } else if (isUnreachable(failure)) {
            LOG.error("store unreachable, request {}: {}", ctx.<String>get(NUMBER), failure.toString());
            ctx.response().putHeader("Retry-After", "5");
            write(ctx, 503, "store_unreachable", "The store does not answer. Nothing was saved; try again.", null);
        } else if (failure instanceof MongoException full && full.getCode() == DISK_FULL) {
            LOG.error("store: the disk is full");
            write(ctx, 503, "store_full", "The store's disk is full. Nothing was saved; tell the operator.", null);
        } else if (failure instanceof ClosedChannelException
                || failure instanceof HttpClosedException
                || failure instanceof StreamResetException
                || isBrokenPipe(failure)) {
            // whoever asked has gone; nobody waits for an answer
            LOG.debug("gone: request {}", ctx.<String>get(NUMBER));
            if (!ctx.response().ended() && !ctx.response().closed())
                ctx.response().reset();
        } else if (failure instanceof HttpException http) {
            write(ctx, http.getStatusCode(), code(http.getStatusCode()), "The request could not be read.", null);
        } else if (failure == null) {
            int status = ctx.statusCode() < 400 ? 500 : ctx.statusCode();
            write(ctx, status, code(status), "The request could not be answered.", null);
        } else {
            if (failure instanceof MongoException)
                LOG.error(
                        "store refused request {} {}",
                        ctx.<String>get(NUMBER),
                        ctx.request().method(),
                        failure);
            else
                LOG.error(
                        "failed request {} {}",
                        ctx.<String>get(NUMBER),
                        ctx.request().method(),
                        failure);
            write(ctx, 500, "internal", "Something went wrong here; it was logged.", null);
        }
    }

    private static boolean isBrokenPipe(@Nullable Throwable failure) {
        String text = failure == null ? null : failure.getMessage();
        return failure instanceof IOException
                && text != null
                && (text.contains("Broken pipe") || text.contains("Connection reset"));
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case MISSING -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case REFUSED -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "bad_request";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 413 -> "too_large";
            case 415 -> "unsupported_type";
            default -> status < 500 ? "refused" : "internal";
        };
    }

    private static void write(
            RoutingContext ctx,
            int status,
            String code,
            String detail,
            @org.jspecify.annotations.Nullable String field) {
        if (ctx.response().ended() || ctx.response().headWritten()) {
            ctx.response().reset();
            return;
        }
        JsonObject body =
                new JsonObject().put("status", status).put("code", code).put("detail", detail);
        if (field != null) body.put("field", field);
        ctx.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }
}
