package vn.diemcau.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.problem.Problem;

/**
 * The client's side of OpenID Connect: authorization code with PKCE, state and nonce; the token's signature by the provider's published
 * keys, its issuer, audience, times and nonce. What the provider publishes is read when it is first needed and believed for an hour, so
 * that an installation starts and people sign in by password while the provider is away.
 */
public final class Provider {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Duration BELIEVED = Duration.ofHours(1);
    /** A key that is unknown makes the keys be read again, but not more often than this. */
    private static final Duration KEYS_EVERY = Duration.ofSeconds(10);

    private static final int SKEW_SECONDS = 60;
    private static final int LONGEST_NAME = 200;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private record Known(OIDCProviderMetadata metadata, JWKSet keys, Instant readAt) {}

    private final ProviderSettings settings;
    private final URI redirect;
    private final InstantSource clock;
    private final ProviderCalls calls;
    private volatile @Nullable Known known;

    /** @param redirect the page to which the provider sends people back */
    public Provider(Vertx vertx, ProviderSettings settings, URI redirect, InstantSource clock) {
        this.settings = settings;
        this.redirect = redirect;
        this.clock = clock;
        calls = new ProviderCalls(vertx);
    }

    /** What people call it. */
    public String name() {
        return settings.name();
    }

    /** Where the browser goes and what must come back; fails with UNAVAILABLE provider_down. */
    public Future<Begun> begin() {
        return known().map(found -> {
            State state = new State(32);
            Nonce nonce = new Nonce(32);
            CodeVerifier verifier = new CodeVerifier();
            URI url = new AuthenticationRequest.Builder(
                            new ResponseType(ResponseType.Value.CODE),
                            new Scope("openid", "profile"),
                            new ClientID(settings.clientId()),
                            redirect)
                    .endpointURI(found.metadata().getAuthorizationEndpointURI())
                    .state(state)
                    .nonce(nonce)
                    .codeChallenge(verifier, CodeChallengeMethod.S256)
                    .build()
                    .toURI();
            return new Begun(url.toString(), state.getValue(), nonce.getValue(), verifier.getValue());
        });
    }

    /**
     * Exchanges the code and judges the token. Fails with UNAVAILABLE provider_down, with UNAUTHENTICATED provider_refused when the
     * provider does not take the code, and with UNAUTHENTICATED provider_untrusted when its token does not hold.
     */
    public Future<Proof> prove(Begun begun, String code) {
        return known().compose(found -> token(found, begun, code))
                .compose(token -> keysFor(token).map(found -> judged(found, token, begun)));
    }

    /** Where the browser goes to end the sign-in at the provider as well; empty when the provider offers no such place or is away. */
    public Future<Optional<String>> leave(URI after) {
        return known().map(found -> Optional.ofNullable(found.metadata().getEndSessionEndpointURI())
                        .map(place -> new LogoutRequest(
                                        place, null, null, new ClientID(settings.clientId()), after, null, null)
                                .toURI()
                                .toString()))
                .otherwise(Optional.empty());
    }

    private Future<Known> known() {
        Known found = known;
        if (found != null && clock.instant().isBefore(found.readAt().plus(BELIEVED)))
            return Future.succeededFuture(found);
        return read();
    }

