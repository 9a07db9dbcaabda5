package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import vn.diemcau.audit.Audit;
import vn.diemcau.problem.Problem;

/**
 * Use cases of bringing units and people in from files: collect the files, have them read to say what would become of each row, take
 * decisions, and have them written once confirmed (see {@link RunImport}).
 */
final class Imports {
    /** Told when an import has changed or gets on. */
    interface Moved {
        void moved(String id);
    }

    static final long LARGEST = 64L << 20;

    private static final int MOST_FILES = 20;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Vertx vertx;
    private final ImportStore imports;
    private final StoredPeople people;
    private final ImportFiles files;
    private final InstantSource clock;
    private final Moved moved;
    private final RunImport run;

    Imports(
            Vertx vertx,
            ImportStore imports,
            PersonStore persons,
            UnitStore units,
            StoredPeople people,
            ImportFiles files,
            Audit audit,
            InstantSource clock,
            Moved moved) {
        this.vertx = vertx;
        this.imports = imports;
        this.people = people;
        this.files = files;
        this.clock = clock;
        this.moved = moved;
        this.run = new RunImport(vertx, imports, persons, units, people, files, audit, clock, moved);
    }

    /** What a stop in the middle left behind is made whole again. */
    Future<Void> recover() {
        Instant old = clock.instant().minus(KEPT);
        return imports.recover()
                .compose(done -> run.<Void>onThread(
                        () -> {
                            files.forgetBefore(old);
                            return null;
                        },
                        true));
    }

    Future<Import> begin(String account, String name, Intake.Scope scope) {
        Import fresh = new Import(
                PersonIds.next(clock.millis()),
                account,
                name,
                clock.instant(),
                scope,
                Import.State.COLLECTING,
                List.of(),
                new JsonObject());
        return imports.insert(fresh).map(done -> fresh);
    }

    Future<List<Import>> of(String account) {
        return imports.of(account);
    }

    /** Fails with MISSING when there is none or it is another account's. */
    Future<Import> find(String id, String account) {
        return imports.find(id).map(found -> found.filter(one -> one.by().equals(account))
                .orElseThrow(() -> Problem.missing("not_found", "There is no such import here for you.")));
    }

    /** The import with how many rows it got on with, while it reads or writes. */
    JsonObject shown(Import one) {
        JsonObject json = one.json();
        int total = 0;
        for (JsonObject file : one.files()) total += file.getInteger("rows", 0);
        int rows = total;
        run.done(one)
                .ifPresent(done -> json.put(
                        "progress",
                        new JsonObject().put("done", Math.min(done, rows)).put("total", rows)));
        return json;
    }

