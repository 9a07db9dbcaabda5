package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RunningPlatform;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.schedule.ProgrammeKind;

/** What is remembered of the units below a unit is never older than what was summed. */
class RollupReaderTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 5);
    private static final String PROVINCE = "party:/T/";
    /** So many that their revisions are read from below the province. */
    private static final int COMMUNES = 20;

    private static final String CAMPAIGN = "nq";

    private TestStore store;
    private TallyStore tallies;
    private RollupStore rollups;
    private RollupReader reader;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        store = TestStore.open(folder);
        RunningPlatform.await(Index.ensure(store.mongo(), AttendanceIndexes.ALL));
        tallies = new TallyStore(store.mongo());
        rollups = new RollupStore(store.mongo(), tallies);
        reader = new RollupReader(store.mongo());
    }

    @AfterEach
    void close() {
        store.end();
    }

    private static String commune(int n) {
        return PROVINCE + "C" + n + "/";
    }

    private static Counts turns(int required, int present) {
        return new Counts(required, present, 0, 0, required - present, 0, 0, 0, 0, present, 0, 0, 0, 0, 0, 0, 0);
    }

    private final Map<String, Sum> kept = new java.util.HashMap<>();

    private static String leaf(String path) {
        return RollupKey.of(path, MONTH.toString(), ProgrammeKind.CELL_MEETING).id();
    }

    private void met(String cell, int required, int present) {
        String leaf = leaf(cell);
        String session = "s-" + cell.hashCode();
        TallyStore.Counted counted = new TallyStore.Counted(
                session + "|" + cell,
                session,
                kept.get(cell),
                turns(required, present),
                new Meetings(1, 0),
                null,
                new Leaves(leaf, leaf(RollupKey.within(CAMPAIGN, cell))));
        assertThat(RunningPlatform.await(tallies.keepTallies(List.of(counted), 0)))
                .isTrue();
        kept.put(cell, counted.after());
    }

    private void summed() {
        Set<String> open = new HashSet<>(RunningPlatform.await(rollups.marked(Long.MAX_VALUE, 10_000)));
        while (!open.isEmpty()) {
            Set<String> now = Set.copyOf(open);
            open.clear();
            RunningPlatform.await(new RollUp(rollups, Clock.systemUTC(), open::addAll).handle(now));
        }
    }

    private Map<String, Integer> presentInCells() {
        return presentInCells(COMMUNES, path -> path);
    }

    private Map<String, Integer> presentInCells(int of, UnaryOperator<String> as) {
        List<String> communes = new ArrayList<>();
        for (int n = 0; n < of; n++) communes.add(as.apply(commune(n)));
        return RunningPlatform.await(reader.below(communes, MONTH, MONTH)).stream()
                .collect(
                        Collectors.toMap(Rollup::path, rollup -> rollup.counts().present()));
    }

    @Test
    void twoCellsOfACommuneThatChangeOppositelyAreBothSeen() {
        for (int n = 0; n < COMMUNES; n++) met(commune(n) + "B1/", 10, 9);
        met(commune(0) + "B2/", 10, 5);
        summed();
        assertThat(presentInCells())
                .containsEntry(commune(0) + "B1/", 9)
                .containsEntry(commune(0) + "B2/", 5)
                .hasSize(COMMUNES + 1);

        met(commune(0) + "B1/", 10, 7);
        met(commune(0) + "B2/", 10, 7);
        summed();
        assertThat(presentInCells())
                .containsEntry(commune(0) + "B1/", 7)
                .containsEntry(commune(0) + "B2/", 7)
                .hasSize(COMMUNES + 1);
    }

    @Test
    void aFewUnitsOfOneAndTheSumsOfACampaignAreReadTheSame() {
        for (int n = 0; n < COMMUNES; n++) met(commune(n) + "B1/", 10, 9);
        summed();
        UnaryOperator<String> ofCampaign = path -> RollupKey.within(CAMPAIGN, path);
        for (int of : new int[] {1, 2, COMMUNES}) {
            assertThat(presentInCells(of, path -> path)).hasSize(of).containsEntry(commune(0) + "B1/", 9);
            assertThat(presentInCells(of, ofCampaign)).hasSize(of).containsEntry(commune(0) + "B1/", 9);
        }
        met(commune(0) + "B1/", 10, 4);
        summed();
        for (int of : new int[] {1, 2, COMMUNES}) {
            assertThat(presentInCells(of, path -> path)).hasSize(of).containsEntry(commune(0) + "B1/", 4);
            assertThat(presentInCells(of, ofCampaign)).hasSize(of).containsEntry(commune(0) + "B1/", 4);
        }
    }

    @Test
    void aProvinceIsReadFromBelowNobody() {
        met(commune(0) + "B1/", 10, 9);
        summed();
        assertThat(RunningPlatform.await(reader.below(List.of(PROVINCE, commune(0)), MONTH, MONTH)))
                .extracting(Rollup::path)
                .containsExactlyInAnyOrder(commune(0), commune(0) + "B1/");
        assertThat(RunningPlatform.await(reader.below(List.of(), MONTH, MONTH))).isEmpty();
    }
}
