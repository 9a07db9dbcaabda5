package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;

/** An answer goes when the disk has what it speaks of, and never when the disk refused. */
class AcknowledgementsTest {

    private record Told(@Nullable Document reply, @Nullable Throwable failure) {}

    private static Writer.Answer answer(CompletableFuture<Told> told) {
        var task = new Writer.Task(
                session -> new Document(), false, (reply, failure) -> told.complete(new Told(reply, failure)));
        return new Writer.Answer(task, new Document("ok", 1.0), null);
    }

    private static Told wait(CompletableFuture<Told> told) throws Exception {
        return told.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void groupsWrittenWhileTheDiskWorksWaitForItsNextRoundTogether() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var rounds = new AtomicInteger();
        List<CompletableFuture<Told>> told = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 4; i++) {
            told.add(new CompletableFuture<>());
        }
        try (var acknowledgements = new Acknowledgements(() -> {
            rounds.incrementAndGet();
            begun.countDown();
            await(go);
        })) {
            acknowledgements.after(List.of(answer(told.get(0))));
            await(begun);
            for (int i = 1; i < 4; i++) {
                acknowledgements.after(List.of(answer(told.get(i))));
            }
            assertThat(told).noneMatch(CompletableFuture::isDone);
            go.countDown();
            for (CompletableFuture<Told> one : told) {
                assertThat(wait(one).failure()).isNull();
            }
            assertThat(rounds).hasValue(2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAnswerThatCannotBeGivenIsToldAsAFailureAndStopsNobody() throws Exception {
        var told = new CompletableFuture<Told>();
        var next = new CompletableFuture<Told>();
        var tries = new AtomicInteger();
        var broken = new Writer.Task(session -> new Document(), false, (reply, failure) -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("no room for the reply");
            }
            told.complete(new Told(reply, failure));
        });
        try (var acknowledgements = new Acknowledgements(() -> {})) {
            acknowledgements.after(List.of(new Writer.Answer(broken, new Document("ok", 1.0), null)));
            acknowledgements.after(List.of(answer(next)));
            assertThat(wait(told).reply()).isNull();
            assertThat(Problems.reply(wait(told).failure()).get("code")).isEqualTo(8);
            assertThat(wait(next).failure()).isNull();
        }
    }

    @Test
    void afterTheDiskRefusedOnceNothingIsAcknowledged() throws Exception {
        var rounds = new AtomicInteger();
        var first = new CompletableFuture<Told>();
        var second = new CompletableFuture<Told>();
        try (var acknowledgements = new Acknowledgements(() -> {
            if (rounds.incrementAndGet() == 1) {
                throw new IOException("no more");
            }
        })) {
            acknowledgements.after(List.of(answer(first)));
            assertThat(wait(first).reply()).isNull();
            assertThat(wait(first).failure()).hasMessage("no more");
            acknowledgements.after(List.of(answer(second)));
            assertThat(wait(second).reply()).isNull();
            assertThat(wait(second).failure()).isNotNull();
            assertThat(rounds).hasValue(1);
        }
    }
}
