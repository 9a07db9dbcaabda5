package vn.diemcau.identity;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import vn.diemcau.Caller;

/** A provider of sign-ins that runs beside the test, and the browser's way through it. */
public final class AtProvider implements AutoCloseable {
    static final String CLIENT = "diemcau";
    private static final String ISSUER = "tinh";

    private final MockOAuth2Server server;
    private final HttpClient browser = HttpClient.newHttpClient();

    AtProvider() throws IOException {
        this(false);
    }

    private AtProvider(boolean asks) throws IOException {
        server = new MockOAuth2Server(new OAuth2Config(asks));
        server.start();
    }

    /** One that shows people a page on which they say who they are. */
    public static AtProvider withPages() throws IOException {
        return new AtProvider(true);
    }

    String issuer() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** Where the provider publishes something, such as {@code jwks}, as one of the issuers that it speaks for. */
    String place(String issuer, String name) {
        return server.issuerUrl(issuer) + "/" + name;
    }

    public Map<String, String> settings() {
        return Map.of(
                "DIEMCAU_OIDC_ISSUER",
                issuer(),
                "DIEMCAU_OIDC_CLIENT_ID",
                CLIENT,
                "DIEMCAU_OIDC_CLIENT_SECRET",
                "a secret of the test",
                "DIEMCAU_OIDC_NAME",
                "Tài khoản tỉnh");
    }

    /** The next token names this subject. */
    AtProvider next(String subject) {
        return next(subject, 3600, Map.of());
    }

    /** The same with a life of its own, and with claims that may contradict what a provider says. */
    AtProvider next(String subject, long seconds, Map<String, ?> claims) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", List.of(CLIENT), Map.copyOf(claims), seconds));
        return this;
    }

    /** What comes back to the page. */
    record Back(String state, String code) {
        JsonObject json() {
            return new JsonObject().put("state", state).put("code", code);
        }
    }

    /** Somebody who signs in at the provider. */
    Back through(String url) {
        try {
            HttpResponse<Void> answer = browser.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
            String place = answer.headers().firstValue("Location").orElseThrow();
            return new Back(parameter(place, "state"), parameter(place, "code"));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String parameter(String url, String name) {
        for (String pair : url.substring(url.indexOf('?') + 1).split("&")) {
            if (pair.startsWith(name + "="))
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException(name + " is not in " + url);
    }

    static String begin(Caller caller) {
        return caller.post("/sign-in/provider", new JsonObject()).expect(200).getString("url");
    }

    /** The whole way; what the platform answers. */
    Caller.Answer signIn(Caller caller) {
        return caller.put("/sign-in/provider", through(begin(caller)).json());
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
    }
}
