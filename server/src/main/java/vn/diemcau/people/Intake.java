package vn.diemcau.people;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the files of an import, from the units down: either to say what would become of each row, or to write. Both take the
 * same steps, so what was shown is what happens. Blocks: it runs on a thread of its own.
 */
final class Intake {
    private static final int SAMPLES = 6;
    private static final int MOST_QUESTIONS = 2_000;

    /** What one file is and where it lies. */
    record Source(String id, Path path, Heading heading) {}

    /** Takes each refused row of the file. */
    interface RefusedRows {
        void add(Source file, int row, Refusal why, String what);
    }

    /** Where whoever imports may write. */
    record Scope(List<String> paths, boolean units) {
        boolean covers(Optional<String> path) {
            return path.filter(p -> paths.stream().anyMatch(p::startsWith)).isPresent();
        }
    }

    /** All that came of it. */
    record Result(Map<String, FileReport> files, List<Question> questions) {}

    final PersonStore persons;
    final UnitStore units;
    final InstantSource clock;
    final LocalDate asOf;
    final boolean write;
    final IntConsumer progress;
    final Scope scope;
    /** In a preview, the cards that a roster of the same import would bring. */
    final Set<String> plannedCards = new HashSet<>();

    private final Map<String, Question.Decision> decisions;
    private final RefusedRows refusedRows;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private UnitTree tree;
    private UnitMatch match;
    private Source source;
    private FileReport report;

    private static final class Waiting {
        final Question.Kind kind;
        final String text;
        final List<Question.Candidate> candidates;
        final List<Question.Sample> samples = new ArrayList<>();
        int rows;

        Waiting(Question.Kind kind, String text, List<Question.Candidate> candidates) {
            this.kind = kind;
            this.text = text;
            this.candidates = candidates;
        }
    }

    Intake(
            PersonStore persons,
            UnitStore units,
            UnitTree tree,
            Scope scope,
            Map<String, Question.Decision> decisions,
            LocalDate asOf,
            InstantSource clock,
            boolean write,
            RefusedRows refusedRows,
            IntConsumer progress,
            List<Source> sources) {
        this.persons = persons;
        this.units = units;
        this.tree = tree;
        this.scope = scope;
        this.decisions = decisions;
        this.asOf = asOf;
        this.clock = clock;
        this.write = write;
        this.refusedRows = refusedRows;
        this.progress = progress;
        this.match = new UnitMatch(tree, asOf);
        this.source = sources.get(0);
        this.report = reportOf(source);
    }

    /** Reads all sources in the order of their kinds. */
    Result run(List<Source> sources) throws IOException {
        Map<String, FileReport> reports = new LinkedHashMap<>();
        for (FileKind kind : FileKind.values()) {
            for (Source next : sources) {
                if (next.heading().kind() != kind) continue;
                source = next;
                report = reportOf(next);
                reports.put(next.id(), report);
                switch (kind) {
                    case UNITS -> new UnitRows(this).read();
                    case SUCCESSIONS -> new SuccessionRows(this).read();
                    case ROSTER, OTHERS -> new PersonRows(this).read();
                    case MEMBERSHIPS, POSTS -> new HistoryRows(this).read();
                }
            }
        }
        List<Question> questions = new ArrayList<>();
        waiting.forEach((id, one) -> questions.add(
                new Question(id, one.kind, one.text, one.rows, one.samples, one.candidates, decisions.get(id))));
        return new Result(reports, questions);
    }

    private FileReport reportOf(Source of) {
        return new FileReport((row, why, what) -> refusedRows.add(of, row, why, what));
    }

    FileReport report() {
        return report;
    }

    Heading heading() {
        return source.heading();
    }

    UnitTree tree() {
        return tree;
    }

    UnitMatch match() {
        return match;
    }

    /** From here on the units are these. */
    void nowTree(UnitTree now) {
        tree = now;
        match = new UnitMatch(now, asOf);
    }

    /** Each row with data below the heading. */
    void eachRow(java.util.function.Consumer<SheetRow> consumer) throws IOException {
        SheetFile.read(source.path(), row -> {
            if (row.number() > heading().lastRow() && !row.blank()) {
                report.rows++;
                if (report.rows % 250 == 0) progress.accept(250);
                consumer.accept(row);
            }
            return true;
        });
        progress.accept(report.rows % 250);
    }

    RowReader reader(SheetRow row) {
        return new RowReader(
                row, heading(), (repair, before, after) -> report.repaired(row.number(), repair, before, after));
    }

    /** The unit a cell means; null when the row cannot go on: refused, left out, or waiting for a decision, which is noted here. */
    @Nullable
    Unit unit(RowReader row, int number, String text, String what) {
        if (text.isEmpty()) {
            row.refuse(Refusal.UNIT_MISSING, what);
            return null;
        }
        UnitMatch.Match found = match.match(text);
        if (found.unit() != null) {
            if (found.spelled()) {
                report.repaired(
                        number,
                        Repair.UNIT_SPELLED,
                        text,
                        tree.fullName(found.unit().id(), asOf));
            }
            return found.unit();
        }
        List<Question.Candidate> candidates = found.candidates().stream()
                .map(unit -> new Question.Candidate(unit.id(), unit.name(), tree.fullName(unit.id(), asOf)))
                .toList();
        String id = Question.id(Question.Kind.UNKNOWN_UNIT, Names.exact(text));
        Question.Decision decision = ask(row, number, id, Question.Kind.UNKNOWN_UNIT, text, what, candidates);
        return decision == null || decision.target() == null
                ? null
                : tree.unit(decision.target()).orElse(null);
    }

    /** What was decided; null when the row cannot go on, for want of a decision or because it is to be left out, which is noted here. */
    Question.@Nullable Decision ask(
            RowReader row,
            int number,
            String id,
            Question.Kind kind,
            String text,
            String what,
            List<Question.Candidate> candidates) {
        Waiting one = waiting.get(id);
        if (one == null && waiting.size() < MOST_QUESTIONS) {
            one = new Waiting(kind, text, candidates);
            waiting.put(id, one);
        }
        if (one != null) {
            one.rows++;
            if (one.samples.size() < SAMPLES) one.samples.add(new Question.Sample(source.id(), number, what));
        }
        Question.Decision decision = decisions.get(id);
        if (decision != null && decision.choice() != Question.Choice.LEAVE_OUT) return decision;
        if (decision != null) row.refuse(Refusal.LEFT_OUT, text);
        else row.refuse(Refusal.UNDECIDED, text);
        return null;
    }

    /** Counts a row that is not taken: refused, or in a preview waiting for a decision. */
    void notTaken(int number, RowReader row) {
        Refusal why = row.refusal();
        if (why == null) throw new IllegalStateException("a row that is not taken has a reason");
        if (why == Refusal.UNDECIDED && !write) report.waiting++;
        else report.refuse(number, why, row.cause());
    }

    boolean mayWrite(Unit unit) {
        return scope.covers(tree.lastPath(unit.id(), asOf));
    }

    boolean mayWrite(String unit) {
        return scope.covers(tree.lastPath(unit, asOf));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException runtime
                    ? runtime
                    : new IllegalStateException(failure.getCause());
        } catch (TimeoutException tooLong) {
            throw new IllegalStateException("the store did not answer in two minutes");
        }
    }
}
