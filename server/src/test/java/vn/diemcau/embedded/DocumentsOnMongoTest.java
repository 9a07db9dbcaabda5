package vn.diemcau.embedded;

import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The same contract on a real MongoDB, when MONGODB_TEST_URI names one. Which index answers is left out. */
class DocumentsOnMongoTest extends DocumentsTest {

    private static final String URI = "MONGODB_TEST_URI";

    @Override
    String uri(EmbeddedStore embedded) {
        String uri = System.getenv(URI);
        if (uri == null) {
            System.out.println("SKIPPED: the store's contract on a real MongoDB; set " + URI + " to run that half");
        }
        Assumptions.assumeTrue(uri != null, URI + " is not set");
        return Objects.requireNonNull(uri);
    }

    @Override
    String plan(org.bson.Document filter, org.bson.Document sort, String expected) {
        return expected;
    }
}