    private Future<Known> read() {
        String issuer = settings.issuer();
        String at = (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
                + "/.well-known/openid-configuration";
        return calls.get(at)
                .compose(text -> parsed(() -> {
                    OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
                    if (!metadata.getIssuer().getValue().equals(issuer))
                        throw new ParseException("the issuer it names is " + metadata.getIssuer());
                    if (metadata.getAuthorizationEndpointURI() == null
                            || metadata.getTokenEndpointURI() == null
                            || metadata.getJWKSetURI() == null)
                        throw new ParseException("it names no place for authorization, tokens or keys");
                    return metadata;
                }))
                .compose(metadata -> calls.get(metadata.getJWKSetURI().toString())
                        .compose(text -> parsed(() -> JWKSet.parse(text)))
                        .map(keys -> new Known(metadata, keys, clock.instant())))
                .onSuccess(read -> known = read)
                .recover(failure -> {
                    LOG.warn("the provider of sign-ins cannot be used: {}", failure.getMessage());
                    return Future.failedFuture(down());
                });
    }

    private interface Parsing<T> {
        T parse() throws ParseException, java.text.ParseException;
    }

    private static <T> Future<T> parsed(Parsing<T> parsing) {
        try {
            return Future.succeededFuture(parsing.parse());
        } catch (ParseException | java.text.ParseException failure) {
            return Future.failedFuture(failure);
        }
    }

    private Future<SignedJWT> token(Known found, Begun begun, String code) {
        HTTPRequest request = new TokenRequest.Builder(
                        found.metadata().getTokenEndpointURI(),
                        authentication(found.metadata()),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), redirect, new CodeVerifier(begun.verifier())))
                .build()
                .toHTTPRequest();
        return calls.post(request)
                .recover(failure -> {
                    LOG.warn("the provider of sign-ins gives no token: {}", failure.getMessage());
                    return Future.failedFuture(down());
                })
                .map(answer -> read(answer));
    }

    private static SignedJWT read(HTTPResponse answer) {
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                LOG.warn(
                        "the provider of sign-ins refused a code: {}",
                        response.toErrorResponse().getErrorObject().getCode());
                throw refused("provider_refused", "The provider did not take this sign-in; begin again.");
            }
            JWT token = ((OIDCTokenResponse) response.toSuccessResponse())
                    .getOIDCTokens()
                    .getIDToken();
            if (token instanceof SignedJWT signed) return signed;
            throw untrusted("the token is not signed");
        } catch (ParseException failure) {
            throw untrusted(failure.getMessage());
        }
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        ClientID client = new ClientID(settings.clientId());
        Secret secret = new Secret(settings.clientSecret());
        List<ClientAuthenticationMethod> takes = metadata.getTokenEndpointAuthMethods();
        boolean post = takes != null
                && takes.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !takes.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return post ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    /** The provider may have taken a new key into use since its keys were read. */
    private Future<Known> keysFor(SignedJWT token) {
        return known().compose(found -> {
            String key = token.getHeader().getKeyID();
            boolean unknown = key != null && found.keys().getKeyByKeyId(key) == null;
            boolean old = found.readAt().plus(KEYS_EVERY).isBefore(clock.instant());
            return unknown && old ? read() : Future.succeededFuture(found);
        });
    }

    private Proof judged(Known found, SignedJWT token, Begun begun) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        if (!ALGORITHMS.contains(algorithm)) throw untrusted("it is signed by " + algorithm);
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(settings.issuer()), new ClientID(settings.clientId()), algorithm, found.keys());
        validator.setMaxClockSkew(SKEW_SECONDS);
        try {
            IDTokenClaimsSet claims = validator.validate(token, new Nonce(begun.nonce()));
            return new Proof(
                    settings.issuer(), claims.getSubject().getValue(), name(claims), settings.byFactor(said(claims)));
        } catch (BadJOSEException | JOSEException failure) {
            throw untrusted(failure.getMessage());
        }
    }

    private static Set<String> said(IDTokenClaimsSet claims) {
        Set<String> said = new java.util.HashSet<>();
        if (claims.getAMR() != null) claims.getAMR().forEach(one -> said.add(one.getValue()));
        if (claims.getACR() != null) said.add(claims.getACR().getValue());
        return said;
    }

    private static String name(IDTokenClaimsSet claims) {
        String login = claims.getStringClaim("preferred_username");
        String name = claims.getStringClaim("name");
        String both = (name == null ? "" : name) + (login == null ? "" : name == null ? login : " (" + login + ")");
        return both.length() > LONGEST_NAME ? both.substring(0, LONGEST_NAME) : both;
    }

    private static Problem down() {
        return Problem.unavailable(
                "provider_down", "The provider of sign-ins does not answer; the password still works.");
    }

    private static Problem untrusted(@Nullable String why) {
        LOG.warn("a token of the provider of sign-ins does not hold: {}", why);
        return refused("provider_untrusted", "What the provider of sign-ins sent does not hold; begin again.");
    }

    private static Problem refused(String code, String detail) {
        return new Problem(Problem.Kind.UNAUTHENTICATED, code, detail, null);
    }
}
