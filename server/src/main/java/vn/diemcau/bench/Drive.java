package vn.diemcau.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Drives the MongoDB driver from a benchmark: waits for publishers, and keeps a number of them going at once. */
final class Drive {

    private Drive() {}

    static MongoClient connect(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(80))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .build());
    }

    /** The last element of a publisher, or null when it has none. */
    static <T> CompletableFuture<@Nullable T> future(Publisher<T> publisher) {
        var future = new CompletableFuture<@Nullable T>();
        publisher.subscribe(new Subscriber<T>() {
            private @Nullable T last;

            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(T element) {
                last = element;
            }

            @Override
            public void onError(Throwable failure) {
                future.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                future.complete(last);
            }
        });
        return future;
    }

    static <T> @Nullable T await(Publisher<T> publisher) throws Exception {
        return future(publisher).get(600, TimeUnit.SECONDS);
    }

    /** Counts the elements of a publisher without keeping them. */
    static <T> long count(Publisher<T> publisher) throws Exception {
        long[] count = {0};
        each(publisher, element -> count[0]++);
        return count[0];
    }

    /** Hands on every element, asking for a thousand at a time. */
    static <T> void each(Publisher<T> publisher, Consumer<T> taker) throws Exception {
        var done = new CompletableFuture<Boolean>();
        publisher.subscribe(new Subscriber<T>() {
            private long count;
            private @Nullable Subscription source;

            @Override
            public void onSubscribe(Subscription subscription) {
                source = subscription;
                subscription.request(1000);
            }

            @Override
            public void onNext(T element) {
                taker.accept(element);
                if (++count % 1000 == 0 && source != null) {
                    source.request(1000);
                }
            }

            @Override
            public void onError(Throwable failure) {
                done.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                done.complete(true);
            }
        });
        done.get(3600, TimeUnit.SECONDS);
    }

    /** Runs numbered operations, so many at once, for so long; answers how many a second were acknowledged. */
    static <T> double rate(int atOnce, double seconds, LongFunction<Publisher<T>> operation) throws Exception {
        var next = new AtomicLong();
        var done = new AtomicLong();
        var failure = new AtomicReference<@Nullable Throwable>();
        var running = new Semaphore(0);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Runnable> writers = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            writers.add(new Runnable() {
                @Override
                public void run() {
                    if (System.nanoTime() > end || failure.get() != null) {
                        running.release();
                        return;
                    }
                    future(operation.apply(next.getAndIncrement())).whenComplete((value, error) -> {
                        if (error != null) {
                            failure.set(error);
                        } else {
                            done.incrementAndGet();
                        }
                        run();
                    });
                }
            });
        }
        writers.forEach(Runnable::run);
        running.acquire(atOnce);
        Throwable error = failure.get();
        if (error != null) {
            throw new IllegalStateException("an operation failed", error);
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }
}
