package vn.diemcau.people;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a roster of members or a list of people who are none. The card decides who is meant. Without one, somebody of the same
 * name, birth and unit is a question, and a row that was taken before is known again by what it says.
 */
final class PersonRows {
    private static final int A_BATCH = 500;
    private static final int TRIES = 5;

    private record Waiting(RosterRow row, RowReader reader) {}

    /** What a batch knows of the people its rows may mean. */
    private record Known(Map<String, Dossier> byCard, Map<String, Dossier> byKey, Map<String, List<Dossier>> byName) {}

    private final Intake intake;
    private final boolean members;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, String> seenWithoutCard = new HashMap<>();
    private final List<Waiting> batch = new ArrayList<>();
    private @Nullable Writing writing;

    PersonRows(Intake intake) {
        this.intake = intake;
        this.members = intake.heading().kind() == FileKind.ROSTER;
    }

    void read() throws IOException {
        intake.eachRow(sheetRow -> {
            RowReader reader = intake.reader(sheetRow);
            RosterRow row = row(sheetRow.number(), reader);
            if (row == null) {
                intake.notTaken(sheetRow.number(), reader);
                return;
            }
            if (repeated(row, reader)) return;
            batch.add(new Waiting(row, reader));
            if (batch.size() == A_BATCH) flush();
        });
        flush();
        settle();
    }

    private @Nullable RosterRow row(int number, RowReader reader) {
        String name = reader.name();
        String card = members ? reader.card() : null;
        BirthDate birth = reader.birth();
        Person.Status status = members ? reader.status() : Person.Status.NON_MEMBER;
        String category = reader.text(Column.CATEGORY);
        Phones.Phone phone = reader.phone();
        Details details = new Details(
                name,
                reader.sex(),
                birth,
                card,
                members ? reader.shortCard() : null,
                phone == null ? null : phone.number(),
                phone == null ? null : phone.typed(),
                members ? null : category,
                reader.day(Column.JOINED));
        if (reader.refusal() != null) return null;
        Unit unit = intake.unit(reader, number, reader.text(Column.UNIT), name);
        if (unit == null || reader.refusal() != null) return null;
        if (!intake.mayWrite(unit)) {
            reader.refuse(Refusal.OUTSIDE_YOUR_UNIT, unit.name());
            return null;
        }
        String post = reader.text(Column.POST);
        String key = card != null
                ? null
                : Question.id(
                        Question.Kind.SAME_PERSON,
                        String.join("|", Names.exact(name), birth == null ? "" : birth.text(), unit.id(), category));
        return new RosterRow(number, details, unit.id(), post.isEmpty() ? null : post, status, key);
    }

    /** Whether the same card, or the same row without a card, stood above; noted here. */
    private boolean repeated(RosterRow row, RowReader reader) {
        String card = row.details().card();
        String key = card == null ? Objects.requireNonNull(row.key()) : card;
        BirthDate birth = row.details().birth();
        int content = Objects.hash(Names.fold(row.details().name()), birth == null ? 0 : birth.year(), row.unit());
        Integer before = seen.putIfAbsent(key, content);
        if (before == null) return false;
        if (before == content) {
            intake.report()
                    .repaired(row.number(), Repair.DUPLICATE_ROW, row.details().name(), "");
            intake.report().took(FileReport.Effect.UNCHANGED);
        } else {
            reader.refuse(Refusal.CARD_REPEATED, String.valueOf(card));
            intake.notTaken(row.number(), reader);
        }
        return true;
    }

    /** Takes the rows gathered; while they are written, the next are read. */
    private void flush() {
        if (batch.isEmpty()) return;
        settle();
        List<Waiting> rows = List.copyOf(batch);
        batch.clear();
        Plan plan = plan(rows, true);
        if (intake.write) {
            writing = new Writing(rows, plan.size(), intake.persons.writeAll(plan.fresh(), plan.changed()));
            return;
        }
        for (Dossier one : plan.fresh()) {
            if (one.details().card() != null)
                intake.plannedCards.add(one.details().card());
        }
    }

    private Plan plan(List<Waiting> rows, boolean counting) {
        Plan plan = new Plan(new ArrayList<>(), new ArrayList<>());
        Known known = known(rows);
        for (Waiting waiting : rows) take(waiting, known, plan.fresh(), plan.changed(), counting);
        return plan;
    }

    /** Sees that everything given to the store was written as meant; what somebody changed in between is planned again. */
    private void settle() {
        Writing open = writing;
        writing = null;
        if (open == null || Intake.await(open.written()) == open.meant()) return;
        for (int tries = 0; tries < TRIES; tries++) {
            Plan again = plan(open.rows(), false);
            if (Intake.await(intake.persons.writeAll(again.fresh(), again.changed())) == again.size()) return;
        }
        throw new IllegalStateException("people are being changed faster than they can be written");
    }

    /** What rows come to: people to add and people to replace. */
    private record Plan(List<Dossier> fresh, List<Dossier> changed) {
        int size() {
            return fresh.size() + changed.size();
        }
    }

    /** Rows on their way into the store. */
    private record Writing(List<Waiting> rows, int meant, Future<Integer> written) {}

