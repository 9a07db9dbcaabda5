package vn.diemcau.oidc;

import java.util.Set;

/**
 * A provider of sign-ins by OpenID Connect, as the operator named it.
 *
 * @param issuer exactly as the provider writes it into its tokens
 * @param name what people call it, for the button
 * @param factors values of {@code amr} or {@code acr} that count as a second factor; none unless the operator says so
 */
public record ProviderSettings(String issuer, String clientId, String clientSecret, String name, Set<String> factors) {
    /** Whether one of these values of {@code amr} and {@code acr} counts as a second factor. */
    boolean byFactor(Set<String> said) {
        return said.stream().anyMatch(factors::contains);
    }
}
