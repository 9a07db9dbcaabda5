package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes secrets that people choose, by argon2id with 19 MiB, two passes and one lane (the smallest setting that OWASP's password
 * storage page names). At most two run at once, so that a rush of sign-ins takes time and not all memory.
 */
final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final String FORM = "argon2id$";

    private final WorkerExecutor workers;
    private final SecureRandom random = new SecureRandom();
    /** Stands in where there is no hash, so that the work is the same. */
    private final String nobody =
            FORM + MEMORY_KIB + "$" + PASSES + "$1$" + "A".repeat(22) + "==$" + "A".repeat(43) + "=";

    Passwords(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("passwords", 2);
    }

    /** The hash with its salt and parameters, as text. */
    Future<String> hash(String secret) {
        return workers.executeBlocking(() -> hashNow(secret), false);
    }

    /** Whether the secret fits the hash; without a hash as much work is done and the answer is no, so that time tells nothing. */
    Future<Boolean> fits(String secret, @org.jspecify.annotations.Nullable String hash) {
        return workers.executeBlocking(
                () -> {
                    String[] parts = (hash == null ? nobody : hash).split("\\$");
                    byte[] salt = Base64.getDecoder().decode(parts[4]);
                    byte[] expected = Base64.getDecoder().decode(parts[5]);
                    byte[] actual = derive(secret, salt, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
                    return MessageDigest.isEqual(expected, actual) && hash != null;
                },
                false);
    }

    private String hashNow(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder();
        return FORM + MEMORY_KIB + "$" + PASSES + "$1$" + encoder.encodeToString(salt) + "$"
                + encoder.encodeToString(derive(secret, salt, MEMORY_KIB, PASSES));
    }

    private static byte[] derive(String secret, byte[] salt, int memory, int passes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
