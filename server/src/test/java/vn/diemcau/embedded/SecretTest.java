package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** Nobody without the secret of this start gets in, or far. */
class SecretTest {

    @TempDir
    private Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> things;

    @BeforeEach
    void open() throws StoreUnusable {
        store = EmbeddedStore.open(folder.resolve("data"));
        client = MongoClients.create(store.connectionString());
        database = client.getDatabase("lasting");
        things = database.getCollection("things");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void beforeTheSecretWasSaidOnlyShortMessagesAreRead() throws Exception {
        int port = Integer.parseInt(store.connectionString().replaceAll(".*:([0-9]+)/.*", "$1"));
        try (var stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
            stranger.setSoTimeout((int) TimeUnit.SECONDS.toMillis(Patience.SECONDS));
            stranger.getOutputStream()
                    .write(ByteBuffer.allocate(16)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(40_000_000)
                            .putInt(1)
                            .putInt(0)
                            .putInt(2013)
                            .array());
            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
        LastingTest.fill(things, 100, 100_000);
        assertThat(things.countDocuments()).isEqualTo(100);
    }

    @Test
    void withoutTheSecretNobodyReads() {
        String uri = store.connectionString();
        String wrong = uri.replaceFirst("diemcau:[0-9a-f]{4}", "diemcau:0000");
        try (MongoClient stranger = MongoClients.create(wrong + "&serverSelectionTimeoutMS=2000")) {
            assertThatThrownBy(() -> stranger.getDatabase("lasting")
                            .getCollection("things")
                            .countDocuments())
                    .isInstanceOf(MongoSecurityException.class);
        }
        String port = uri.replaceAll(".*:([0-9]+)/.*", "$1");
        try (MongoClient stranger =
                MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=2000")) {
            var refusal = catchThrowableOfType(MongoCommandException.class, () -> stranger.getDatabase("lasting")
                    .runCommand(new Document("find", "things")));
            assertThat(refusal.getCode()).isEqualTo(13);
        }
        assertThat(uri).contains("@127.0.0.1:");
    }

    @Test
    void theSecretIsNewAtEveryStart() throws Exception {
        String before = store.connectionString();
        close();
        open();
        assertThat(store.connectionString()).isNotEqualTo(before);
    }
}
