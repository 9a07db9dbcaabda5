package vn.diemcau.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of signing in: the token that no script reads, the one that pages repeat in the header X-CSRF, the secret of a phone, what
 * waits while somebody is at the provider, and by what a browser is known. Behind TLS their names begin with {@code __Host-}, so that browsers take them from this
 * very host only.
 */
final class SignInCookies {
    private static final String HOST_ONLY = "__Host-";
    private static final String TOKEN = "diemcau_session";
    private static final String CSRF = "diemcau_csrf";
    private static final String PHONE = "diemcau_phone";
    private static final String JOURNEY = "diemcau_journey";
    private static final String BROWSER = "diemcau_browser";
    private static final Duration BROWSER_LASTS = Duration.ofDays(180);
    private static final int SHORTEST_PHONE = 40;

    private final boolean secure;

    SignInCookies(boolean secure) {
        this.secure = secure;
    }

    Optional<String> token(RoutingContext ctx) {
        return read(ctx, named(TOKEN));
    }

    void set(RoutingContext ctx, String token, String csrf, Duration lasts) {
        ctx.response().addCookie(cookie(TOKEN, token, lasts, true));
        ctx.response().addCookie(cookie(CSRF, csrf, lasts, false));
    }

    void clear(RoutingContext ctx) {
        set(ctx, "", "", Duration.ZERO);
    }

    /** The phone's secret; a phone that was activated before the names changed is known by the former one. */
    Optional<String> phone(RoutingContext ctx) {
        return read(ctx, named(PHONE)).or(() -> read(ctx, PHONE)).filter(value -> value.length() >= SHORTEST_PHONE);
    }

    void setPhone(RoutingContext ctx, String secret) {
        ctx.response()
                .addCookie(cookie(PHONE, secret, PhoneStore.KEPT, true)
                        .setPath(secure ? "/" : "/api/v1")
                        .setSameSite(CookieSameSite.STRICT));
    }

    /** What waits in the browser while its person is at the provider, locked. */
    Optional<String> journey(RoutingContext ctx) {
        return read(ctx, named(JOURNEY)).map(text -> text.replace('-', '+').replace('_', '/'));
    }

    void setJourney(RoutingContext ctx, String locked, Duration lasts) {
        String text = locked.replace('+', '-').replace('/', '_').replace("=", "");
        ctx.response().addCookie(cookie(JOURNEY, text, lasts, true));
    }

    void forgetJourney(RoutingContext ctx) {
        setJourney(ctx, "", Duration.ZERO);
    }

    /** By what a browser is known in which somebody signed in before. */
    Optional<String> browser(RoutingContext ctx) {
        return read(ctx, named(BROWSER));
    }

    void setBrowser(RoutingContext ctx, String marks) {
        ctx.response().addCookie(cookie(BROWSER, marks, BROWSER_LASTS, true));
    }

    private static Optional<String> read(RoutingContext ctx, String name) {
        Cookie cookie = ctx.request().getCookie(name);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    private String named(String name) {
        return secure ? HOST_ONLY + name : name;
    }

    private Cookie cookie(String name, String value, Duration lasts, boolean hidden) {
        return Cookie.cookie(named(name), value)
                .setPath("/")
                .setHttpOnly(hidden)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(lasts.toSeconds());
    }
}
