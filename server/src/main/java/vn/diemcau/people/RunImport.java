package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.audit.Audit;
import vn.diemcau.problem.Problem;

/** Use case: read all files of an import, or write what they say; one import at a time, on a thread of its own. */
final class RunImport {
    private static final Logger LOG = LoggerFactory.getLogger(RunImport.class);

    private final ImportStore imports;
    private final PersonStore persons;
    private final UnitStore units;
    private final StoredPeople people;
    private final ImportFiles files;
    private final Audit audit;
    private final InstantSource clock;
    private final Imports.Moved moved;
    private final WorkerExecutor worker;
    private final Map<String, AtomicInteger> progress = new ConcurrentHashMap<>();

    RunImport(
            Vertx vertx,
            ImportStore imports,
            PersonStore persons,
            UnitStore units,
            StoredPeople people,
            ImportFiles files,
            Audit audit,
            InstantSource clock,
            Imports.Moved moved) {
        this.imports = imports;
        this.persons = persons;
        this.units = units;
        this.people = people;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
        this.moved = moved;
        this.worker = vertx.createSharedWorkerExecutor("imports", 1, 6, TimeUnit.HOURS);
    }

    /** Something with files, on the thread of imports. */
    <T> Future<T> onThread(Callable<T> work, boolean inTurn) {
        return worker.executeBlocking(work, inTurn);
    }

    /** How many rows it has got on with; empty when it neither reads nor writes. */
    Optional<Integer> done(Import one) {
        return Optional.ofNullable(progress.get(one.id())).map(AtomicInteger::get);
    }

    /** Begins; the import tells by its state when it is done. */
    void begin(Import one, boolean write) {
        progress.put(one.id(), new AtomicInteger());
        moved.moved(one.id());
        imports.decisions(one.office())
                .compose(decisions -> people.fresh()
                        .compose(tree -> worker.executeBlocking(() -> read(one, tree, decisions, write), true)))
                .recover(failure -> {
                    if (!(failure instanceof Problem)) LOG.error("import {} failed", one.id(), failure);
                    String code = failure instanceof Problem problem ? problem.code() : "internal";
                    Import failed = one.with(one.files(), one.outcome().copy().put("error", code))
                            .in(write ? Import.State.INTERRUPTED : Import.State.FAILED);
                    return Future.succeededFuture(failed);
                })
                // whoever reads that it is done finds the units there
                .compose(after -> people.fresh()
                        .compose(tree -> imports.replace(after, one.state()))
                        .compose(done -> finish(after)))
                .onComplete(done -> {
                    progress.remove(one.id());
                    moved.moved(one.id());
                });
    }

    /** Reads and writes in one go what is ready to be written; a row that would need a decision is left out. */
    Future<Import> now(Import writing) {
        return people.fresh()
                .compose(tree -> worker.executeBlocking(() -> read(writing, tree, Map.of(), true), true))
                .compose(after -> people.fresh()
                        .compose(tree -> imports.replace(after, Import.State.WRITING))
                        .compose(done -> finish(after))
                        .map(done -> after));
    }

    private Future<Void> finish(Import after) {
        if (after.state() != Import.State.DONE) return Future.succeededFuture();
        JsonObject detail = new JsonObject();
        for (JsonObject file : after.files()) {
            JsonObject report = file.getJsonObject("report");
            detail.put(
                    file.getString("name"),
                    report.getJsonObject("effects").copy().put("refused", report.getInteger("refusedRows")));
        }
        return audit.add(after.by(), "roster_imported", "import/" + after.id(), detail);
    }

    /** On the thread of imports. */
    private Import read(Import one, UnitTree tree, Map<String, Question.Decision> decisions, boolean write)
            throws IOException {
        long began = System.nanoTime();
        AtomicInteger done = Optional.ofNullable(progress.get(one.id())).orElseGet(AtomicInteger::new);
        List<Intake.Source> sources = new ArrayList<>();
        for (JsonObject file : one.files()) {
            Path place = files.place(one.id(), file.getString("id"));
            sources.add(new Intake.Source(file.getString("id"), place, ImportFiles.heading(place)));
        }
        Map<String, String> names = new HashMap<>();
        one.files().forEach(file -> names.put(file.getString("id"), file.getString("name")));
        Intake.Result result;
        try (ImportFiles.RefusedList list = files.refusedList(one.id())) {
            Intake intake = new Intake(
                    persons,
                    units,
                    tree,
                    one.scope(),
                    decisions,
                    LocalDate.ofInstant(clock.instant(), StoredPeople.ZONE),
                    clock,
                    write,
                    (file, row, why, what) -> list.add(names.getOrDefault(file.id(), ""), row, why, what),
                    rows -> {
                        done.addAndGet(rows);
                        moved.moved(one.id());
                    },
                    sources);
            result = intake.run(sources);
        }
        List<JsonObject> read = new ArrayList<>();
        for (JsonObject file : one.files()) {
            FileReport report = result.files().get(file.getString("id"));
            if (report != null)
                read.add(file.copy().put("report", ReportJson.of(report)).put("rows", report.rows));
        }
        JsonObject outcome = new JsonObject()
                .put("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began))
                .put("questions", ReportJson.questions(result.questions()));
        if (write) {
            outcome.put("finishedAt", clock.instant().toString());
            files.forgetUploads(one.id());
        }
        return one.with(read, outcome).in(write ? Import.State.DONE : Import.State.READY);
    }
}
