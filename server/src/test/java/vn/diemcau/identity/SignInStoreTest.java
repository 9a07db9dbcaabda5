package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RunningPlatform;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;

class SignInStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void moreSignInsThanFitInOneRoundAllEnd(@TempDir Path folder) throws Exception {
        TestStore store = TestStore.open(folder);
        Mongo mongo = store.mongo();
        RunningPlatform.await(Index.ensure(mongo, SignInStore.INDEXES));
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 4_100; i++) {
            many.add(new Document("_id", "s" + i)
                    .append("account", i % 41 == 0 ? "other" : "one")
                    .append("expiresAt", Date.from(NOW.plus(Duration.ofHours(1)))));
        }
        RunningPlatform.await(Mongo.one(mongo.collection("sign_ins").insertMany(many)));
        SignInStore signIns = new SignInStore(mongo);
        assertThat(RunningPlatform.await(signIns.end(SignInStore.byAccount("one"), NOW)))
                .hasSize(4_000)
                .doesNotHaveDuplicates();
        assertThat(RunningPlatform.await(signIns.ofAccount("one", NOW))).isEmpty();
        assertThat(RunningPlatform.await(signIns.ofAccount("other", NOW))).hasSize(100);
        assertThat(RunningPlatform.await(signIns.endedLately(NOW))).hasSize(4_000);
        store.end();
    }
}
