package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer: a document, or a batch of a cursor whose documents stay the bytes they were stored as. */
record Reply(@Nullable Document document, String namespace, String batchName, long cursor, List<byte[]> batch) {

    static Reply of(Document document) {
        return new Reply(document, "", "", 0, List.of());
    }

    static Reply cursor(String namespace, String batchName, long cursor, List<byte[]> batch) {
        return new Reply(null, namespace, batchName, cursor, batch);
    }
}
