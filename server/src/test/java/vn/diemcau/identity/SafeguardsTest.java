package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;

class SafeguardsTest {
    private static final Safeguards RULES =
            new Safeguards(true, Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(12), 45, 0, 0);

    @Test
    void theShortestOfTheRolesCounts() {
        assertThat(RULES.idle(Set.of(Grant.over(Role.CADRE, ""), Grant.over(Role.UNIT_ADMIN, "/T/"))))
                .contains(Duration.ofMinutes(5));
        assertThat(RULES.idle(Set.of(Grant.over(Role.CADRE, "")))).contains(Duration.ofHours(12));
    }

    @Test
    void aDeviceAtASiteAndADemonstrationNeverLock() {
        assertThat(RULES.idle(Set.of(Grant.atSite("s", "d")))).isEmpty();
        assertThat(Safeguards.NONE.idle(Set.of(Grant.over(Role.PROVINCE_ADMIN, "/"))))
                .isEmpty();
    }
}
