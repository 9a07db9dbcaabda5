package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.ProgrammeKind;

/** Use case: which cells anywhere below a unit lie under the threshold, the worst by name. */
final class ReadCellsBelow {
    private static final int NAMED = 100;

    private record Cell(Unit unit, Figures figures) {}

    Future<JsonObject> handle(
            UnitTree tree, Unit unit, Period period, @Nullable ProgrammeKind kind, Accounts accounts) {
        Map<String, Unit> cells = new LinkedHashMap<>();
        for (Unit below : tree.within(unit.id(), period.to())) {
            if (below.id().equals(unit.id())
                    || !tree.children(below.id(), period.to()).isEmpty()) continue;
            UnitFigures.paths(tree, below, period.from(), period.to()).forEach(path -> cells.put(path, below));
        }
        Set<String> above = new LinkedHashSet<>();
        for (String path : cells.keySet()) above.add(path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1));
        Future<List<Rollup>> read =
                accounts.childrenOf(above, YearMonth.from(period.from()), YearMonth.from(period.to()));
        return read.map(rollups -> {
            Map<String, Figures> byCell = new HashMap<>();
            for (Rollup rollup : rollups) {
                Unit cell = cells.get(rollup.path());
                if (cell == null || kind != null && rollup.kind() != kind) continue;
                byCell.merge(cell.id(), Figures.of(rollup), Figures::plus);
            }
            return answer(tree, unit, period, byCell);
        });
    }

    private static JsonObject answer(UnitTree tree, Unit unit, Period period, Map<String, Figures> byCell) {
        List<Cell> under = new ArrayList<>();
        byCell.forEach((id, figures) -> {
            if (figures.below(UnitFigures.THRESHOLD)) {
                tree.unit(id).ifPresent(cell -> under.add(new Cell(cell, figures)));
            }
        });
        under.sort(Comparator.comparing((Cell cell) -> cell.figures().rate(), Rate.WORST_FIRST)
                .thenComparing(cell -> cell.unit().id()));
        Map<String, Integer> byChild = new HashMap<>();
        String above = tree.lastPath(unit.id(), period.to()).orElse("/");
        JsonArray cells = new JsonArray();
        for (Cell cell : under) {
            String path = tree.lastPath(cell.unit().id(), period.to())
                    .orElse(above + cell.unit().id() + "/");
            byChild.merge(ProgrammeFigures.below(above, path), 1, Integer::sum);
            if (cells.size() < NAMED) {
                cells.add(ReportJson.figures(cell.figures())
                        .put(
                                "unit",
                                ReportJson.unit(cell.unit())
                                        .put("name", tree.fullName(cell.unit().id(), period.to()))));
            }
        }
        JsonObject counted = new JsonObject();
        byChild.forEach(counted::put);
        return new JsonObject()
                .put("threshold", UnitFigures.THRESHOLD)
                .put("count", under.size())
                .put("of", byCell.size())
                .put("byChild", counted)
                .put("cells", cells);
    }
}
