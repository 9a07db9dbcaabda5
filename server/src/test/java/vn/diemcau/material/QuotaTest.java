package vn.diemcau.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaTest {
    @Test
    void aProgrammeTakesNoMoreThanItsShareByWhateverDoor(@TempDir Path folder) throws Exception {
        try (MaterialServer at = new MaterialServer(folder)) {
            byte[] large = Arrays.copyOf("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 990_000);
            for (int i = 0; i < 5; i++)
                assertThat(at.add("planner", "m" + i, "a.pdf", large).statusCode())
                        .isEqualTo(201);
            assertThat(MaterialServer.json(at.add("planner", "m5", "a.pdf", large))
                            .getString("code"))
                    .isEqualTo("quota_full");
            assertThat(at.refusal("planner", "material", large.length)).isEqualTo("quota_full");
            assertThat(at.call("planner", "DELETE", "/materials/m0").statusCode())
                    .isEqualTo(204);
            assertThat(at.add("planner", "m5", "a.pdf", large).statusCode()).isEqualTo(201);
        }
    }
}
