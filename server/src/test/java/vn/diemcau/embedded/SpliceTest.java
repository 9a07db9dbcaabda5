package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpliceTest {
    private static final List<String> NAMES = List.of("a", "b", "điểm", "cd", "c");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private @Nullable Object value() {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextInt(10);
            case 1 -> (long) random.nextInt(10);
            case 2 -> "số " + random.nextInt(4);
            case 3 -> null;
            case 4 -> Arrays.asList(random.nextInt(3), null, new Document("a", 1));
            case 5 -> new Document("a", random.nextInt(3)).append("b", new Document());
            case 6 -> Integer.MAX_VALUE;
            case 7 -> Instant.ofEpochMilli(random.nextInt(1000));
            case 8 -> random.nextDouble();
            default -> random.nextBoolean();
        };
    }

    private Document document() {
        Document document = new Document("_id", random.nextInt(5));
        for (String name : NAMES) if (random.nextBoolean()) document.put(name, value());
        return document;
    }

    @Test
    void onTheBytesAnUpdateDoesWhatItDoesOnTheDocument() {
        int compared = 0;
        for (int i = 0; i < 40_000; i++) {
            Document document = document();
            var update = new Document();
            for (int n = random.nextInt(3); n >= 0; n--) {
                String operator = List.of("$set", "$unset", "$inc").get(random.nextInt(3));
                Document fields = update.get(operator) instanceof Document already ? already : new Document();
                String name = NAMES.get(random.nextInt(NAMES.size()));
                Object more = random.nextBoolean() ? (Object) random.nextInt(5) : (Object) (long) random.nextInt(5);
                update.put(operator, fields.append(name, operator.equals("$inc") ? more : value()));
            }
            Splice splice = Splice.of(new Document(), update);
            byte[] spliced = splice == null ? null : splice.applied(Bson.encode(document));
            if (spliced == null) continue;
            compared++;
            Document plain = PlainUpdate.updated(document, new Document(), new Document(), update);
            assertThat(plain).as("seed %d: %s of %s", seed, update, document).isNotNull();
            assertThat(Bson.decode(spliced).toString())
                    .as("seed %d: %s of %s", seed, update, document)
                    .isEqualTo(String.valueOf(plain));
            assertThat(spliced).isEqualTo(Bson.encode(plain));
        }
        System.out.println("spliced updates compared: " + compared + ", seed " + seed);
        assertThat(compared).isGreaterThan(10_000);
    }

    @Test
    void whatIsPickedOfTheBytesIsWhatTheWholeDocumentHasThere() {
        for (int i = 0; i < 5_000; i++) {
            Document document = document();
            Set<String> wanted = Set.of(NAMES.get(random.nextInt(NAMES.size())), "_id");
            Document picked = Bson.pick(Bson.encode(document), wanted);
            var expected = new Document();
            document.forEach((name, value) -> {
                if (wanted.contains(name)) expected.put(name, value);
            });
            assertThat(picked.toString()).as("seed %d", seed).isEqualTo(expected.toString());
        }
    }

    @Test
    void whatIsLessPlainIsLeftToOthers() {
        for (Document update : List.of(
                new Document("$push", new Document("a", 1)),
                new Document("$set", new Document("a.b", 1)),
                new Document("$set", new Document("_id", 1)),
                new Document("$inc", new Document("a", 1.5)),
                new Document("$set", new Document("a", 1)).append("$unset", new Document("a", "")),
                new Document("a", 1))) {
            assertThat(Splice.of(new Document(), update)).as(update.toString()).isNull();
        }
        Splice more = Splice.of(new Document(), new Document("$inc", new Document("a", 1L)));
        assertThat(more).isNotNull();
        assertThat(more.applied(Bson.encode(new Document("a", Long.MAX_VALUE)))).isNull();
        assertThat(more.applied(Bson.encode(new Document("a", "text")))).isNull();
    }
}
