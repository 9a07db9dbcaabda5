package vn.diemcau.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The library's update operators and projections, applied to one document at a time and to no storage at all. */
final class Workbench extends AbstractMongoCollection<Integer> {

    private static final CursorRegistry NO_CURSORS = new CursorRegistry();
    private final @Nullable Document subject;

    private Workbench(@Nullable Document subject) {
        super(new Nowhere(), "workbench", CollectionOptions.withDefaults(), NO_CURSORS);
        this.subject = subject;
    }

    /** The document after the update; the one given is not touched. With null: the document an upsert inserts. */
    static Document updated(
            @Nullable Document document, Document selector, Document statement, @Nullable Object update) {
        if (!(update instanceof Document change)) {
            throw update instanceof List
                    ? Refusal.unsupported("an update by an aggregation pipeline")
                    : Refusal.failedToParse("an update must be an object");
        }
        var query = new Document("query", selector)
                .append("update", change)
                .append("new", true)
                .append("upsert", document == null);
        query.putIfNotNull("arrayFilters", statement.get("arrayFilters"));
        var bench = new Workbench(document == null ? null : document.cloneDeeply());
        return (Document) Objects.requireNonNull(bench.findAndModify(query).get("value"));
    }

    /** The documents as a projection shows them. */
    static Stream<Document> projected(Stream<Document> documents, Document projection) {
        var bench = new Workbench(null);
        return bench
                .matchDocumentsFromStream(documents, new Document(), null, 0, 0, 0, projection)
                .collectDocuments()
                .stream();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        return subject == null ? new QueryResult() : new QueryResult(List.of(subject));
    }

    @Override
    protected Document getDocument(Integer position) {
        return Objects.requireNonNull(subject);
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        // nothing is stored here
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
        return 0;
    }

    @Override
    protected void handleUpdate(Integer position, Document oldDocument, Document newDocument) {
        // the caller stores it
    }

    @Override
    protected void removeDocument(Integer position) {
        throw new IllegalStateException("the workbench removes nothing");
    }

    @Override
    protected Integer findDocumentPosition(Document document) {
        return 0;
    }

    @Override
    protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
        return Stream.empty();
    }

    @Override
    public int count() {
        return 0;
    }

    /** The library asks every collection for its database. */
    private static final class Nowhere extends AbstractMongoDatabase<Integer> {
        private Nowhere() {
            super("workbench", NO_CURSORS);
        }

        @Override
        protected Index<Integer> openOrCreateUniqueIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            throw new IllegalStateException("the workbench has no indexes");
        }

        @Override
        protected MongoCollection<Integer> openOrCreateCollection(String name, CollectionOptions options) {
            throw new IllegalStateException("the workbench has no collections");
        }

        @Override
        protected long getFileSize() {
            return 0;
        }

        @Override
        protected long getStorageSize() {
            return 0;
        }
    }
}
