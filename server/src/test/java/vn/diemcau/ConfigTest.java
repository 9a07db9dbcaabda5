package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.oidc.ProviderSettings;

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

    @Test
    void aProviderOfSignInsIsWholeOrItIsSaidWhatLacks(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "a secret of the provider\n");
        ProviderSettings whole = Config.read(
                        List.of(),
                        Map.of(
                                "DIEMCAU_OIDC_ISSUER", "https://login.tinh.example/realms/tinh",
                                "DIEMCAU_OIDC_CLIENT_ID", "diemcau",
                                "DIEMCAU_OIDC_CLIENT_SECRET_FILE", secret.toString(),
                                "DIEMCAU_OIDC_NAME", "Tài khoản tỉnh",
                                "DIEMCAU_OIDC_FACTORS", "mfa, otp"))
                .provider();
        assertThat(whole)
                .isEqualTo(new ProviderSettings(
                        "https://login.tinh.example/realms/tinh",
                        "diemcau",
                        "a secret of the provider",
                        "Tài khoản tỉnh",
                        Set.of("mfa", "otp")));
        assertThat(Config.read(List.of(), Map.of()).provider()).isNull();
        // a provider in clear text, without client, secret and name
        assertThatThrownBy(() -> Config.read(List.of(), Map.of("DIEMCAU_OIDC_ISSUER", "http://login.tinh.example")))
                .satisfies(fault -> assertThat(fault.getMessage().lines()).hasSize(4));
        assertThatThrownBy(() -> Config.read(List.of(), Map.of("DIEMCAU_OIDC_CLIENT_ID", "diemcau")))
                .hasMessageContaining("needs DIEMCAU_OIDC_ISSUER");
        assertThatThrownBy(() -> Config.read(List.of(), Map.of("DIEMCAU_CALLS", "many")))
                .hasMessageContaining("DIEMCAU_CALLS");
    }
}
