package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainUpdateTest {

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private @Nullable Object value() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(10);
            case 1 -> (long) random.nextInt(10);
            case 2 -> "s" + random.nextInt(4);
            case 3 -> null;
            case 4 -> List.of(random.nextInt(3));
            case 5 -> new Document("x", random.nextInt(3));
            case 6 -> Integer.MAX_VALUE;
            default -> random.nextBoolean();
        };
    }

    @Test
    void thePlainWayAndTheLibraryAgree() {
        int plainOnes = 0;
        for (int i = 0; i < 20_000; i++) {
            Document document = new Document("_id", 1);
            for (String name : List.of("a", "b", "c")) {
                if (random.nextBoolean()) {
                    document.put(name, value());
                }
            }
            var update = new Document();
            for (int n = random.nextInt(3); n >= 0; n--) {
                String operator = List.of("$set", "$setOnInsert", "$unset", "$inc", "$min", "$max")
                        .get(random.nextInt(6));
                String name = List.of("a", "b", "c", "d").get(random.nextInt(4));
                Document fields = update.get(operator) instanceof Document already ? already : new Document();
                update.put(operator, fields.append(name, operator.equals("$inc") ? random.nextInt(5) : value()));
            }
            Document selector = new Document("_id", 1);
            boolean insert = random.nextBoolean();
            Document plain = PlainUpdate.updated(insert ? null : document, selector, new Document(), update);
            if (plain == null) {
                continue;
            }
            plainOnes++;
            Document library;
            try {
                library = Workbench.updated(insert ? null : document, selector, new Document(), update);
            } catch (MongoServerException e) {
                throw new AssertionError("seed " + seed + ": the library refuses " + update + " of " + document, e);
            }
            // the library keeps an old long when it is set to an equal int; as values they are the same
            assertThat(Key.same(plain, library))
                    .as("seed %d: %s of %s: %s, not %s", seed, update, document, plain, library)
                    .isTrue();
        }
        System.out.println("plain updates compared: " + plainOnes + ", seed " + seed);
        assertThat(plainOnes).isGreaterThan(5000);
    }
}
