package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;
import vn.diemcau.bench.Participant;
import vn.diemcau.bench.Prosody;

/** What must not be lost, whatever dies: the evidence is the scripted truth, and what cannot be known is an alarm. */
class PresenceFaultsTest {
    private Prosody prosody;
    private Classroom classroom;
    private String session;
    private String room;

    @BeforeEach
    void open() throws Exception {
        prosody = new Prosody().start();
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
        return stays(person, 1, open).get(0);
    }

    private List<Classroom.Stay> stays(int person, int number, boolean open) {
        return classroom.stays(session, person, number, open ? 1 : 0);
    }

    /** Both clocks are one here, and the journal has milliseconds. */
    private static void between(Instant from, Instant seen, Instant until) {
        assertThat(seen).isBetween(from.truncatedTo(ChronoUnit.MILLIS), until);
    }

    /** Waits until Prosody notes that it lives; a moment at which everybody who is there was there. */
    private Instant signOfLife() {
        Instant asked = Instant.now();
        Patience.until("a sign of life", () -> lastLine().isAfter(asked));
        return asked;
    }

    private Instant lastLine() {
        try {
            List<String> lines = Files.readAllLines(newest(), StandardCharsets.UTF_8);
            if (lines.isEmpty()) return Instant.EPOCH;
            String line = lines.get(lines.size() - 1);
            return Instant.ofEpochMilli(new JsonObject(line.substring(line.indexOf('{'))).getLong("t"));
        } catch (IOException | RuntimeException beingWritten) {
            return Instant.EPOCH;
        }
    }

    private int alarms() {
        return classroom.alarms();
    }

    @Test
    void whatHappensWhileTheServerIsDownIsThereWhenItComesBack() throws Exception {
        Participant stays = join(0);
        stay(0, true);
        classroom.down();
        Instant comes = Instant.now();
        Participant passes = join(1);
        Instant came = Instant.now();
        passes.close();
        Instant went = Instant.now();
        stays.close();
        Participant late = join(2);
        classroom.up();
        Classroom.Stay passed = stay(1, false);
        between(comes, passed.from(), came);
        between(came, passed.to().orElseThrow(), went);
        stay(0, false);
        stay(2, true);
        late.close();
        stay(2, false);
        assertThat(alarms()).isZero();
    }

    @Test
    void whenProsodyIsKilledEverybodyLeftAtItsLastSignOfLife() throws Exception {
        join(0);
        stay(0, true);
        Instant lived = signOfLife();
        prosody.kill();
        Instant died = Instant.now();
        prosody.start();
        Classroom.Stay cut = stay(0, false);
        between(lived, cut.to().orElseThrow(), died);
        assertThat(cut.bound()).isOne();
        Participant again = join(0);
        stays(0, 2, true);
        again.close();
        stays(0, 2, false);
        assertThat(alarms()).isZero();
    }

    @Test
    void whoComesWhileProsodyIsTooBusyForTimersIsKnownAllTheSame() throws Exception {
        assertThat(prosody.get("/test/busy").body()).isEqualTo("true");
        Participant one = join(0);
        stay(0, true);
        one.close();
        stay(0, false);
        assertThat(alarms()).isZero();
    }

    @Test
    void whenProsodyIsStoppedEverybodyLeftThen() throws Exception {
        join(0);
        stay(0, true);
        Instant lived = signOfLife();
        prosody.stop();
        Instant ended = Instant.now();
        prosody.start();
        Classroom.Stay cut = stay(0, false);
        between(lived, cut.to().orElseThrow(), ended);
        assertThat(alarms()).isZero();
    }

    @Test
    void aLastLineTornByADeathIsCut() throws Exception {
        join(0);
        stay(0, true);
        Instant lived = signOfLife();
        prosody.kill();
        Instant died = Instant.now();
        Path last = newest();
        Files.writeString(last, "99999 0123456789abcdef {\"k\":\"in\",\"q\":999", StandardOpenOption.APPEND);
        prosody.start();
        Classroom.Stay cut = stay(0, false);
        between(lived, cut.to().orElseThrow(), died);
        join(1).close();
        stay(1, false);
        assertThat(alarms()).isZero();
    }

    private Path newest() throws IOException {
        List<Path> segments = prosody.segments();
        return segments.get(segments.size() - 1);
    }

    @Test
    void aLineTornInTheMiddleIsAnAlarmAndTheLineOfLeavingMakesItGood() throws Exception {
        stay(join0(), true);
        classroom.down();
        Instant comes = Instant.now();
        Participant one = join(1);
        Instant came = Instant.now();
        one.close();
        Instant went = Instant.now();
        prosody.kill();
        tear("\"u\":\"" + Classroom.person(1) + "\"", "\"k\":\"in\"");
        prosody.start();
        classroom.up();
        Classroom.Stay stay = stay(1, false);
        between(comes, stay.from(), came);
        between(came, stay.to().orElseThrow(), went);
        Patience.until("the hole is an alarm", () -> alarms() > 0);
        assertThat(classroom.health().getJsonArray("alarms").getJsonObject(0).getString("what"))
                .isEqualTo("gap");
    }

    private int join0() {
        join(0);
        return 0;
    }

