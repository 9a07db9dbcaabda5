package vn.diemcau.files;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import vn.diemcau.problem.Problem;

/** The checksum that a request promises for its own bytes. */
final class Checksum {
    static final String ALGORITHMS = "sha1,sha256";

    /** The bytes do not have the checksum that was promised. */
    static final class Mismatch extends RuntimeException {
        Mismatch() {
            super("the checksum does not hold", null, false, false);
        }
    }

    private final MessageDigest digest;
    private final byte[] expected;

    private Checksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** Reads a header such as {@code sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=}. */
    static Checksum of(String header) {
        String[] parts = header.strip().split(" +");
        Optional<String> algorithm =
                switch (parts[0]) {
                    case "sha1" -> Optional.of("SHA-1");
                    case "sha256" -> Optional.of("SHA-256");
                    default -> Optional.empty();
                };
        if (parts.length != 2 || algorithm.isEmpty())
            throw Problem.invalid("Upload-Checksum", "checksum_algorithm", "One of " + ALGORITHMS + " and base64.");
        try {
            return new Checksum(
                    Digests.named(algorithm.get()), Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException notBase64) {
            throw Problem.invalid("Upload-Checksum", "malformed", "The checksum must be base64.");
        }
    }

    void update(byte[] bytes) {
        digest.update(bytes);
    }

    boolean holds() {
        return MessageDigest.isEqual(digest.digest(), expected);
    }
}
