package vn.diemcau;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Copies every database, collection and index from one MongoDB to another, and proves it by comparing both. */
final class StoreCopy {

    private static final int BATCH = 1000;
    private static final Set<String> SERVERS_OWN = Set.of("admin", "local", "config");

    private StoreCopy() {}

    /** What a collection holds, whatever its order. */
    private record Content(long documents, BigInteger sum) {}

    static void copy(String from, String to, Consumer<String> tell) throws Exception {
        try (MongoClient source = MongoClients.create(from);
                MongoClient target = MongoClients.create(to)) {
            long all = 0;
            for (String database : all(source.listDatabaseNames())) {
                if (SERVERS_OWN.contains(database)) {
                    continue;
                }
                for (String name : all(source.getDatabase(database).listCollectionNames())) {
                    if (!name.startsWith("system.")) {
                        all += collection(source.getDatabase(database), target.getDatabase(database), name, tell);
                    }
                }
            }
            tell.accept("copied " + all + " documents; both sides hold the same");
        }
    }

    private static long collection(MongoDatabase source, MongoDatabase target, String name, Consumer<String> tell)
            throws Exception {
        MongoCollection<RawBsonDocument> from = source.getCollection(name, RawBsonDocument.class);
        MongoCollection<RawBsonDocument> to = target.getCollection(name, RawBsonDocument.class);
        if (!all(to.find().limit(1)).isEmpty()) {
            throw new IllegalArgumentException(
                    "the target already has documents in " + to.getNamespace() + "; copy into an empty one");
        }
        List<RawBsonDocument> batch = new ArrayList<>();
        Content content = each(from, document -> {
            batch.add(document);
            if (batch.size() == BATCH) {
                insert(to, batch);
            }
        });
        insert(to, batch);
        List<Document> indexes = new ArrayList<>();
        for (Document index : all(from.listIndexes())) {
            if (!"_id_".equals(index.getString("name"))) {
                index.remove("ns");
                index.remove("v");
                indexes.add(index);
            }
        }
        if (!indexes.isEmpty()) {
            all(target.runCommand(new Document("createIndexes", name).append("indexes", indexes)));
        }
        Content copied = each(to, document -> {});
        if (!copied.equals(content)) {
            throw new IllegalStateException(to.getNamespace() + " is not the same on both sides: " + content.documents()
                    + " and " + copied.documents() + " documents");
        }
        tell.accept(to.getNamespace() + ": " + content.documents() + " documents, " + indexes.size()
                + " indexes, compared");
        return content.documents();
    }

    private interface Taker {
        void take(RawBsonDocument document) throws Exception;
    }

    private static void insert(MongoCollection<RawBsonDocument> to, List<RawBsonDocument> batch) throws Exception {
        if (!batch.isEmpty()) {
            all(to.insertMany(List.copyOf(batch), new InsertManyOptions().ordered(false)));
            batch.clear();
        }
    }

    private static Content each(MongoCollection<RawBsonDocument> collection, Taker taker) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long count = 0;
        BigInteger sum = BigInteger.ZERO;
        var rows = new Rows<>(collection.find().batchSize(BATCH));
        for (RawBsonDocument document = rows.next(); document != null; document = rows.next()) {
            taker.take(document);
            var bytes = document.getByteBuffer().asNIO();
            digest.update(bytes);
            sum = sum.add(new BigInteger(1, digest.digest()));
            count++;
        }
        return new Content(count, sum);
    }

    private static <T> List<T> all(Publisher<T> publisher) throws Exception {
        List<T> list = new ArrayList<>();
        var rows = new Rows<>(publisher);
        for (T row = rows.next(); row != null; row = rows.next()) {
            list.add(row);
        }
        return list;
    }

    /** A publisher read one element after another by a thread that may wait. */
    private static final class Rows<T> implements Subscriber<T> {
        private static final int AHEAD = 500;
        private static final long PATIENCE_SECONDS = 300;

        private record Signal<T>(
                @Nullable T element, @Nullable Throwable failure) {}

        private final BlockingQueue<Signal<T>> arrived = new LinkedBlockingQueue<>();
        private @Nullable Subscription subscription;
        private int taken;

        Rows(Publisher<T> publisher) {
            publisher.subscribe(this);
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(AHEAD);
        }

        @Override
        public void onNext(T element) {
            arrived.add(new Signal<>(element, null));
        }

        @Override
        public void onError(Throwable failure) {
            arrived.add(new Signal<>(null, failure));
        }

        @Override
        public void onComplete() {
            arrived.add(new Signal<>(null, null));
        }

        @Nullable
        T next() throws Exception {
            Signal<T> signal = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (signal == null) {
                throw new IllegalStateException("the other side does not answer");
            }
            if (signal.failure() != null) {
                throw new IllegalStateException(signal.failure().getMessage(), signal.failure());
            }
            if (signal.element() != null && ++taken % AHEAD == 0 && subscription != null) {
                subscription.request(AHEAD);
            }
            return signal.element();
        }
    }
}
