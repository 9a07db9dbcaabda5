package vn.diemcau.attendance;

/**
 * Sessions that a sum counts beside turns.
 *
 * @param held by the unit itself or below it (cuộc)
 * @param joint cell meetings of another unit at which its members were required
 */
record Meetings(int held, int joint) {
    static final Meetings NONE = new Meetings(0, 0);

    Meetings plus(Meetings other) {
        return new Meetings(held + other.held, joint + other.joint);
    }
}
