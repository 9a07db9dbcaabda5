package vn.diemcau.people;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes in dated memberships or posts of people whose card is known. */
final class HistoryRows {
    private static final int A_BATCH = 500;
    private static final int TRIES = 5;

    private record Row(
            int number,
            String card,
            Unit unit,
            @Nullable String post,
            @Nullable Tree tree,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private record Waiting(Row row, RowReader reader) {}

    private final Intake intake;
    private final boolean posts;
    private final List<Waiting> batch = new ArrayList<>();

    HistoryRows(Intake intake) {
        this.intake = intake;
        this.posts = intake.heading().kind() == FileKind.POSTS;
    }

    void read() throws IOException {
        intake.eachRow(sheetRow -> {
            RowReader reader = intake.reader(sheetRow);
            Row row = row(sheetRow.number(), reader);
            if (row == null) {
                intake.notTaken(sheetRow.number(), reader);
                return;
            }
            batch.add(new Waiting(row, reader));
            if (batch.size() == A_BATCH) flush();
        });
        flush();
    }

    private @Nullable Row row(int number, RowReader reader) {
        String card = reader.card();
        if (card == null) reader.refuse(Refusal.CARD_MISSING, "");
        LocalDate from = reader.day(Column.FROM);
        LocalDate to = reader.day(Column.TO);
        if (from != null && to != null && to.isBefore(from)) {
            reader.refuse(Refusal.PERIOD_BACKWARDS, from + " – " + to);
        }
        if (!posts && from == null) reader.refuse(Refusal.DATE_UNREADABLE, reader.text(Column.FROM));
        String post = posts ? reader.text(Column.POST) : null;
        if (post != null && post.isEmpty()) reader.refuse(Refusal.POST_MISSING, "");
        Tree tree = reader.tree();
        if (reader.refusal() != null || card == null) return null;
        Unit unit = intake.unit(reader, number, reader.text(Column.UNIT), card);
        if (unit == null || reader.refusal() != null) return null;
        return new Row(number, card, unit, post, tree == null ? unit.tree() : tree, from, to);
    }

    private void flush() {
        if (batch.isEmpty()) return;
        boolean counting = true;
        for (int tries = 0; tries < TRIES; tries++) {
            Map<String, Dossier> before = known();
            Map<String, Dossier> after = new HashMap<>(before);
            for (Waiting waiting : batch) take(waiting, after, counting);
            counting = false;
            List<Dossier> changed = new ArrayList<>();
            after.forEach((card, dossier) -> {
                if (!dossier.equals(before.get(card))) changed.add(dossier);
            });
            if (!intake.write || Intake.await(intake.persons.writeAll(List.of(), changed)) == changed.size()) break;
        }
        batch.clear();
    }

    private Map<String, Dossier> known() {
        Set<String> cards = new HashSet<>();
        for (Waiting waiting : batch) cards.add(waiting.row().card());
        Map<String, Dossier> known = new HashMap<>();
        for (Dossier one : Intake.await(intake.persons.findBy("card", cards))) {
            known.put(Objects.requireNonNull(one.details().card()), one);
        }
        return known;
    }

    private void take(Waiting waiting, Map<String, Dossier> people, boolean counting) {
        Row row = waiting.row();
        Dossier before = people.get(row.card());
        if (before == null) {
            if (!counting) return;
            if (intake.plannedCards.contains(row.card()) && intake.mayWrite(row.unit())) {
                intake.report().took(FileReport.Effect.ADDED);
                return;
            }
            waiting.reader().refuse(Refusal.CARD_UNKNOWN, row.card());
            intake.notTaken(row.number(), waiting.reader());
            return;
        }
        Optional<Dossier> after = intake.mayWrite(before.unitNear(intake.asOf)) ? told(before, row) : Optional.empty();
        if (after.isEmpty()) {
            boolean allowed = intake.mayWrite(before.unitNear(intake.asOf));
            waiting.reader().refuse(allowed ? Refusal.OVERLAPS : Refusal.BELONGS_ELSEWHERE, before.name());
            if (counting) intake.notTaken(row.number(), waiting.reader());
            return;
        }
        people.put(row.card(), after.get());
        if (!counting) return;
        boolean same = after.get().equals(before);
        intake.report().took(same ? FileReport.Effect.UNCHANGED : FileReport.Effect.ADDED);
    }

    private Optional<Dossier> told(Dossier before, Row row) {
        if (row.post() != null) {
            HeldPost post = new HeldPost(
                    row.unit().id(),
                    row.post(),
                    row.tree() == null ? row.unit().tree() : row.tree(),
                    row.from() == null ? Membership.BEGINNING : row.from(),
                    row.to());
            return Optional.of(before.withPosts(HeldPost.stated(before.posts(), post)));
        }
        LocalDate from = row.from() == null ? Membership.BEGINNING : row.from();
        Membership record = new Membership(row.unit().id(), from, row.to(), false);
        if (before.memberships().contains(record)) return Optional.of(before);
        return Memberships.stated(before.memberships(), record).map(before::withMemberships);
    }
}
