package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.paper.SortedRows;
import vn.diemcau.paper.Spreadsheet;
import vn.diemcau.paper.Table;
import vn.diemcau.problem.Problem;

/** HTTP of the roster as a file, for the handbook and whoever else takes a list of members. */
final class RosterRoutes {
    private final Vertx vertx;
    private final StoredPeople people;
    private final Audit audit;

    RosterRoutes(Vertx vertx, StoredPeople people, Audit audit) {
        this.vertx = vertx;
        this.people = people;
        this.audit = audit;
    }

    void mount(Api api) {
        api.get("/units/{unit}/roster", Action.IMPORT_PEOPLE, this::roster);
    }

    private Future<Void> roster(RoutingContext ctx) {
        String unit = Input.of(ctx).path("unit");
        LocalDate on = Input.of(ctx).queryDate("on", people.today());
        SignedIn by = SignedIn.of(ctx);
        return people.tree().compose(tree -> {
            String path = tree.lastPath(unit, people.today())
                    .orElseThrow(() -> Problem.missing("not_found", "There is no such unit for you."));
            by.require(Action.IMPORT_PEOPLE, path);
            Roster roster = new Roster(tree, on, new SortedRows(vertx));
            return people.eachDossier(unit, on, roster::add)
                    .compose(done -> roster.rows().ready())
                    .compose(rows -> audit.add(
                            by.account(),
                            "roster_exported",
                            "unit/" + unit,
                            by.did(new JsonObject().put("on", on.toString()).put("rows", rows.count()))))
                    .compose(kept -> vertx.executeBlocking(() -> write(roster.rows()), false))
                    .eventually(() -> vertx.executeBlocking(
                            () -> {
                                roster.rows().close();
                                return null;
                            },
                            false))
                    .compose(file -> Future.succeededFuture()
                            .compose(written -> ctx.response()
                                    .putHeader(
                                            "Content-Type",
                                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                                    .putHeader("Cache-Control", "no-store")
                                    .putHeader(
                                            "Content-Disposition", "attachment; filename=\"danh-sach-dang-vien.xlsx\"")
                                    .sendFile(file.toString()))
                            .eventually(() -> vertx.fileSystem().delete(file.toString())));
        });
    }

    private static Path write(SortedRows rows) throws IOException {
        Path file = Files.createTempFile("diemcau-", ".xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            Spreadsheet.plain("Đảng viên", Roster.HEADINGS, rows, out, Table.NOBODY);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        return file;
    }
}
