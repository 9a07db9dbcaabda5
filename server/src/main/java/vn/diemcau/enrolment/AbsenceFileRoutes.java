package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.files.FileAnswer;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.Place;
import vn.diemcau.files.Terms;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.Shown;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** HTTP in, HTTP out: the paper put to an absence request, by the person; read by the person and by whoever decides. */
final class AbsenceFileRoutes {
    static final String PURPOSE = "absence";
    private static final long LARGEST = 20_000_000;

    private final AbsenceStore absences;
    private final AbsenceFileStore papers;
    private final FileStore files;
    private final Uploads uploads;

    AbsenceFileRoutes(AbsenceStore absences, AbsenceFileStore papers, FileStore files, Uploads uploads) {
        this.absences = absences;
        this.papers = papers;
        this.files = files;
        this.uploads = uploads;
    }

    void mount(Api api) {
        api.put("/my/absences/{absence}/attachment", Action.OWN, this::attach);
        api.get("/absences/{absence}/attachment", Action.OWN, this::content);
    }

    /** Whoever asked may add a paper while the unit has not decided. */
    Future<Terms> judge(RoutingContext ctx, Map<String, String> about, long length) {
        return mine(about.getOrDefault("absence", ""), SignedIn.of(ctx))
                .map(absence -> new Terms(
                        LARGEST,
                        EnumSet.of(FileKind.PDF, FileKind.DOCX, FileKind.DOC, FileKind.JPEG, FileKind.PNG),
                        Place.GRID));
    }

    private Future<Absence> mine(String id, SignedIn who) {
        String person = who.requirePerson();
        return absences.find(id).map(found -> {
            Absence absence = found.map(AbsenceStore.Kept::absence)
                    .filter(each -> each.person().equals(person))
                    .orElseThrow(AbsenceFileRoutes::missing);
            if (!absence.state().waits()) throw Problem.conflict("absence_decided", "The request was decided.");
            return absence;
        });
    }

    private Future<JsonObject> attach(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String upload = in.text("upload");
        if (!in.flag("declared"))
            throw Problem.refused("declaration_missing", "Declare that nothing in the file is classified.");
        return mine(in.path("absence"), who).compose(absence -> uploads.about(upload, who.account())
                .compose(about -> uploads.take(upload, who.account(), PURPOSE, absence.id())
                        .compose(file -> papers.of(absence.id()).compose(before -> {
                            AbsenceFile paper = new AbsenceFile(
                                    absence.id(), absence.session(), absence.person(), about.name(), file);
                            return papers.put(paper)
                                    .compose(kept -> dropped(before, upload))
                                    .map(done -> json(paper));
                        }))));
    }

    /** The paper before is not kept. */
    private Future<Void> dropped(Optional<AbsenceFile> before, String upload) {
        return before.map(AbsenceFile::file)
                .filter(file -> !file.id().equals(upload))
                .map(file -> files.delete(file.id(), file.place()))
                .orElse(Future.succeededFuture());
    }

    private Future<Void> content(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        String id = Input.of(ctx).path("absence");
        return absences.find(id).compose(found -> {
            Absence absence = found.map(AbsenceStore.Kept::absence).orElseThrow(AbsenceFileRoutes::missing);
            if (!absence.person().equals(who.person())) who.require(Action.DECIDE_ABSENCE, absence.unitPath());
            Shown.persons(ctx, List.of(absence.person()));
            return papers.of(id)
                    .map(kept -> kept.orElseThrow(AbsenceFileRoutes::missing))
                    .compose(paper -> FileAnswer.send(files, ctx, paper.file(), paper.name(), false));
        });
    }

    /** Those of a session that is no more. */
    Future<Void> forget(String session) {
        return papers.ofSession(session).compose(this::drop);
    }

    /** Those of a person who is forgotten. */
    Future<Void> forgetPerson(String person) {
        return papers.ofPerson(person).compose(this::drop);
    }

    private Future<Void> drop(List<AbsenceFile> all) {
        Future<Void> chain = Future.succeededFuture();
        for (AbsenceFile each : all) {
            chain = chain.compose(
                            done -> files.delete(each.file().id(), each.file().place()))
                    .compose(done -> papers.delete(each.absence()));
        }
        return chain;
    }

    /** Papers of older versions are told whose they are. */
    Future<Void> recover() {
        return papers.ofNobody().compose(ids -> {
            Future<Void> chain = Future.succeededFuture();
            for (String id : ids) {
                chain = chain.compose(done -> absences.find(id))
                        .compose(found -> found.isEmpty()
                                ? Future.succeededFuture()
                                : papers.belongs(id, found.get().absence().person()));
            }
            return chain;
        });
    }

    static JsonObject json(AbsenceFile paper) {
        return new JsonObject()
                .put("name", paper.name())
                .put("size", paper.file().size());
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }
}
