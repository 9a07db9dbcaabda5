package vn.diemcau.identity;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import vn.diemcau.access.Grant;

/**
 * How strictly signing in is kept. A demonstration, whose passwords stand on its first page, has neither second factors nor locks.
 *
 * @param secondFactor whether administrators must show a second factor
 * @param administrator after how long without any use an administrator's sign-in locks; zero for never
 * @param office the same for trainers and cell secretaries
 * @param cadre the same for people on their own phones
 * @param unusedDays after how many days without a sign-in an administrator's account is switched off; 0 for never
 * @param callsOfAccount how many calls a minute an account may make; 0 for any number
 * @param callsOfAddress the same for an address from which nobody is signed in
 */
public record Safeguards(
        boolean secondFactor,
        Duration administrator,
        Duration office,
        Duration cadre,
        int unusedDays,
        int callsOfAccount,
        int callsOfAddress) {
    public static final Safeguards NONE = new Safeguards(false, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, 0);

    /** The shortest that any of the roles has; empty for never. A device at a site never locks: its roll may run all day. */
    Optional<Duration> idle(Collection<Grant> grants) {
        return grants.stream().map(this::idle).filter(limit -> !limit.isZero()).min(Duration::compareTo);
    }

    private Duration idle(Grant grant) {
        return switch (grant.role()) {
            case PROVINCE_ADMIN, UNIT_ADMIN -> administrator;
            case TRAINER, CELL_SECRETARY -> office;
            case CADRE -> cadre;
            case STEWARD, KIOSK -> Duration.ZERO;
        };
    }
}
