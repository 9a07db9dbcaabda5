package vn.diemcau.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final ServerAddress STORE = new ServerAddress("127.0.0.1", 27017);

    /** When one connection breaks, the driver turns those away who wait for another. */
    @Test
    void whoeverWaitedForAConnectionIsToldThatTheStoreDoesNotAnswer() {
        ServerId server = new ServerId(new ClusterId(), STORE);
        assertThat(Problems.isUnreachable(
                        new MongoConnectionPoolClearedException(server, new IOException("Connection reset by peer"))))
                .isTrue();
        assertThat(Problems.isUnreachable(new MongoSocketReadException("reset", STORE)))
                .isTrue();
        assertThat(Problems.isUnreachable(new MongoTimeoutException("nobody there")))
                .isTrue();
    }

    @Test
    void whatTheStoreRefusesIsNoSilence() {
        assertThat(Problems.isUnreachable(new MongoException(11000, "duplicate key")))
                .isFalse();
        assertThat(Problems.isUnreachable(new IllegalStateException())).isFalse();
        assertThat(Problems.isUnreachable(null)).isFalse();
    }
}
