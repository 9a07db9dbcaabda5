package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import vn.diemcau.Patience;
import vn.diemcau.bench.Participant;
import vn.diemcau.bench.Prosody;

/** What a disk may do to the journal: fill for a moment, stay full, fail to sync. Prosody and its meetings live on. */
class PresenceDiskTest {
    private static final int OFTEN = 150;
    /** Fewer lines than somebody makes who comes and goes so often. */
    private static final int WAITING = 8;

    private Prosody prosody;
    private Classroom classroom;
    private String session;
    private String room;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        boolean little = test.getTags().contains("little");
        prosody = new Prosody(
                        Prosody.READ_TIMEOUT,
                        Prosody.HIBERNATION,
                        "diemcau_presence_segment_bytes = 20000",
                        "diemcau_presence_keep_megabytes = 0.3",
                        "diemcau_presence_retry_seconds = 0",
                        "diemcau_presence_waiting_lines = " + (little ? WAITING : 20_000))
                .start();
        classroom = new Classroom(prosody);
        session = classroom.session();
        room = classroom.room(session);
    }

    @AfterEach
    void close() throws Exception {
        classroom.close();
        prosody.close();
    }

    private Participant join(int person) {
        Participant one = Participant.connect(prosody.port, classroom.token(room, person));
        one.join(room, "n" + person);
        return one;
    }

    private Classroom.Stay stay(int person, boolean open) {
        return classroom.stays(session, person, 1, open ? 1 : 0).get(0);
    }

    private void comesAndGoes(int person, int times) {
        Participant often = Participant.connect(prosody.port, classroom.token(room, person));
        for (int i = 0; i < times; i++) {
            often.join(room, "o" + i);
            often.leave(room, "o" + i);
        }
        often.close();
    }

    private JsonObject journal() {
        return new JsonObject(prosody.get("/diemcau/presence?after=0&limit=1").body());
    }

    private void allOnDisk() {
        Patience.until("everything is on the disk", () -> {
            JsonObject journal = journal();
            return journal.getInteger("waiting") == 0 && journal.getString("fault") == null;
        });
    }

    private static void between(Instant from, Instant seen, Instant until) {
        assertThat(seen).isBetween(from.truncatedTo(ChronoUnit.MILLIS), until);
    }

    @Test
    void whenTheDiskIsFullTheMeetingGoesOnAndNothingIsLost() throws Exception {
        Participant one = join(0);
        stay(0, true);
        prosody.disk(true);
        Instant comes = Instant.now();
        Participant two = join(1);
        Instant came = Instant.now();
        one.close();
        Instant went = Instant.now();
        Patience.until("the fault is told", () -> classroom.health().getString("fault") != null);
        assertThat(classroom.stays(session, 1)).isEmpty();
        prosody.disk(false);
        between(comes, stay(1, true).from(), came);
        between(came, stay(0, false).to().orElseThrow(), went);
        two.close();
        stay(1, false);
        Patience.until("the fault is over", () -> classroom.health().getString("fault") == null);
        assertThat(classroom.alarms()).isZero();
    }

    @Test
    void aDiskThatStaysFullCostsNothingThatWasWrittenBeforeOrWaits() throws Exception {
        join(0);
        stay(0, true);
        classroom.down();
        Instant comes = Instant.now();
        Participant passes = join(1);
        passes.close();
        Instant went = Instant.now();
        allOnDisk();
        prosody.disk(true);
        comesAndGoes(2, OFTEN);
        assertThat(journal().getInteger("waiting")).isGreaterThan(OFTEN);
        Patience.until("between two attempts nothing empty stands", this::everySegmentHoldsSomething);
        prosody.disk(false);
        allOnDisk();
        assertThat(everySegmentHoldsSomething()).isTrue();
        assertThat(prosody.segments()).hasSizeBetween(3, 30);
        classroom.up();
        Classroom.Stay passed = stay(1, false);
        between(comes, passed.from(), went);
        between(comes, passed.to().orElseThrow(), went);
        classroom.stays(session, 2, OFTEN, 0);
        assertThat(classroom.stays(session, 0)).hasSize(1).allMatch(stay -> stay.to()
                .isEmpty());
        assertThat(classroom.alarms()).isZero();
    }

    private boolean everySegmentHoldsSomething() {
        try {
            return prosody.segments().stream()
                    .allMatch(segment -> segment.toFile().length() > 0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    @Tag("little")
    void whoLeftOnALineThatWasLostIsClosedWithinTheBoundThoughProsodyLives() throws Exception {
        Participant one = join(0);
        Participant two = join(1);
        stay(0, true);
        stay(1, true);
        prosody.disk(true);
        Instant leaves = Instant.now();
        one.close();
        Instant left = Instant.now();
        Participant dies = join(3);
        comesAndGoes(2, WAITING);
        dies.kill();
        String occupants = "/test/occupants?" + room + "@" + Prosody.MUC;
        Patience.until(
                "the dead one is out, seconds later",
                () -> prosody.get(occupants).body().equals("1"));
        prosody.disk(false);
        Classroom.Stay stay = stay(0, false);
        assertThat(stay.leftBetween(leaves, left))
                .as("%s left at %s", stay, left)
                .isTrue();
        between(stay.from(), stay.to().orElseThrow(), Instant.now());
        Patience.until(
                "the loss is told",
                () -> classroom.health().getJsonArray("alarms").encode().contains("\"not_written\""));
        assertThat(stay(1, true).to()).isEmpty();
        two.close();
        stay(1, false);
    }

    @Test
    void whatAFailedSyncLostIsWrittenAgain() throws Exception {
        join(0);
        stay(0, true);
        allOnDisk();
        classroom.down();
        prosody.get("/test/fsync?1");
        Instant comes = Instant.now();
        Participant passes = join(1);
        passes.close();
        Instant went = Instant.now();
        Patience.until(
                "a sync failed", () -> prosody.get("/test/failing").body().equals("0"));
        allOnDisk();
        // what is served from memory proves nothing about the disk
        prosody.kill();
        prosody.start();
        classroom.up();
        Classroom.Stay passed = stay(1, false);
        between(comes, passed.from(), went);
        between(comes, passed.to().orElseThrow(), went);
        stay(0, false);
        assertThat(classroom.alarms()).isZero();
    }

    @Test
    void aDiskThatSyncsNothingForAWhileServesNothingMeanwhileAndLosesNothing() throws Exception {
        Participant one = join(0);
        stay(0, true);
        allOnDisk();
        prosody.get("/test/fsync?1000000");
        one.close();
        Participant two = join(1);
        Patience.until("the fault is told", () -> classroom.health().getString("fault") != null);
        assertThat(classroom.stays(session, 0).get(0).to()).isEmpty();
        assertThat(classroom.stays(session, 1)).isEmpty();
        prosody.get("/test/fsync?0");
        stay(0, false);
        stay(1, true);
        two.close();
        stay(1, false);
        assertThat(classroom.alarms()).isZero();
        List<Path> segments = prosody.segments();
        assertThat(Files.readString(segments.get(segments.size() - 1))).isNotEmpty();
    }
}