    private Known known(List<Waiting> rows) {
        Set<String> cards = new HashSet<>();
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Waiting waiting : rows) {
            String card = waiting.row().details().card();
            if (card != null) {
                cards.add(card);
            } else {
                keys.add(Objects.requireNonNull(waiting.row().key()));
                names.add(Names.sortKey(waiting.row().details().name()));
            }
        }
        Map<String, Dossier> byCard = new HashMap<>();
        for (Dossier one : Intake.await(intake.persons.findBy("card", cards))) {
            byCard.put(Objects.requireNonNull(one.details().card()), one);
        }
        Map<String, Dossier> byKey = new HashMap<>();
        for (Dossier one : Intake.await(intake.persons.findBy("rowKeys", keys))) {
            one.rowKeys().forEach(key -> byKey.put(key, one));
        }
        Map<String, List<Dossier>> byName = new HashMap<>();
        for (Dossier one : Intake.await(intake.persons.findBy("sortKey", names))) {
            byName.computeIfAbsent(Names.sortKey(one.name()), key -> new ArrayList<>())
                    .add(one);
        }
        return new Known(byCard, byKey, byName);
    }

    private void take(Waiting waiting, Known known, List<Dossier> fresh, List<Dossier> changed, boolean counting) {
        RosterRow row = waiting.row();
        Optional<Dossier> meant = row.details().card() == null
                ? withoutCard(waiting, known, counting)
                : Optional.ofNullable(known.byCard().get(row.details().card()));
        if (waiting.reader().refusal() != null) {
            if (counting) intake.notTaken(row.number(), waiting.reader());
            return;
        }
        if (meant.isEmpty()) {
            fresh.add(row.fresh(PersonIds.next(intake.clock.millis())));
            if (counting) intake.report().took(FileReport.Effect.ADDED);
            return;
        }
        Dossier before = meant.get();
        Dossier after = changed(waiting, before, counting);
        if (after == null) {
            if (counting) intake.notTaken(row.number(), waiting.reader());
        } else if (after.equals(before)) {
            if (counting) intake.report().took(FileReport.Effect.UNCHANGED);
        } else {
            changed.add(after);
            if (counting) {
                intake.report().took(FileReport.Effect.CHANGED);
                new Changes(intake, row.number()).note(before, after);
            }
        }
    }

    private @Nullable Dossier changed(Waiting waiting, Dossier before, boolean counting) {
        RosterRow row = waiting.row();
        RowReader reader = waiting.reader();
        if (!intake.mayWrite(before.unitNear(intake.asOf))) {
            reader.refuse(Refusal.BELONGS_ELSEWHERE, row.details().name());
            return null;
        }
        if (row.details().card() != null && row.contradicts(before)) {
            String id = Question.id(
                    Question.Kind.CARD_OF_ANOTHER,
                    row.details().card() + "|" + Names.exact(row.details().name()));
            String text = row.details().card();
            if (counting || intake.write) {
                Question.Decision decision = intake.ask(
                        reader,
                        row.number(),
                        id,
                        Question.Kind.CARD_OF_ANOTHER,
                        text,
                        row.details().name(),
                        List.of(candidate(before)));
                if (decision == null) return null;
            }
        }
        Optional<Dossier> after = row.applied(before, intake.asOf);
        if (after.isEmpty()) reader.refuse(Refusal.LATER_RECORDS, row.details().name());
        return after.orElse(null);
    }

    /** Whom a row without a card means: nobody yet, somebody known by the same row, or whoever was decided. */
    private Optional<Dossier> withoutCard(Waiting waiting, Known known, boolean counting) {
        RosterRow row = waiting.row();
        String key = Objects.requireNonNull(row.key());
        Dossier before = known.byKey().get(key);
        if (before != null) return Optional.of(before);
        List<Dossier> alike = known
                .byName()
                .getOrDefault(Names.sortKey(row.details().name()), List.of())
                .stream()
                .filter(one -> sameBirth(one.details().birth(), row.details().birth()))
                .filter(one -> one.unitNear(intake.asOf).equals(row.unit()))
                .toList();
        BirthDate birth = row.details().birth();
        String identity =
                Names.exact(row.details().name()) + "|" + (birth == null ? "" : birth.year()) + "|" + row.unit();
        String first = seenWithoutCard.putIfAbsent(identity, key);
        boolean alikeAbove = first != null && !first.equals(key);
        if (alike.isEmpty() && !alikeAbove) return Optional.empty();
        if (!counting && !intake.write) return Optional.empty();
        Question.Decision decision = intake.ask(
                waiting.reader(),
                row.number(),
                key,
                Question.Kind.SAME_PERSON,
                row.details().name(),
                row.details().name(),
                alike.stream().map(this::candidate).toList());
        if (decision == null || decision.choice() == Question.Choice.NEW) return Optional.empty();
        return alike.stream().filter(one -> one.id().equals(decision.target())).findFirst();
    }

    private static boolean sameBirth(@Nullable BirthDate one, @Nullable BirthDate two) {
        if (one == null || two == null) return true;
        return one.year() == two.year();
    }

    private Question.Candidate candidate(Dossier known) {
        BirthDate birth = known.details().birth();
        String unit = intake.tree().fullName(known.unitNear(intake.asOf), intake.asOf);
        return new Question.Candidate(known.id(), known.name(), (birth == null ? "" : birth.year() + ", ") + unit);
    }
}
