package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.RunningPlatform;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.ProgrammeKind;

/** An account that does not add up is at fault only when nothing in it moves; what moves is said to move. */
class MovingTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Period MONTH = Period.month(YearMonth.of(2026, 9));
    private static final UnitTree TREE = new UnitTree(List.of(unit("T", null), unit("A", "T")));

    @AfterAll
    static void close() {
        RunningPlatform.await(VERTX.close());
    }

    private static Unit unit(String id, @org.jspecify.annotations.Nullable String parent) {
        List<Unit.Placement> placements = List.of(new Unit.Placement(parent, LocalDate.of(2020, 1, 1), null));
        return new Unit(id, "Đơn vị " + id, Tree.PARTY, "x", parent == null ? 1 : 4, placements, id, id);
    }

    /** Sums whose whole lags behind its part for some readings, and whether they say that they move. */
    private static final class Lagging implements Accounts {
        private int readings;
        private final Deque<Boolean> moving;

        Lagging(int readings, Boolean... moving) {
            this.readings = readings;
            this.moving = new ArrayDeque<>(List.of(moving));
        }

        private static Rollup rollup(String path, int present) {
            Counts counts =
                    Counts.of(Map.of("required", 5, "present", present, "unexcused", 5 - present, "linked", present));
            return new Rollup(path, YearMonth.of(2026, 9), ProgrammeKind.CONFERENCE, 1, counts);
        }

        @Override
        public Future<List<Rollup>> rollups(Collection<String> treePaths, YearMonth from, YearMonth to) {
            return Future.succeededFuture(List.of(rollup("party:/T/", readings-- > 0 ? 3 : 4)));
        }

        @Override
        public Future<List<Rollup>> childrenOf(Collection<String> treePaths, YearMonth from, YearMonth to) {
            YearMonth month = YearMonth.of(2026, 9);
            boolean within = !month.isBefore(from) && !month.isAfter(to);
            return Future.succeededFuture(within ? List.of(rollup("party:/T/A/", 4)) : List.of());
        }

        @Override
        public Future<Void> eachIn(String treePath, Instant from, Instant to, Consumer<Attendance> consumer) {
            return Future.failedFuture("not asked here");
        }

        @Override
        public Future<List<Attendance>> of(String person, Instant from, Instant to) {
            return Future.failedFuture("not asked here");
        }

        @Override
        public Future<Boolean> moving(Collection<String> treePaths) {
            return Future.succeededFuture(moving.size() > 1 ? moving.poll() : moving.element());
        }
    }

    private static UnitFigures read(Accounts accounts) {
        Recorded recorded = new Recorded(TREE, (person, day) -> "");
        return RunningPlatform.await(new ReadUnitFigures(VERTX, recorded.people())
                .handle(TREE, TREE.unit("T").orElseThrow(), new Ask(MONTH, null, null, false, null, null), accounts));
    }

    @Test
    void sumsOnTheirWayUpAreNoFault() {
        assertThat(read(new Lagging(Integer.MAX_VALUE, true)).faults()).containsExactly(Figures.MOVING);
        assertThat(read(new Lagging(Integer.MAX_VALUE, false, true)).faults()).containsExactly(Figures.MOVING);
    }

    @Test
    void sumsThatAgreeWhenReadAgainAreWhole() {
        assertThat(read(new Lagging(1, true)).faults()).isEmpty();
        assertThat(read(new Lagging(3, false)).faults()).isEmpty();
    }

    @Test
    void sumsThatStandStillAndDoNotAgreeAreAtFault() {
        assertThat(read(new Lagging(Integer.MAX_VALUE, false)).faults()).contains("sum");
    }
}
