package vn.diemcau.oidc;

/**
 * A sign-in on its way through the provider.
 *
 * @param url where the browser goes
 * @param state comes back with it
 * @param nonce must stand in the token
 * @param verifier proves that whoever brings the code also began
 */
public record Begun(String url, String state, String nonce, String verifier) {}
