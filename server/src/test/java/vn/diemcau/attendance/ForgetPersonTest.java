package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.mongo.Mongo;

/** Whose words go with a person: those of a walk-in who was found to be them, and of nobody else. */
class ForgetPersonTest {
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    private static String nameAtTheDoor(String session) {
        return Mongo.first(stage.mongo
                        .collection("attendance")
                        .find(eq("_id", session + "|walk:w1"))
                        .batchSize(1))
                .map(found -> found.orElseThrow().get("name", ""))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void walkInMergedWith(String session, String person) {
        stage.hold(session, 3);
        stage.claim(session, "w1", Kind.WALK_IN, "walk:w1", "a", 5, Detail.saying("Nông Văn Tú\nChi bộ Nà Tu\n1980"));
        stage.settled();
        stage.claim(session, "m1", Kind.MERGE, "walk:w1", "a", 60, Detail.naming(person, null));
        stage.settled();
    }

    @Test
    void theNameAtTheDoorGoesWithThePersonItWas() {
        walkInMergedWith("whose", "x1");
        assertThat(nameAtTheDoor("whose")).isEqualTo("Nông Văn Tú");
        Stage.await(stage.feature.forgetting().forget("x1", List.of()));
        assertThat(nameAtTheDoor("whose")).doesNotContain("Nông");
    }

    @Test
    void aMergeThatWasTakenBackTakesNobodysNameAway() {
        walkInMergedWith("mistaken", "x1");
        stage.claim("mistaken", "u1", Kind.UNDO, "walk:w1", "a", 70, Detail.undoing("m1"));
        stage.claim("mistaken", "m2", Kind.MERGE, "walk:w1", "a", 80, Detail.naming("x2", null));
        stage.settled();
        Stage.await(stage.feature.forgetting().forget("x1", List.of()));
        assertThat(nameAtTheDoor("mistaken")).isEqualTo("Nông Văn Tú");
        Stage.await(stage.feature.forgetting().forget("x2", List.of()));
        assertThat(nameAtTheDoor("mistaken")).doesNotContain("Nông");
    }
}
