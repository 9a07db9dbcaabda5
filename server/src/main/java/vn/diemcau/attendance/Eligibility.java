package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;
import vn.diemcau.schedule.Session;

/**
 * How much of a programme somebody has missed, and what follows: in whole periods (tiết), or in sessions where those have none.
 *
 * @param total what the person must attend, from admission on
 * @param ahead approved leave for sessions that are not over: nothing of it is missed yet
 * @param allowed the most that may be missed
 */
record Eligibility(boolean periods, int total, int absent, int excused, int ahead, int allowed, State state) {
    private static final int NEAR_PERCENT = 60;

    /** Where the person stands. */
    enum State {
        FINE,
        /** More than three fifths of what may be missed are gone, or will be by approved leave: time for a warning. */
        NEAR,
        /** Strictly more was missed than may be. */
        OVER
    }

    /**
     * One session that the person must attend.
     *
     * @param over whether it has been held: leave for one that has not may still be withdrawn, and the person may still come
     */
    record Turn(int periods, Standing standing, boolean over) {
        static Turn of(Session session, Standing standing, Instant now) {
            boolean over = session.state() == vn.diemcau.schedule.State.ENDED || !now.isBefore(session.endsAt());
            return new Turn(session.periods(), standing, over);
        }
    }

    static Eligibility of(Policy policy, List<Turn> turns) {
        boolean periods = !turns.isEmpty() && turns.stream().allMatch(turn -> turn.periods() > 0);
        int total = 0;
        int unexcused = 0;
        int excused = 0;
        int leave = 0;
        for (Turn turn : turns) {
            int size = periods ? turn.periods() : 1;
            total += size;
            switch (turn.standing()) {
                case UNEXCUSED -> unexcused += size;
                case EXCUSED, SUBSTITUTED -> {
                    if (turn.over()) excused += size;
                    else leave += size;
                }
                case PRESENT, UNDETERMINED -> {}
            }
        }
        int absent = unexcused + (policy.excusedCounts() ? excused : 0);
        int ahead = policy.excusedCounts() ? leave : 0;
        long limit = (long) total * policy.absentPercent();
        long foreseen = (absent + ahead) * 100L;
        boolean near = foreseen > 0 && foreseen * 100 > limit * NEAR_PERCENT;
        State state = absent * 100L > limit ? State.OVER : near ? State.NEAR : State.FINE;
        return new Eligibility(
                periods,
                total,
                absent,
                excused,
                ahead,
                (int) (limit / 100),
                policy.limitsAbsence() ? state : State.FINE);
    }
}
