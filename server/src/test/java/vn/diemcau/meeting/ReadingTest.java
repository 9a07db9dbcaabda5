package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is missing from a journal, and when it was written. Lines are written at the second of their sequence. */
class ReadingTest {
    private static final Instant NOW = second(9_000);
    private static final ApplyPresence.Source SOURCE = new ApplyPresence.Source("p1", "j", 0, 10);

    private static Instant second(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static JsonObject line(long seq) {
        return line(seq, "beat");
    }

    private static JsonObject line(long seq, String kind) {
        return new JsonObject()
                .put("q", seq)
                .put("k", kind)
                .put("t", seq * 1000)
                .put("b", "b1");
    }

    private static Cursor read(long seq) {
        return Cursor.fresh("p1")
                .at(new Cursor.Place("j", "b1", seq, false, false, null))
                .doing(new Cursor.Health(second(seq), second(seq), 0, 0, true, null, null, 0));
    }

    private static Reading reading(Cursor before, long last, JsonObject... lines) {
        JsonObject page = new JsonObject()
                .put("journal", "j")
                .put("boot", "b1")
                .put("now", 0)
                .put("first", 1)
                .put("last", last)
                .put("events", new JsonArray(java.util.List.of(lines)));
        return Reading.of(before, PresencePage.of(page), SOURCE, NOW);
    }

    @Test
    void linesWithoutAHoleLeaveNoDoubt() {
        Reading reading = reading(read(10), 12, line(11), line(12));
        assertThat(reading.cursor().place()).isEqualTo(new Cursor.Place("j", "b1", 12, false, false, null));
        assertThat(reading.cursor().alarmCount()).isZero();
        assertThat(reading.newest()).isEqualTo(second(12));
    }

    @Test
    void aHoleLiesBetweenItsNeighboursHoweverLateItIsRead() {
        Reading reading = reading(read(10), 900, line(11), line(15), line(900, "beat"));
        assertThat(reading.cursor().place().doubt()).isEqualTo(new Cursor.Doubt(second(11), second(900)));
        Reading one = reading(read(10), 16, line(11), line(15), line(16));
        assertThat(one.cursor().place().doubt()).isEqualTo(new Cursor.Doubt(second(11), second(15)));
        assertThat(one.cursor().place().check()).isTrue();
    }

    @Test
    void aDoubtOutlastsPagesUntilItIsCompared() {
        Cursor doubted = reading(read(10), 15, line(15)).cursor();
        Cursor after = reading(doubted, 17, line(16), line(17)).cursor();
        assertThat(after.place().doubt()).isEqualTo(new Cursor.Doubt(second(10), second(15)));
        assertThat(after.place().checked().doubt()).isNull();
    }

    @Test
    void linesMissingAtTheEndAreFromThereToTheNextLine() {
        Cursor doubted = reading(read(10), 14, line(11)).cursor();
        assertThat(doubted.place().doubt()).isEqualTo(new Cursor.Doubt(second(11), null));
        assertThat(reading(doubted, 16, line(15), line(16)).cursor().place().doubt())
                .isEqualTo(new Cursor.Doubt(second(11), second(15)));
    }

    @Test
    void aLineThatTellsOfLossesIsBelievedAboutWhenTheyBegan() {
        Cursor loose = read(10).at(Cursor.Place.after("j", "b1", 10, null));
        JsonObject gap = line(30, "gap").put("n", 4).put("s", 22_000);
        assertThat(reading(loose, 30, gap).cursor().place().doubt())
                .isEqualTo(new Cursor.Doubt(second(22), second(30)));
    }

    @Test
    void aBootEndsTheDoubtAboutWhatWasBeforeIt() {
        Reading reading = reading(read(10), 16, line(11), line(15, "boot").put("b", "b2"), line(16));
        assertThat(reading.beforeBoots()).isEqualTo(Map.of(15L, new Cursor.Doubt(second(11), second(15))));
        assertThat(reading.cursor().place().doubt()).isNull();
    }

    @Test
    void aBootThatIsReadAgainEndsNoDoubtAboutWhatCameLater() {
        Cursor back = read(100).at(Cursor.Place.after("j", "", 10, new Cursor.Doubt(second(100), null)));
        Reading reading = reading(back, 12, line(11, "boot"), line(12));
        assertThat(reading.beforeBoots()).isEmpty();
        assertThat(reading.cursor().place().doubt()).isEqualTo(new Cursor.Doubt(second(100), null));
    }
}
