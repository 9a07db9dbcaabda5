package vn.diemcau.people;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes in which unit followed which, and by what decision. */
final class SuccessionRows {
    private static final Map<String, Succession.Kind> VIETNAMESE = Map.of(
            "sap nhap", Succession.Kind.ABSORB,
            "hop nhat", Succession.Kind.CONSOLIDATE,
            "chia", Succession.Kind.DIVIDE,
            "tach", Succession.Kind.SEPARATE,
            "giai the", Succession.Kind.DISSOLVE,
            "doi ten", Succession.Kind.RENAME,
            "chuyen", Succession.Kind.TRANSFER);

    private final Intake intake;

    SuccessionRows(Intake intake) {
        this.intake = intake;
    }

    void read() throws IOException {
        Set<Succession> known = new HashSet<>(Intake.await(intake.units.successions()));
        Set<String> knownIds = new HashSet<>();
        known.forEach(succession -> knownIds.add(succession.id()));
        List<Succession> changed = new ArrayList<>();
        intake.eachRow(sheetRow -> {
            RowReader reader = intake.reader(sheetRow);
            Succession.Kind kind = kind(reader.text(Column.KIND));
            String from = unit(reader, reader.text(Column.FROM_UNIT));
            String to = unit(reader, reader.text(Column.TO_UNIT));
            LocalDate date = reader.day(Column.DATE);
            String decision = reader.text(Column.DECISION);
            if (kind == null) reader.refuse(Refusal.KIND_UNKNOWN, reader.text(Column.KIND));
            if (date == null) reader.refuse(Refusal.DATE_UNREADABLE, reader.text(Column.DATE));
            if (!intake.scope.units()) reader.refuse(Refusal.OUTSIDE_YOUR_UNIT, from);
            if (reader.refusal() != null || kind == null || date == null) {
                intake.notTaken(sheetRow.number(), reader);
                return;
            }
            Succession succession = new Succession(kind, from, to, date, decision.isEmpty() ? null : decision);
            if (known.contains(succession)) {
                intake.report().took(FileReport.Effect.UNCHANGED);
                return;
            }
            intake.report()
                    .took(knownIds.contains(succession.id()) ? FileReport.Effect.CHANGED : FileReport.Effect.ADDED);
            changed.add(succession);
        });
        if (!intake.write) return;
        Intake.await(intake.units.putSuccessions(changed));
        Intake.await(intake.units.raise());
    }

    private String unit(RowReader reader, String code) {
        if (intake.match().byCode(code).isEmpty()) reader.refuse(Refusal.UNIT_UNKNOWN, code);
        return code;
    }

    private static Succession.@org.jspecify.annotations.Nullable Kind kind(String text) {
        for (Succession.Kind kind : Succession.Kind.values()) {
            if (kind.name().equals(text.toUpperCase(Locale.ROOT))) return kind;
        }
        return VIETNAMESE.get(Names.fold(text));
    }
}
