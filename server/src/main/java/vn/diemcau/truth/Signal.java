package vn.diemcau.truth;

import org.jspecify.annotations.Nullable;

/**
 * Something a source says, as it goes over the wire.
 *
 * @param kind a kind of evidence as the wire names it
 * @param subject whom it is about
 * @param room or null
 * @param device that says it
 * @param by how it was taken, as the wire names it, or null
 * @param saidAt by the clock of the device
 * @param other the evidence undone, or the person named
 * @param since declared presence since then, or null
 * @param minutes watched, or null
 * @param ahead by how much the device's clock is ahead of the true one
 */
public record Signal(
        String id,
        String kind,
        String subject,
        @Nullable String room,
        String device,
        @Nullable String by,
        long saidAt,
        @Nullable String other,
        @Nullable Long since,
        @Nullable Integer minutes,
        long ahead) {
    /** One arrival of a signal; the same may arrive often. Both on the true clock. */
    public record Arrival(Signal signal, long sentAt, long receivedAt) {
        /** When it was sent by the clock of the device. */
        public long sentAtByDevice() {
            return sentAt + signal.ahead();
        }
    }
}
