package vn.diemcau.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Tally;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.State;

/**
 * The account of a programme over its sessions: turns, never persons. A cancelled session is in no figure.
 *
 * @param lines by the units right below the one that holds it, lowest rate first
 * @param unplaced those whose unit nobody has said yet (walk-ins); null when there are none
 * @param faults what does not add up
 */
record ProgrammeFigures(
        Programme programme,
        List<SessionFigures> sessions,
        List<Line> lines,
        @Nullable Figures unplaced,
        Figures total,
        List<String> faults) {
    private static final String PARTY = "party:";

    /** The people of one unit, with everybody below it. */
    record Line(Unit unit, Figures figures) {}

    static ProgrammeFigures of(UnitTree tree, Programme programme, List<SessionFigures> all) {
        List<SessionFigures> held =
                all.stream().filter(one -> counted(one.session().state())).toList();
        Figures total = Figures.NONE;
        Map<String, Figures> byUnit = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (SessionFigures session : held) {
            total = total.plus(new Figures(1, session.counts()));
            faults.addAll(session.faults());
            Map<String, Counts> counts = new LinkedHashMap<>();
            for (Tally tally : session.tallies()) {
                // the holder has a tally even where none of its own people are listed
                if (!tally.group().startsWith(PARTY) || tally.counts().equals(Counts.NONE)) continue;
                String unit = below(programme.unitPath(), tally.group().substring(PARTY.length()));
                counts.merge(unit, tally.counts(), Counts::plus);
            }
            counts.forEach((unit, sum) -> byUnit.merge(unit, new Figures(1, sum), Figures::plus));
        }
        List<Line> lines = new ArrayList<>();
        byUnit.forEach((id, figures) -> tree.unit(id).ifPresent(unit -> lines.add(new Line(unit, figures))));
        lines.sort(Comparator.comparing((Line line) -> line.figures().rate(), Rate.WORST_FIRST)
                .thenComparing(line -> line.unit().sortKey())
                .thenComparing(line -> line.unit().id()));
        List<Figures> parts = new ArrayList<>(lines.stream().map(Line::figures).toList());
        Figures rest = total.less(Figures.sum(parts));
        Figures unplaced = rest == null || rest.counts().equals(Counts.NONE) ? null : new Figures(0, rest.counts());
        if (unplaced != null) parts.add(unplaced);
        faults.addAll(Figures.faults(total, parts));
        return new ProgrammeFigures(programme, all, lines, unplaced, total, List.copyOf(faults));
    }

    /** The same, read while counts were on their way: it does not agree now and is not at fault. */
    ProgrammeFigures moving() {
        return new ProgrammeFigures(programme, sessions, lines, unplaced, total, List.of(Figures.MOVING));
    }

    static boolean counted(State state) {
        return switch (state) {
            case ISSUED, ENDED -> true;
            case DRAFT, POSTPONED, CANCELLED -> false;
        };
    }

    /** The unit right below the holder on the way to the path, or the unit itself where the path leads to the holder; elsewhere in the tree, the part below its root. */
    static String below(String holder, String path) {
        String rest =
                path.startsWith(holder) ? path.substring(holder.length()) : path.substring(path.indexOf('/', 1) + 1);
        int end = rest.indexOf('/');
        return end > 0 ? rest.substring(0, end) : UnitFigures.lastPart(path);
    }

    boolean provisional() {
        return sessions.stream().filter(one -> counted(one.session().state())).anyMatch(SessionFigures::provisional);
    }
}
