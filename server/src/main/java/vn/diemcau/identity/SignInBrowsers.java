package vn.diemcau.identity;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.diemcau.http.From;

/**
 * Browsers in which an account was opened before. Their wrong passwords are counted apart: a stranger behind the same address, as in a
 * hall, slows down new browsers there and not the one that its owner always uses. A mark opens nothing and is good for one login.
 */
final class SignInBrowsers {
    /** An office's browser is used by a few people. */
    private static final int MOST = 5;

    private static final int ID_LETTERS = 16;

    private final Secrets secrets;
    private final SignInCookies cookies;

    SignInBrowsers(Secrets secrets, SignInCookies cookies) {
        this.secrets = secrets;
        this.cookies = cookies;
    }

    /** What wrong passwords of this login are counted under: the browser that is known for it, else where the call comes from. */
    String key(RoutingContext ctx, String login) {
        String from = marks(ctx).stream()
                .filter(mark -> fits(mark, login))
                .findFirst()
                .map(mark -> "browser " + id(mark))
                .orElseGet(() -> From.of(ctx));
        return "login " + login + " " + from;
    }

    /** From now on this browser is known for the login. */
    void remember(RoutingContext ctx, String login) {
        List<String> marks = new ArrayList<>(marks(ctx));
        Optional<String> known =
                marks.stream().filter(mark -> fits(mark, login)).findFirst();
        String id = secrets.code(ID_LETTERS);
        marks.removeIf(mark -> known.filter(mark::equals).isPresent());
        marks.add(0, known.orElse(id + seal(login, id)));
        cookies.setBrowser(ctx, String.join("~", marks.subList(0, Math.min(MOST, marks.size()))));
    }

    private List<String> marks(RoutingContext ctx) {
        return cookies.browser(ctx).map(text -> List.of(text.split("~"))).orElse(List.of()).stream()
                .filter(mark -> mark.length() > ID_LETTERS)
                .limit(MOST)
                .toList();
    }

    private boolean fits(String mark, String login) {
        return Secrets.same(mark.substring(ID_LETTERS), seal(login, id(mark)));
    }

    private static String id(String mark) {
        return mark.substring(0, ID_LETTERS);
    }

    private String seal(String login, String id) {
        return secrets.sealed("known browser " + id + " " + login);
    }
}
