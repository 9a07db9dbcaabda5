package vn.diemcau.people;

import java.util.Objects;
import vn.diemcau.people.FileReport.Change;

/** Notes in a report what a row changes of somebody known. */
final class Changes {
    private final Intake intake;
    private final int row;

    Changes(Intake intake, int row) {
        this.intake = intake;
        this.row = row;
    }

    void note(Dossier before, Dossier after) {
        Details one = before.details();
        Details two = after.details();
        note(Change.NAME, one.name(), two.name());
        note(Change.BIRTH, text(one.birth()), text(two.birth()));
        note(Change.PHONE, String.valueOf(one.phone()), String.valueOf(two.phone()));
        boolean sameRest = one.sex() == two.sex()
                && Objects.equals(one.joined(), two.joined())
                && Objects.equals(one.category(), two.category())
                && Objects.equals(one.card(), two.card());
        if (!sameRest) intake.report().change(row, Change.OTHER_DETAIL, one.name(), "");
        note(
                Change.STATUS,
                PersonDocument.code(before.statusOn(intake.asOf)),
                PersonDocument.code(after.statusOn(intake.asOf)));
        note(Change.MOVED, unit(before), unit(after));
        if (!before.posts().equals(after.posts())) intake.report().change(row, Change.POST, one.name(), "");
    }

    private void note(Change change, String before, String after) {
        if (!before.equals(after)) intake.report().change(row, change, before, after);
    }

    private String unit(Dossier dossier) {
        return intake.tree().fullName(dossier.unitNear(intake.asOf), intake.asOf);
    }

    private static String text(@org.jspecify.annotations.Nullable BirthDate birth) {
        return birth == null ? "" : birth.text();
    }
}
