package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.diemcau.problem.Problem;

/** What other features may ask of attendance. Rehearsals have attendance and tallies of their own, but are in no rollup. */
public interface Attendances {
    /** Everybody at the session, one at a time, in no order; the consumer must not block. */
    Future<Void> each(String session, Consumer<Attendance> consumer);

    /** Everybody counted exactly in the unit with this tree path, at sessions that start in [from, to); rehearsals left out. */
    Future<Void> eachIn(String treePath, Instant from, Instant to, Consumer<Attendance> consumer);

    /** One person's record at sessions that start in [from, to), by start; rehearsals left out. */
    Future<List<Attendance>> of(String person, Instant from, Instant to);

    Future<Optional<Attendance>> at(String session, String person);

    /** The counts by unit path ({@code party:/…/}, {@code state:/…/}) of one session: only units with people of their own. */
    Future<List<Tally>> tallies(String session);

    /** How every site stands, in the order of the session's sites. */
    Future<List<SiteFigures>> sites(String session);

    /** The whole session: the sum over its sites and those without one. */
    Future<Counts> counts(String session);

    /** The rollups of these paths for the months from … to, both included; months without turns are left out; in no order. */
    Future<List<Rollup>> rollups(Collection<String> treePaths, YearMonth from, YearMonth to);

    /** The rollups of the units directly below the paths, as organised then; in no order. */
    Future<List<Rollup>> childrenOf(Collection<String> treePaths, YearMonth from, YearMonth to);

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
