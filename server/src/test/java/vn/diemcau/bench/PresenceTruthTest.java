package vn.diemcau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The bench's measure: whatever differs from what was played is counted, and nothing makes up for anything else. */
class PresenceTruthTest {
    private static final PresenceTruth.Stay STAY = new PresenceTruth.Stay(at(10), at(12), at(50), at(52));
    private static final PresenceTruth.Stay SILENT = new PresenceTruth.Stay(at(20), at(22), at(60), null);
    private final PresenceTruth truth = new PresenceTruth();

    PresenceTruthTest() {
        truth.was("s", "an", STAY);
        truth.was("s", "binh", SILENT);
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static Document told(String kind, String person, long second) {
        return new Document("session", "s")
                .append("subject", person)
                .append("kind", kind)
                .append("seenAt", Date.from(at(second)));
    }

    private static List<Document> asPlayed() {
        return new ArrayList<>(List.of(
                told("CONNECTED", "an", 11),
                told("DISCONNECTED", "an", 51),
                told("CONNECTED", "binh", 21),
                told("DISCONNECTED", "binh", 400)));
    }

    @Test
    void whatWasPlayedIsNoDistance() {
        assertThat(truth.from(asPlayed())).isEqualTo(new PresenceTruth.Distance(0, 0, 0));
    }

    @Test
    void oneTooManyHidesNoneThatIsLost() {
        List<Document> evidence = asPlayed();
        evidence.set(3, told("CONNECTED", "an", 11));
        assertThat(truth.from(evidence)).isEqualTo(new PresenceTruth.Distance(1, 1, 0));
        evidence.set(3, told("CONNECTED", "nobody", 11));
        assertThat(truth.from(evidence)).isEqualTo(new PresenceTruth.Distance(1, 1, 0));
    }

    @Test
    void anotherTimeThanItWasIsWrong() {
        List<Document> evidence = asPlayed();
        evidence.set(0, told("CONNECTED", "an", 13));
        evidence.set(3, told("DISCONNECTED", "binh", 59));
        assertThat(truth.from(evidence)).isEqualTo(new PresenceTruth.Distance(0, 0, 2));
    }

    @Test
    void aRowOfAttendanceSaysBothEndsAndThatItWasRemote() {
        assertThat(truth.says("s", row("an", "remote", at(11), at(51)))).isTrue();
        assertThat(truth.says("s", row("an", "main_hall", at(11), at(51)))).isFalse();
        assertThat(truth.says("s", row("an", "remote", at(11), at(53)))).isFalse();
        assertThat(truth.says("s", row("an", "remote", at(9), at(51)))).isFalse();
        assertThat(truth.says("s", row("nobody", "remote", at(11), at(51)))).isFalse();
        assertThat(truth.says("t", row("an", "remote", at(11), at(51)))).isFalse();
    }

    private static JsonObject row(String person, String mode, Instant arrived, Instant left) {
        return new JsonObject()
                .put("person", new JsonObject().put("id", person))
                .put(
                        "outcome",
                        new JsonObject()
                                .put("mode", mode)
                                .put("arrived", arrived.toString())
                                .put("left", left.toString()));
    }
}