    /** Spoils one byte of the line that contains all of the texts. */
    private void tear(String... texts) throws IOException {
        boolean torn = false;
        for (Path segment : prosody.segments()) {
            List<String> lines = new ArrayList<>(Files.readAllLines(segment, StandardCharsets.UTF_8));
            for (int i = 0; i < lines.size() && !torn; i++) {
                boolean all = true;
                for (String text : texts) all &= lines.get(i).contains(text);
                if (!all) continue;
                lines.set(i, lines.get(i).replaceFirst("\\{", "["));
                torn = true;
            }
            Files.writeString(segment, String.join("\n", lines) + "\n");
        }
        assertThat(torn).isTrue();
    }

    @Test
    void whoLeftOnATornLineIsClosedWithinTheBoundAndThatIsAnAlarm() throws Exception {
        Participant one = join(0);
        join(1);
        stay(0, true);
        stay(1, true);
        classroom.down();
        Instant leaves = Instant.now();
        one.close();
        Instant left = Instant.now();
        Participant later = join(2);
        signOfLife();
        signOfLife();
        prosody.kill();
        tear("\"u\":\"" + Classroom.person(0) + "\"", "\"k\":\"out\"");
        prosody.start();
        classroom.up();
        stay(2, false);
        Classroom.Stay stay = stay(0, false);
        assertThat(stay.leftBetween(leaves, left)).as("%s", stay).isTrue();
        assertThat(alarms()).isPositive();
        later.kill();
    }

    @Test
    void reloadingTheModuleClosesNothing() throws Exception {
        Instant joins = Instant.now();
        Participant one = join(0);
        Instant joined = Instant.now();
        stay(0, true);
        assertThat(prosody.get("/test/reload").body()).startsWith("true");
        Participant two = join(1);
        stay(1, true);
        Instant leaves = Instant.now();
        one.close();
        Instant left = Instant.now();
        Classroom.Stay stay = stay(0, false);
        between(joins, stay.from(), joined);
        between(leaves, stay.to().orElseThrow(), left);
        two.close();
        stay(1, false);
        assertThat(alarms()).isZero();
    }

    @Test
    void whatHappensWhileTheModuleIsAwayIsFoundByLooking() throws Exception {
        Participant leaves = join(0);
        Participant stays = join(1);
        stay(0, true);
        stay(1, true);
        Instant unloads = Instant.now();
        assertThat(prosody.get("/test/unload").body()).startsWith("true");
        Instant leavesAt = Instant.now();
        leaves.close();
        Instant left = Instant.now();
        Participant comes = join(2);
        assertThat(prosody.get("/test/load").body()).startsWith("true");
        Instant loaded = Instant.now();
        Classroom.Stay gone = stay(0, false);
        between(unloads, gone.to().orElseThrow(), loaded);
        between(leavesAt.minusSeconds(gone.bound()), gone.to().orElseThrow(), left.plusSeconds(gone.bound()));
        between(left, stay(2, true).from(), loaded);
        assertThat(classroom.stays(session, 1).get(0).to()).isEmpty();
        comes.close();
        stays.close();
        stay(1, false);
        stay(2, false);
        assertThat(alarms()).isZero();
    }

    @Test
    void aPowerCutTakesOnlyWhatWasNeverServed() throws Exception {
        join(0);
        stay(0, true);
        Instant lived = signOfLife();
        classroom.down();
        long synced = new JsonObject(
                        prosody.get("/diemcau/presence?after=0&snapshot=1").body())
                .getLong("last");
        Participant unsynced = join(1);
        prosody.kill();
        cutAfter(synced);
        Instant died = Instant.now();
        prosody.start();
        classroom.up();
        Classroom.Stay cut = stay(0, false);
        between(lived, cut.to().orElseThrow(), died);
        Participant back = join(1);
        stay(1, true);
        back.close();
        stay(1, false);
        assertThat(alarms()).isZero();
        unsynced.kill();
    }

    private void cutAfter(long seq) throws IOException {
        for (Path segment : prosody.segments()) {
            List<String> kept = Files.readAllLines(segment, StandardCharsets.UTF_8).stream()
                    .filter(line -> Long.parseLong(line.substring(0, line.indexOf(' '))) <= seq)
                    .toList();
            if (kept.isEmpty()) Files.delete(segment);
            else Files.writeString(segment, String.join("\n", kept) + "\n");
        }
    }

    @Test
    void aJournalThatEndsBeforeWhatWasReadIsAnAlarmAndWhatFollowsIsKept() throws Exception {
        join(0);
        stay(0, true);
        // what was read for certain; lines after it may not have been read yet
        long read = classroom.health().getLong("seq");
        prosody.kill();
        cutAfter(read - 1);
        prosody.start();
        stay(0, false);
        Participant back = join(1);
        stay(1, true);
        back.close();
        stay(1, false);
        assertThat(alarms()).isPositive();
    }

    @Test
    void aLostJournalIsAnAlarmAndWhatFollowsIsKept() throws Exception {
        join(0);
        stay(0, true);
        prosody.kill();
        for (Path segment : prosody.segments()) Files.delete(segment);
        Files.delete(prosody.journal().resolve("journal.id"));
        prosody.start();
        Instant known = Instant.now();
        Classroom.Stay cut = stay(0, false);
        between(cut.from(), cut.to().orElseThrow(), known);
        Participant back = join(1);
        stay(1, true);
        back.close();
        stay(1, false);
        assertThat(classroom.health().getJsonArray("alarms").toString()).contains("new_journal");
    }
}
