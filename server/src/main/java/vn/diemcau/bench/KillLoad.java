package vn.diemcau.bench;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What keeps a store busy until it is killed, and remembers what was acknowledged and what was under way. */
final class KillLoad {

    static final int WRITERS = 16;

    /** The store is about to be killed: nothing more is asked of it. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final Map<String, Long> counters = new ConcurrentHashMap<>();
    private final Set<String> inserted = ConcurrentHashMap.newKeySet();
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicInteger writing = new AtomicInteger();
    private final AtomicInteger defining = new AtomicInteger();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile boolean killed;
    private volatile @Nullable Exception failure;

    long acknowledged() {
        return acknowledged.get();
    }

    /** Documents that must be there. */
    Set<String> inserted() {
        return inserted;
    }

    /** Documents that may be there: whoever wrote or deleted them was not answered. */
    Set<String> unsure() {
        return unsure;
    }

    /** The least that each counter must say. */
    Map<String, Long> counters() {
        return counters;
    }

    boolean wasWriting() {
        return writing.get() > 0;
    }

    boolean wasDefining() {
        return defining.get() > 0;
    }

    boolean hasFailed() {
        return failure != null;
    }

    void start(MongoClient client, int round, Random random) {
        killed = false;
        writing.set(0);
        defining.set(0);
        var latch = new CountDownLatch(WRITERS + 1);
        stopped = latch;
        for (int w = 0; w < WRITERS; w++) {
            int writer = w;
            var own = new Random(random.nextLong());
            run("writer-" + w, latch, () -> write(client, writer, round, own));
        }
        run("definer", latch, () -> define(client, round));
    }

    private interface Work {
        void run() throws Exception;
    }

    /** A writer may only fail because its store was killed; anything else fails the run. */
    private void run(String name, CountDownLatch latch, Work work) {
        new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (Exception gone) {
                                if (!killed) {
                                    failure = gone;
                                }
                            } finally {
                                latch.countDown();
                            }
                        },
                        name)
                .start();
    }

    /** From now on nothing more is asked, and whoever waits for an answer may wait in vain. */
    void expectTheEnd() {
        killed = true;
    }

    void awaitTheEnd() throws InterruptedException {
        if (!stopped.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a writer did not notice that the store is gone");
        }
        if (failure != null) {
            throw new IllegalStateException("a writer failed before the store was killed", failure);
        }
    }

    /** What was found is what there is. */
    void goOnFrom(Set<String> found, Map<String, Long> stored) {
        counters.putAll(stored);
        inserted.clear();
        inserted.addAll(found);
        unsure.clear();
    }

    /** Asks, and takes note that the answer is awaited; what is never answered was under way when the store was killed. */
    private <T> void ask(AtomicInteger underWay, Publisher<T> command) throws Exception {
        if (killed) {
            throw new Stopped();
        }
        underWay.incrementAndGet();
        Drive.await(command);
        underWay.decrementAndGet();
    }

    private void write(MongoClient client, int writer, int round, Random own) throws Exception {
        MongoCollection<Document> evidence = client.getDatabase("kill").getCollection("evidence");
        MongoCollection<Document> counts = client.getDatabase("kill").getCollection("counts");
        String counter = "w" + writer;
        for (int i = 0; !killed; i++) {
            String id = writer + "-" + round + "-" + i;
            var document = new Document("_id", id)
                    .append("group", own.nextInt(50))
                    .append("unique", id)
                    .append("tags", List.of(own.nextInt(9), own.nextInt(9)))
                    .append("filler", "x".repeat(own.nextInt(4000)));
            unsure.add(id);
            ask(writing, evidence.insertOne(document));
            inserted.add(id);
            unsure.remove(id);
            acknowledged.incrementAndGet();
            long next = counters.getOrDefault(counter, 0L) + 1;
            ask(
                    writing,
                    counts.updateOne(
                            Filters.eq("_id", counter), Updates.max("n", next), new UpdateOptions().upsert(true)));
            counters.put(counter, next);
            acknowledged.incrementAndGet();
            if (i % 3 == 2) {
                String gone = writer + "-" + round + "-" + own.nextInt(i);
                unsure.add(gone);
                inserted.remove(gone);
                ask(writing, evidence.deleteOne(Filters.eq("_id", gone)));
                unsure.remove(gone);
                acknowledged.incrementAndGet();
            }
        }
    }

    private void define(MongoClient client, int round) throws Exception {
        MongoDatabase database = client.getDatabase("kill");
        MongoCollection<Document> evidence = database.getCollection("evidence");
        ask(defining, evidence.createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true)));
        ask(defining, evidence.createIndex(Indexes.ascending("tags")));
        for (int i = 0; !killed; i++) {
            ask(defining, evidence.createIndex(Indexes.ascending("group"), new IndexOptions().name("group")));
            ask(defining, database.createCollection("passing" + round + "-" + i));
            ask(defining, evidence.dropIndex("group"));
            ask(defining, database.getCollection("passing" + round + "-" + i).drop());
        }
    }
}
