package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

    @Test
    void clusteringOverTheEmbeddedStoreIsRefusedWithTheReason() {
        assertThatThrownBy(() -> Config.read(List.of(), Map.of("DIEMCAU_CLUSTER", "yes")))
                .isInstanceOf(Config.Faulty.class)
                .hasMessageContaining("needs MONGODB_URI")
                .hasMessageContaining("single node");
    }

    @Test
    void clusteringIsNotPretendedWithAMongoDbEither() {
        assertThatThrownBy(
                        () -> Config.read(List.of(), Map.of("DIEMCAU_CLUSTER", "yes", "MONGODB_URI", "mongodb://h/")))
                .isInstanceOf(Config.Faulty.class)
                .hasMessageContaining("runs as one node");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThatThrownBy(() -> Config.read(
                        List.of("--port", "x", "--color"), Map.of("MONGODB_URI", "http://h", "DIEMCAU_CLUSTER", "1")))
                .isInstanceOf(Config.Faulty.class)
                .satisfies(fault -> assertThat(fault.getMessage().lines()).hasSize(4));
    }
}
