package vn.diemcau.meeting;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Use case: read a Prosody's journal to its end, again and again. The cursor moves only when everything before it is durable; lines that
 * are missing are an alarm; who is there is compared when there is a doubt, and every minute.
 */
final class PullPresence {
    private static final Logger LOG = LoggerFactory.getLogger(PullPresence.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 500;
    private static final long FAILED_PAUSE_MILLIS = 2_000;
    private static final long TIMEOUT_MILLIS = 10_000;
    private static final long COMPARE_MILLIS = 60_000;
    /** Clocks that agree so well are taken as one. */
    private static final long SAME_CLOCK_MILLIS = 2_000;
    /** How far the reading goes back when a journal ends before what was read. */
    private static final int BACK = 1_000;

    private final Vertx vertx;
    private final MeetingServer.Prosody prosody;
    private final @Nullable String secret;
    private final ApplyPresence apply;
    private final CursorStore cursors;
    private final InstantSource clock;
    private final HttpClient client;
    private final String node = UUID.randomUUID().toString();
    private long comparedAt;
    private boolean stopped;
    private Future<Void> running = Future.succeededFuture();

    PullPresence(
            Vertx vertx,
            MeetingServer.Prosody prosody,
            @Nullable String secret,
            ApplyPresence apply,
            CursorStore cursors,
            InstantSource clock) {
        this.vertx = vertx;
        this.prosody = prosody;
        this.secret = secret;
        this.apply = apply;
        this.cursors = cursors;
        this.clock = clock;
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) TIMEOUT_MILLIS));
    }

    void start() {
        vertx.runOnContext(now -> round());
    }

    Future<Void> stop() {
        stopped = true;
        return running.otherwiseEmpty()
                .compose(done -> cursors.release(prosody.name(), node).otherwiseEmpty())
                .compose(done -> client.close());
    }

    private void round() {
        if (stopped) return;
        Promise<Void> done = Promise.promise();
        running = done.future();
        Instant now = clock.instant();
        cursors.lease(prosody.name(), node, now, now.plus(LEASE))
                .compose(mine -> mine ? pull() : Future.succeededFuture(PAUSE_MILLIS))
                .recover(failure -> {
                    LOG.warn("the journal of {} could not be read: {}", prosody.name(), failure.toString());
                    return note(failure).map(FAILED_PAUSE_MILLIS);
                })
                .onComplete(pause -> {
                    done.complete();
                    long millis = pause.succeeded() ? pause.result() : FAILED_PAUSE_MILLIS;
                    if (millis <= 0) vertx.runOnContext(next -> round());
                    else if (!stopped) vertx.setTimer(millis, timer -> round());
                });
    }

    private Future<Void> note(Throwable failure) {
        String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return cursors.get(prosody.name())
                .compose(cursor -> why.equals(cursor.health().failure())
                        ? Future.succeededFuture(true)
                        : cursors.move(cursor.failed(why)))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** One page; answers how long to pause. */
    private Future<Long> pull() {
        return cursors.get(prosody.name()).compose(cursor -> {
            boolean compare = cursor.place().check() || clock.millis() - comparedAt > COMPARE_MILLIS;
            long asked = clock.millis();
            return ask(cursor.place().seq(), compare).compose(page -> {
                long answered = clock.millis();
                return read(cursor, page, page.now() - (asked + answered) / 2, (answered - asked) / 2);
            });
        });
    }

    private Future<PresencePage> ask(long after, boolean compare) {
        String address = prosody.url() + "?after=" + after + (compare ? "&snapshot=1" : "");
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(address)
                        .setTimeout(TIMEOUT_MILLIS)
                        .putHeader("Authorization", "Bearer " + (secret == null ? "" : secret)))
                .compose(request -> request.send())
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture(new IllegalStateException("answered " + response.statusCode())))
                .map(body -> PresencePage.of(new JsonObject(body)));
    }

    /** @param unsure how far the offset may be off, because the answer took so long: a slow answer moves no clock */
    private Future<Long> read(Cursor before, PresencePage page, long offset, long unsure) {
        Instant now = clock.instant();
        boolean apart = Math.abs(offset) > SAME_CLOCK_MILLIS + unsure;
        ApplyPresence.Source source =
                new ApplyPresence.Source(prosody.name(), page.journal(), apart ? offset : 0, page.beatSeconds());
        Cursor astray = astray(before, page, now);
        if (astray != null) {
            return cursors.move(astray.pulled(page, now, null, offset)).map(0L);
        }
        Reading reading = Reading.of(before, page, source, now);
        if (reading.cursor().alarmCount() > before.alarmCount()) {
            LOG.warn("lines of the journal of {} are missing", prosody.name());
        }
        return apply.lines(source, page.events(), reading.beforeBoots())
                .map(notTaken -> notTaken == 0
                        ? reading.cursor()
                        : reading.cursor().alarmed(Cursor.What.NOT_TAKEN, now, notTaken, page.last()))
                .compose(cursor -> compared(source, cursor, page, now))
                .compose(done -> cursors.move(done.pulled(page, clock.instant(), reading.newest(), offset)))
                .map(moved -> page.more() || !moved ? 0L : PAUSE_MILLIS);
    }

    /** Where to read instead when the journal is not the one that was read, or not so long. */
    private @Nullable Cursor astray(Cursor cursor, PresencePage page, Instant now) {
        Cursor.Place place = cursor.place();
        if (place.journal() == null) {
            return cursor.at(Cursor.Place.after(page.journal(), "", page.first() - 1, null));
        }
        Cursor.Doubt doubt = cursor.doubtFromHere(now);
        if (!Objects.equals(place.journal(), page.journal())) {
            LOG.warn("{} has a journal of another name", prosody.name());
            return cursor.alarmed(Cursor.What.NEW_JOURNAL, now, 0, page.last())
                    .at(Cursor.Place.after(page.journal(), "", page.first() - 1, doubt));
        }
        if (page.last() < place.seq() || (!place.loose() && missedBoot(cursor, page))) {
            LOG.warn("the journal of {} ends before what was read", prosody.name());
            long back = Math.max(page.first() - 1, page.last() - BACK);
            return cursor.alarmed(Cursor.What.REWOUND, now, page.last(), place.seq())
                    .at(Cursor.Place.after(page.journal(), "", back, doubt));
        }
        if (place.seq() + 1 < page.first()) {
            LOG.warn("{} deleted lines before they were read", prosody.name());
            return cursor.alarmed(Cursor.What.FORGOTTEN, now, place.seq() + 1, page.first() - 1)
                    .at(Cursor.Place.after(page.journal(), place.boot(), page.first() - 1, doubt));
        }
        return null;
    }

    /** Whether lines of a new boot follow without the one that begins it: it was written over what was read already. */
    private static boolean missedBoot(Cursor cursor, PresencePage page) {
        if (page.events().isEmpty())
            return !page.more() && !page.boot().equals(cursor.place().boot());
        PresenceEvent first = page.events().get(0);
        return first.kind() != PresenceEvent.Kind.BOOT
                && !first.boot().equals(cursor.place().boot());
    }

    private Future<Cursor> compared(ApplyPresence.Source source, Cursor cursor, PresencePage page, Instant now) {
        List<PresenceEvent> there = page.snapshot();
        if (there == null) return Future.succeededFuture(cursor);
        Cursor.Doubt doubt = cursor.place().doubt();
        Cursor.Doubt gone = new Cursor.Doubt(
                doubt == null ? Instant.ofEpochMilli(comparedAt) : doubt.since(),
                doubt == null || doubt.until() == null ? now : doubt.until());
        return apply.compare(source, page.boot(), cursor.place().seq(), there, gone)
                .map(differing -> {
                    comparedAt = now.toEpochMilli();
                    Cursor settled = differing > 0
                            ? cursor.alarmed(
                                    Cursor.What.DIFFERENT,
                                    now,
                                    differing,
                                    cursor.place().seq())
                            : cursor;
                    return settled.at(settled.place().checked());
                });
    }
}
