package vn.diemcau.attendance;

import java.util.List;

/**
 * How much of a programme somebody has missed, and what follows: in whole periods (tiết), or in sessions where those have none.
 *
 * @param total what the person must attend, from admission on
 * @param allowed the most that may be missed
 */
record Eligibility(boolean periods, int total, int absent, int excused, int allowed, State state) {
    private static final int NEAR_PERCENT = 60;

    /** Where the person stands. */
    enum State {
        FINE,
        /** More than three fifths of what may be missed are gone: time for a warning. */
        NEAR,
        /** Strictly more was missed than may be. */
        OVER
    }

    /** One session that the person must attend. */
    record Turn(int periods, Standing standing) {}

    static Eligibility of(Policy policy, List<Turn> turns) {
        boolean periods = !turns.isEmpty() && turns.stream().allMatch(turn -> turn.periods() > 0);
        int total = 0;
        int unexcused = 0;
        int excused = 0;
        for (Turn turn : turns) {
            int size = periods ? turn.periods() : 1;
            total += size;
            switch (turn.standing()) {
                case UNEXCUSED -> unexcused += size;
                case EXCUSED, SUBSTITUTED -> excused += size;
                case PRESENT, UNDETERMINED -> {}
            }
        }
        int absent = unexcused + (policy.excusedCounts() ? excused : 0);
        long missed = absent * 100L;
        long limit = (long) total * policy.absentPercent();
        State state = missed > limit
                ? State.OVER
                : absent > 0 && missed * 100 > limit * NEAR_PERCENT ? State.NEAR : State.FINE;
        return new Eligibility(
                periods, total, absent, excused, (int) (limit / 100), policy.limitsAbsence() ? state : State.FINE);
    }
}
