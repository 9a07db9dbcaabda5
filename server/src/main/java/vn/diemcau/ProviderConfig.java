package vn.diemcau;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diemcau.oidc.ProviderSettings;

/** The part of the configuration that is about a provider of sign-ins by OpenID Connect; every bad key is reported. */
final class ProviderConfig {
    static final String ISSUER = "DIEMCAU_OIDC_ISSUER";
    static final String CLIENT_ID = "DIEMCAU_OIDC_CLIENT_ID";
    static final String CLIENT_SECRET = "DIEMCAU_OIDC_CLIENT_SECRET";
    static final String CLIENT_SECRET_FILE = "DIEMCAU_OIDC_CLIENT_SECRET_FILE";
    static final String NAME = "DIEMCAU_OIDC_NAME";
    static final String FACTORS = "DIEMCAU_OIDC_FACTORS";
    private static final int LONGEST_NAME = 40;

    private ProviderConfig() {}

    /** The provider, or null when there is none or it cannot work; then the faults say why. */
    static @Nullable ProviderSettings read(Map<String, String> environment, List<String> faults) {
        String issuer = environment.getOrDefault(ISSUER, "");
        if (issuer.isEmpty()) {
            Stream.of(CLIENT_ID, CLIENT_SECRET, CLIENT_SECRET_FILE, NAME, FACTORS)
                    .filter(key -> !environment.getOrDefault(key, "").isEmpty())
                    .findFirst()
                    .ifPresent(key -> faults.add(key + " needs " + ISSUER));
            return null;
        }
        int before = faults.size();
        if (!isAddress(issuer))
            faults.add(ISSUER + " must be the provider's address, https://… without a query, not " + issuer);
        String client = environment.getOrDefault(CLIENT_ID, "");
        if (client.isEmpty()) faults.add(CLIENT_ID + " is required with " + ISSUER);
        String secret = secret(environment, faults);
        String name = environment.getOrDefault(NAME, "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            faults.add(NAME + " is required with " + ISSUER + ", at most " + LONGEST_NAME
                    + " characters: what people call the provider");
        Set<String> factors = Stream.of(environment.getOrDefault(FACTORS, "").split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return faults.size() > before ? null : new ProviderSettings(issuer, client, secret, name, factors);
    }

    /** By TLS only, save on this machine. */
    private static boolean isAddress(String issuer) {
        try {
            URI uri = URI.create(issuer);
            boolean here = "http".equals(uri.getScheme())
                    && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
            return uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (here || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static String secret(Map<String, String> environment, List<String> faults) {
        String file = environment.getOrDefault(CLIENT_SECRET_FILE, "");
        String secret = environment.getOrDefault(CLIENT_SECRET, "");
        if (!file.isEmpty()) {
            try {
                secret = Files.readString(Path.of(file)).strip();
            } catch (IOException | IllegalArgumentException unreadable) {
                faults.add(CLIENT_SECRET_FILE + " cannot be read: " + file);
                return "";
            }
        }
        if (secret.isEmpty()) faults.add(CLIENT_SECRET + " or " + CLIENT_SECRET_FILE + " is required with " + ISSUER);
        return secret;
    }
}
