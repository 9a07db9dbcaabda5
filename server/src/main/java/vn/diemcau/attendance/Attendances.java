package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;

/** What other features may ask of attendance. Rehearsals have attendance and tallies of their own, but are in no rollup. */
public interface Attendances extends Accounts {
    /** Everybody at the session, one at a time, in no order; the consumer must not block. */
    Future<Void> each(String session, Consumer<Attendance> consumer);

    /**
     * Everybody at the session in no order, so many at a time: the next are read when what was done with those before completes.
     */
    Future<Void> eachSome(String session, int some, Function<List<Attendance>, Future<Void>> work);

    /** The turns of some people at sessions that start in [from, to), in no order; rehearsals left out. The consumer must not block. */
    Future<Void> eachTurn(List<String> persons, Instant from, Instant to, Consumer<Turn> consumer);

    /** Everybody who had to come to a programme's sessions, as its policy judges what they missed. */
    Future<List<Trainee>> trainees(Programme programme);

    /**
     * Somebody in a class.
     *
     * @param known whether every turn is known
     * @param over whether more was missed than may be
     */
    record Trainee(String person, boolean known, boolean over) {}

    /** The sessions of one campaign alone. */
    Accounts ofCampaign(String campaign);

    /** Whether some counts of the session may be behind its records for a moment. */
    Future<Boolean> moving(String session);

    Future<Optional<Attendance>> at(String session, String person);

    /** The counts by unit path ({@code party:/…/}, {@code state:/…/}) of one session: only units with people of their own. */
    Future<List<Tally>> tallies(String session);

    /** How every site stands, in the order of the session's sites. */
    Future<List<SiteFigures>> sites(String session);

    /** The whole session: the sum over its sites and those without one. */
    Future<Counts> counts(String session);

    /** The evidence behind one outcome, or fails with a {@link Problem} of kind MISSING when the person is not on the list. */
    Future<Explanation> why(String session, String person);

    /** Who closed the session (chốt số liệu) and when, if it was closed. */
    Future<Optional<Closed>> closed(String session);

    /** When the session was closed, if it was. */
    default Future<Optional<Instant>> closedAt(String session) {
        return closed(session).map(found -> found.map(Closed::at));
    }

    /**
     * A closing, as documents name it.
     *
     * @param by the name of who closed
     */
    record Closed(String by, Instant at) {}
}
