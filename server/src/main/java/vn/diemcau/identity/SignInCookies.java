package vn.diemcau.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** The cookies of a sign-in: the token that no script reads, and the one that pages repeat in the header X-CSRF. */
final class SignInCookies {
    private static final String TOKEN = "diemcau_session";
    private static final String CSRF = "diemcau_csrf";

    private final boolean secure;

    SignInCookies(boolean secure) {
        this.secure = secure;
    }

    static Optional<String> token(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(TOKEN);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    void set(RoutingContext ctx, String token, String csrf, Duration lasts) {
        ctx.response().addCookie(cookie(TOKEN, token, lasts, true));
        ctx.response().addCookie(cookie(CSRF, csrf, lasts, false));
    }

    void clear(RoutingContext ctx) {
        set(ctx, "", "", Duration.ZERO);
    }

    private Cookie cookie(String name, String value, Duration lasts, boolean hidden) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(hidden)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(lasts.toSeconds());
    }
}
