package vn.diemcau.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The connection to the store, and the one place where the driver's publishers become Vert.x futures on the caller's context. */
public final class Mongo implements AutoCloseable {
    /** Documents per batch of every cursor: bounds memory on both ends. */
    public static final int BATCH = 500;

    private static final int SELECTION_SECONDS = 15;
    private static final int CONNECT_SECONDS = 5;
    private static final int READ_SECONDS = 300;

    private final MongoClient client;
    private final MongoDatabase database;

    private Mongo(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
    }

    /**
     * @param uri a MongoDB connection string; a database it names is used instead of the one given
     * @param single whether this is the embedded single node; else majority reads and journaled majority writes are asked for
     */
    public static Mongo connect(String uri, String databaseName, boolean single) {
        var address = new ConnectionString(uri);
        // an election of a replica set takes some ten seconds; whoever waits longer is told
        var settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(address);
        if (!single) {
            settings.readConcern(ReadConcern.MAJORITY).writeConcern(WriteConcern.MAJORITY.withJournal(true));
        }
        MongoClient client = MongoClients.create(settings.build());
        return new Mongo(client, client.getDatabase(Objects.requireNonNullElse(address.getDatabase(), databaseName)));
    }

    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    public MongoDatabase database() {
        return database;
    }

    /** The first item, or empty; fails with what the driver failed with. */
    public static <T> Future<Optional<T>> first(Publisher<T> publisher) {
        List<T> kept = new ArrayList<>(1);
        return subscribe(publisher, item -> {
                    if (kept.isEmpty()) kept.add(item);
                })
                .map(done -> kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(0)));
    }

    /** Exactly one item; fails if the publisher ends without any. */
    public static <T> Future<T> one(Publisher<T> publisher) {
        return first(publisher)
                .map(item -> item.orElseThrow(() -> new IllegalStateException("the store answered nothing")));
    }

    /** All items in memory: only for results that a rule bounds. Set a batch size on finds. */
    public static <T> Future<List<T>> all(Publisher<T> publisher) {
        List<T> items = new ArrayList<>();
        return subscribe(publisher, items::add).map(done -> items);
    }

    /** Hands each item to the consumer as it comes, on a driver's thread, one at a time; completes after the last. */
    public static <T> Future<Void> each(Publisher<T> publisher, Consumer<T> consumer) {
        return subscribe(publisher, consumer);
    }

    private static <T> Future<Void> subscribe(Publisher<T> publisher, Consumer<T> onItem) {
        Promise<Void> promise = promise();
        publisher.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(T item) {
                onItem.accept(item);
            }

            @Override
            public void onError(Throwable error) {
                promise.tryFail(error);
            }

            @Override
            public void onComplete() {
                promise.tryComplete();
            }
        });
        return promise.future();
    }

    private static Promise<Void> promise() {
        Context context = Vertx.currentContext();
        return context instanceof ContextInternal internal ? internal.promise() : Promise.promise();
    }

    /** Whether a write failed because a unique key stands already; recognised by category, never by text. */
    public static boolean isDuplicateKey(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    @Override
    public void close() {
        client.close();
    }
}
