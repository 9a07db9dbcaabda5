package vn.diemcau.report;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** Use case: the few units directly below one whose rate is lowest, each with what makes it so; where nothing is missing there is nothing to explain. */
final class ReadWorst {
    static final int MOST = 10;

    private final ReadUnitFigures readUnitFigures;

    ReadWorst(ReadUnitFigures readUnitFigures) {
        this.readUnitFigures = readUnitFigures;
    }

    /**
     * A unit that stands low.
     *
     * @param line its figures, by kind too
     * @param own its own account: the units below it, lowest first
     */
    record Low(UnitFigures.Line line, UnitFigures own) {}

    /**
     * The lowest, and among how many.
     *
     * @param of how many units below had anybody required
     */
    record Worst(UnitFigures figures, List<Low> low, int of) {}

    Future<Worst> handle(UnitTree tree, Unit unit, Ask ask, Accounts accounts) {
        return readUnitFigures.handle(tree, unit, ask, accounts).compose(figures -> {
            List<UnitFigures.Line> judged = figures.lines().stream()
                    .filter(line -> !line.now().rate().empty())
                    .toList();
            List<UnitFigures.Line> lowest = judged.stream()
                    .filter(line -> line.now().rate().below(100))
                    .limit(MOST)
                    .toList();
            return next(tree, ask, accounts, lowest, new ArrayList<>())
                    .map(low -> new Worst(figures, low, judged.size()));
        });
    }

    private Future<List<Low>> next(
            UnitTree tree, Ask ask, Accounts accounts, List<UnitFigures.Line> left, List<Low> done) {
        if (left.isEmpty()) return Future.succeededFuture(done);
        UnitFigures.Line line = left.get(0);
        return readUnitFigures.handle(tree, line.unit(), ask, accounts).compose(own -> {
            done.add(new Low(line, own));
            return next(tree, ask, accounts, left.subList(1, left.size()), done);
        });
    }
}