    /** Streams the request into a file and looks what it is. Fails with heading_unknown, too_large and the like; then nothing is kept. */
    Future<JsonObject> addFile(Import one, String name, HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length == null || !length.matches("\\d{1,12}")) {
            throw Problem.invalid("Content-Length", "required", "Say how long the file is.");
        }
        if (Long.parseLong(length) > LARGEST) {
            throw new Problem(Problem.Kind.TOO_LARGE, "too_large", "At most 64 MB a file.", null);
        }
        open(one);
        if (one.files().size() >= MOST_FILES) throw Problem.refused("too_many_files", "At most 20 files an import.");
        String id = PersonIds.next(clock.millis());
        return run.onThread(() -> files.place(one.id(), id), false)
                .compose(place -> vertx.fileSystem()
                        .open(
                                place.toString(),
                                new OpenOptions().setCreateNew(true).setPerms("rw-------"))
                        .compose(file -> request.pipeTo(file))
                        .compose(done -> vertx.executeBlocking(() -> ImportFiles.look(place), false))
                        .onFailure(failure -> vertx.fileSystem().delete(place.toString())))
                .compose(look -> {
                    JsonObject file = described(id, name, Long.parseLong(length), look);
                    return find(one.id(), one.by()).compose(now -> {
                        List<JsonObject> more = new ArrayList<>(now.files());
                        more.add(file);
                        Import changed = now.with(more, new JsonObject()).in(Import.State.COLLECTING);
                        return replaceOpen(changed).map(done -> file);
                    });
                });
    }

    Future<Import> removeFile(Import one, String file) {
        open(one);
        List<JsonObject> fewer = one.files().stream()
                .filter(each -> !each.getString("id").equals(file))
                .toList();
        Import changed = one.with(fewer, new JsonObject()).in(Import.State.COLLECTING);
        return replaceOpen(changed).map(done -> changed);
    }

    /** Reads all files; the answer comes as soon as reading begins. */
    Future<Import> preview(Import one) {
        open(one);
        if (one.files().isEmpty()) throw Problem.refused("no_files", "There is no file to read yet.");
        Import reading = one.in(Import.State.READING);
        return imports.replace(reading, Import.State.COLLECTING, Import.State.READY, Import.State.FAILED)
                .map(began -> {
                    if (!began) throw busy();
                    run.begin(reading, false);
                    return reading;
                });
    }

    /** Keeps a decision for this import and later ones by the same office; fails when the target is not there. */
    Future<Void> decide(Import one, String question, Question.Decision decision, String by) {
        if (one.state() != Import.State.READY) throw busy();
        JsonArray questions = one.outcome().getJsonArray("questions", new JsonArray());
        JsonObject asked = questions.stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("id").equals(question))
                .findFirst()
                .orElseThrow(() -> Problem.missing("not_found", "There is no such question."));
        String target = decision.target();
        Future<Boolean> stands = decision.choice() == Question.Choice.UNIT
                ? people.tree().map(tree -> target != null && one.scope().covers(tree.path(target, people.today())))
                : decision.choice() == Question.Choice.PERSON
                        ? Future.succeededFuture(asked.getJsonArray("candidates").stream()
                                .map(JsonObject.class::cast)
                                .anyMatch(each -> each.getString("id").equals(target)))
                        : Future.succeededFuture(true);
        return stands.compose(there -> {
            if (!there) throw Problem.invalid("target", "not_a_choice", "This cannot be what the rows mean.");
            asked.put("decision", ReportJson.decision(decision));
            return imports.decide(one.office(), question, decision, by, Date.from(clock.instant()))
                    .compose(done -> imports.replace(one, Import.State.READY))
                    .onSuccess(done -> moved.moved(one.id()))
                    .mapEmpty();
        });
    }

    /** Writes; the answer comes as soon as writing begins. A row still undecided is left out. */
    Future<Import> confirm(Import one) {
        if (one.state() == Import.State.DONE || one.state() == Import.State.WRITING) return Future.succeededFuture(one);
        if (one.state() != Import.State.READY && one.state() != Import.State.INTERRUPTED) throw busy();
        Import writing = one.in(Import.State.WRITING);
        return imports.replace(writing, Import.State.READY, Import.State.INTERRUPTED)
                .map(began -> {
                    if (!began) throw busy();
                    run.begin(writing, true);
                    return writing;
                });
    }

    Future<Void> discard(Import one) {
        if (one.state() == Import.State.READING || one.state() == Import.State.WRITING) throw busy();
        return run.<Void>onThread(
                        () -> {
                            files.forgetAll(one.id());
                            return null;
                        },
                        false)
                .compose(done -> imports.delete(one.id()));
    }

    /** Files of this machine, read and written in one go with all rights. Answers the import as it came out. */
    Future<Import> takeIn(List<Path> paths, String by) {
        return begin(by, by, new Intake.Scope(List.of("/"), true))
                .compose(begun -> run.onThread(
                        () -> {
                            List<JsonObject> kept = new ArrayList<>();
                            for (Path path : paths) kept.add(copied(begun.id(), path));
                            return begun.with(kept, new JsonObject()).in(Import.State.WRITING);
                        },
                        true))
                .compose(writing ->
                        imports.replace(writing, Import.State.COLLECTING).compose(done -> run.now(writing)));
    }

    private JsonObject copied(String id, Path path) throws IOException {
        String file = PersonIds.next(clock.millis());
        Path place = files.place(id, file);
        Files.copy(path, place);
        return described(file, path.getFileName().toString(), Files.size(place), ImportFiles.look(place));
    }

    private static JsonObject described(String id, String name, long size, ImportFiles.Look look) {
        return new JsonObject()
                .put("id", id)
                .put("name", name)
                .put("kind", PersonDocument.code(look.heading().kind()))
                .put("size", size)
                .put("rows", look.rows())
                .put("heading", ReportJson.heading(look.heading()));
    }

    Path refused(Import one) {
        return files.refused(one.id());
    }

    private static void open(Import one) {
        switch (one.state()) {
            case COLLECTING, READY, FAILED -> {}
            case READING, WRITING, INTERRUPTED, DONE -> throw busy();
        }
    }

    private Future<Void> replaceOpen(Import changed) {
        return imports.replace(changed, Import.State.COLLECTING, Import.State.READY, Import.State.FAILED)
                .map(done -> {
                    if (!done) throw busy();
                    moved.moved(changed.id());
                    return null;
                });
    }

    private static Problem busy() {
        return Problem.conflict("import_not_open", "In its present state the import does not take this.");
    }
}
