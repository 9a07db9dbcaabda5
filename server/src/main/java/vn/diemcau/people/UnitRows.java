package vn.diemcau.people;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes in units: a row for each parent a unit had. A row with the same first day replaces what was known of it. */
final class UnitRows {
    private static final int A_WRITE = 500;

    private record Row(
            int number,
            String code,
            String name,
            @Nullable Tree tree,
            String type,
            int level,
            Unit.Placement placement) {}

    private final Intake intake;

    UnitRows(Intake intake) {
        this.intake = intake;
    }

    void read() throws IOException {
        Map<String, List<Row>> byCode = new LinkedHashMap<>();
        intake.eachRow(sheetRow -> {
            RowReader reader = intake.reader(sheetRow);
            Row row = row(sheetRow.number(), reader);
            if (reader.refusal() != null) intake.notTaken(sheetRow.number(), reader);
            else byCode.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row);
        });
        Map<String, UnitStore.Kept> known = new HashMap<>();
        for (UnitStore.Kept kept : Intake.await(intake.units.allKept()))
            known.put(kept.unit().id(), kept);
        List<UnitStore.Kept> changed = new ArrayList<>();
        Map<String, Unit> planned = intake.tree().all().stream().collect(Collectors.toMap(Unit::id, unit -> unit));
        Map<String, Optional<Unit>> merged = new HashMap<>();
        byCode.forEach((code, rows) -> {
            Optional<Unit> unit = merge(rows, known.get(code));
            merged.put(code, unit);
            unit.ifPresent(one -> planned.put(code, one));
        });
        byCode.forEach((code, rows) -> {
            Refusal refusal = refusal(merged.get(code), planned);
            if (refusal != null) {
                planned.remove(code);
                rows.forEach(row -> intake.report().refuse(row.number(), refusal, code));
                return;
            }
            Unit unit = planned.get(code);
            UnitStore.Kept before = known.get(code);
            if (unit != null) count(rows, unit, before, changed);
        });
        if (intake.write) {
            for (int i = 0; i < changed.size(); i += A_WRITE) {
                Intake.await(intake.units.putAll(changed.subList(i, Math.min(changed.size(), i + A_WRITE))));
            }
            Intake.await(intake.units.raise());
        }
        intake.nowTree(new UnitTree(planned.values()));
    }

    private Row row(int number, RowReader reader) {
        String code = reader.text(Column.CODE);
        String name = reader.text(Column.UNIT_NAME);
        if (!code.matches("[A-Za-z0-9._-]{1,40}")) reader.refuse(Refusal.CODE_MISSING, code);
        if (name.isEmpty()) reader.refuse(Refusal.NAME_MISSING, code);
        if (!intake.scope.units()) reader.refuse(Refusal.OUTSIDE_YOUR_UNIT, code);
        String parent = reader.text(Column.PARENT);
        LocalDate from = reader.day(Column.FROM);
        LocalDate to = reader.day(Column.TO);
        if (from != null && to != null && to.isBefore(from)) reader.refuse(Refusal.PERIOD_BACKWARDS, code);
        String level = reader.text(Column.LEVEL);
        if (!level.isEmpty() && !level.matches("\\d{1,2}")) reader.refuse(Refusal.LEVEL_UNREADABLE, level);
        Unit.Placement placement =
                new Unit.Placement(parent.isEmpty() ? null : parent, from == null ? Membership.BEGINNING : from, to);
        int depth = level.matches("\\d{1,2}") ? Integer.parseInt(level) : parent.isEmpty() ? 1 : 4;
        String type = reader.text(Column.TYPE);
        return new Row(
                number,
                code,
                name,
                reader.tree(),
                type.isEmpty() ? (depth == 4 ? "party_cell" : "party_organization") : type,
                depth,
                placement);
    }

    /** The unit with the rows' placements; empty when they overlap. */
    private static Optional<Unit> merge(List<Row> rows, UnitStore.@Nullable Kept before) {
        Map<LocalDate, Unit.Placement> byStart = new HashMap<>();
        if (before != null) before.unit().placements().forEach(placement -> byStart.put(placement.from(), placement));
        for (Row row : rows) byStart.put(row.placement().from(), row.placement());
        List<Unit.Placement> placements = byStart.values().stream()
                .sorted(Comparator.comparing(Unit.Placement::from))
                .toList();
        for (int i = 1; i < placements.size(); i++) {
            LocalDate end = placements.get(i - 1).to();
            if (end == null || !end.isBefore(placements.get(i).from())) return Optional.empty();
        }
        Row last = rows.stream()
                .max(Comparator.comparing(row -> row.placement().from()))
                .orElseThrow();
        Tree tree = last.tree() == null ? Tree.PARTY : last.tree();
        return Optional.of(new Unit(
                last.code(),
                last.name(),
                tree,
                last.type(),
                last.level(),
                placements,
                Names.fold(last.name()),
                Names.unitSortKey(last.name())));
    }

    private static @Nullable Refusal refusal(@Nullable Optional<Unit> merged, Map<String, Unit> planned) {
        if (merged == null || merged.isEmpty()) return Refusal.OVERLAPS;
        for (Unit.Placement placement : merged.get().placements()) {
            String above = placement.parent();
            for (int depth = 0; above != null; depth++) {
                if (above.equals(merged.get().id()) || depth > 12) return Refusal.BELOW_ITSELF;
                Unit parent = planned.get(above);
                if (parent == null) return Refusal.PARENT_UNKNOWN;
                above = parent.placements().stream()
                        .filter(higher -> higher.on(placement.from()))
                        .findFirst()
                        .map(Unit.Placement::parent)
                        .orElse(null);
            }
        }
        return null;
    }

    private void count(List<Row> rows, Unit unit, UnitStore.@Nullable Kept before, List<UnitStore.Kept> changed) {
        FileReport report = intake.report();
        if (before == null) {
            rows.forEach(row -> report.took(FileReport.Effect.ADDED));
            changed.add(new UnitStore.Kept(unit, List.of(), 0));
            return;
        }
        if (before.unit().equals(unit)) {
            rows.forEach(row -> report.took(FileReport.Effect.UNCHANGED));
            return;
        }
        boolean renamed = !before.unit().name().equals(unit.name());
        for (Row row : rows) {
            boolean stood = !renamed && before.unit().placements().contains(row.placement());
            report.took(stood ? FileReport.Effect.UNCHANGED : FileReport.Effect.CHANGED);
            if (stood) continue;
            if (renamed)
                report.change(
                        row.number(), FileReport.Change.NAME, before.unit().name(), unit.name());
            else
                report.change(
                        row.number(),
                        FileReport.Change.PLACEMENT,
                        unit.name(),
                        String.valueOf(row.placement().parent()));
        }
        List<UnitStore.FormerName> names = new ArrayList<>(before.formerNames());
        if (renamed) names.add(new UnitStore.FormerName(before.unit().name(), intake.asOf.minusDays(1)));
        changed.add(new UnitStore.Kept(Objects.requireNonNull(unit), names, before.rev()));
    }
}
