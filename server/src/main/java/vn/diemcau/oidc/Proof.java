package vn.diemcau.oidc;

/**
 * Whom the provider has proved.
 *
 * @param subject stable within the issuer and never given to anybody else
 * @param name as the provider calls the person, for people to compare; proves nothing
 * @param byFactor whether the provider said that a second factor was shown, in words that the operator lets count
 */
public record Proof(String issuer, String subject, String name, boolean byFactor) {}
