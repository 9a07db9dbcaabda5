package vn.diemcau.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The summons of one programme to one unit: how many people, and whether the unit confirmed that it has it.
 *
 * @param unitPath the path of the receiving unit: whoever confirms is judged by it
 * @param people how many are on its list
 * @param content hash of whom it summons where and when: a receipt for another content is out of date
 */
record Summons(
        String programme,
        String unit,
        String unitName,
        String unitPath,
        int people,
        String content,
        Instant issuedAt,
        List<Receipt> receipts) {
    /** The unit's word that it has the summons as it was then. */
    record Receipt(String content, String by, String name, Instant at) {}

    /** The receipt for the summons as it is now. */
    Optional<Receipt> receipt() {
        return receipts.stream()
                .filter(receipt -> receipt.content().equals(content))
                .findFirst();
    }

    /** Whether the unit had confirmed something that has changed since. */
    boolean changedSinceReceipt() {
        return !receipts.isEmpty() && receipt().isEmpty();
    }

    @Nullable
    Instant receivedAt() {
        return receipt().map(Receipt::at).orElse(null);
    }
}
