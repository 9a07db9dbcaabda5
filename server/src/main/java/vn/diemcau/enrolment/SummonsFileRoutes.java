package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.paper.Pdf;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;

/** The summonses as files: one unit's as .docx or PDF, all units' as a streamed zip, or in one PDF where it is not too long. */
final class SummonsFileRoutes {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int ROWS_IN_ONE_PDF = 3000;

    private final Vertx vertx;
    private final PlannedBy planned;
    private final Schedule schedule;
    private final SummonsStore summonses;
    private final SummonsPapers papers;
    private final Pdf pdf;

    SummonsFileRoutes(Vertx vertx, Schedule schedule, SummonsStore summonses, SummonsPapers papers, Pdf pdf) {
        this.vertx = vertx;
        this.planned = new PlannedBy(schedule);
        this.schedule = schedule;
        this.summonses = summonses;
        this.papers = papers;
        this.pdf = pdf;
    }

    /** What a summons can be had as. */
    enum Format {
        DOCX,
        PDF
    }

    void mount(Api api) {
        api.get("/programmes/{programme}/summonses/{unit}/file", Action.CONFIRM_RECEIPT, this::one);
        api.get("/programmes/{programme}/summonses-zip", Action.SUMMON, this::zip);
        api.get("/programmes/{programme}/summonses-pdf", Action.SUMMON, this::allInOne);
    }

    /** For whoever summons, and for the unit that is summoned. */
    private Future<Api.Reply> one(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        Format format = format(in);
        return schedule.programme(in.path("programme")).compose(found -> {
            Programme programme = found.orElseThrow(SummonsFileRoutes::missing);
            return summonses.find(programme.id(), in.path("unit")).compose(kept -> {
                Summons summons = kept.orElseThrow(SummonsFileRoutes::missing);
                if (!who.may(Action.READ_PROGRAMMES, programme.unitPath())) {
                    who.require(Action.CONFIRM_RECEIPT, summons.unitPath());
                }
                return papers.text(programme, summons)
                        .compose(text -> render(text, format).map(bytes -> {
                            attach(ctx, SummonsPapers.fileName(text.paper(), summons) + ending(format));
                            return new Api.Reply(200, type(format), bytes);
                        }));
            });
        });
    }

    private Future<Api.Reply> allInOne(RoutingContext ctx) {
        return planned.programme(Input.of(ctx).path("programme"), SignedIn.of(ctx), Action.SUMMON)
                .compose(programme -> summonses.ofProgramme(programme.id()).compose(all -> {
                    int rows = all.stream().mapToInt(Summons::people).sum();
                    if (all.isEmpty()) throw missing();
                    if (rows > ROWS_IN_ONE_PDF) {
                        throw Problem.refused(
                                "too_many_for_one_pdf", "Take the zip: one PDF holds at most 3,000 names.");
                    }
                    List<SummonsText> texts = new ArrayList<>();
                    Future<Void> chain = Future.succeededFuture();
                    for (Summons summons : all) {
                        chain = chain.compose(done -> papers.text(programme, summons))
                                .map(text -> {
                                    texts.add(text);
                                    return null;
                                });
                    }
                    return chain.compose(done -> pdf.of(SummonsPage.of(texts)));
                }))
                .map(bytes -> {
                    attach(ctx, "giay-trieu-tap.pdf");
                    return new Api.Reply(200, type(Format.PDF), bytes);
                });
    }

    private Future<Void> zip(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Format format = format(in);
        return planned.programme(in.path("programme"), SignedIn.of(ctx), Action.SUMMON)
                .compose(programme -> summonses.ofProgramme(programme.id()).compose(all -> {
                    if (all.isEmpty()) throw missing();
                    HttpServerResponse response = ctx.response();
                    response.setChunked(true)
                            .putHeader("Content-Type", "application/zip")
                            .putHeader("Cache-Control", "no-store");
                    attach(ctx, "giay-trieu-tap" + ending(format) + ".zip");
                    return stream(response, programme, all, format);
                }));
    }

    /** One unit after the other: at most one file is in memory. */
    private Future<Void> stream(HttpServerResponse response, Programme programme, List<Summons> all, Format format) {
        ByteArrayOutputStream pending = new ByteArrayOutputStream(64 * 1024);
        ZipOutputStream zip = new ZipOutputStream(pending);
        Future<Void> chain = Future.succeededFuture();
        int number = 1;
        for (Summons summons : all) {
            String lead = String.format("%03d-", number++);
            chain = chain.compose(done -> papers.text(programme, summons))
                    .compose(text -> render(text, format)
                            .compose(bytes -> vertx.executeBlocking(() -> {
                                String name = lead + SummonsPapers.fileName(text.paper(), summons) + ending(format);
                                return entry(zip, pending, name, bytes);
                            })))
                    .compose(response::write);
        }
        return chain.compose(done -> {
            try {
                zip.close();
                return response.end(Buffer.buffer(pending.toByteArray()));
            } catch (IOException failure) {
                return Future.failedFuture(failure);
            }
        });
    }

    private static Buffer entry(ZipOutputStream zip, ByteArrayOutputStream pending, String name, Buffer bytes)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes.getBytes());
        zip.closeEntry();
        zip.flush();
        Buffer ready = Buffer.buffer(pending.toByteArray());
        pending.reset();
        return ready;
    }

    private Future<Buffer> render(SummonsText text, Format format) {
        return switch (format) {
            case PDF -> pdf.of(SummonsPage.of(List.of(text)));
            case DOCX -> vertx.executeBlocking(() -> Buffer.buffer(SummonsFile.of(text)), false);
        };
    }

    private static Format format(Input in) {
        return switch (in.query("format").orElse("docx")) {
            case "docx" -> Format.DOCX;
            case "pdf" -> Format.PDF;
            default -> throw Problem.invalid("format", "not_a_choice", "One of docx, pdf.");
        };
    }

    private static String type(Format format) {
        return switch (format) {
            case DOCX -> DOCX;
            case PDF -> "application/pdf";
        };
    }

    private static String ending(Format format) {
        return switch (format) {
            case DOCX -> ".docx";
            case PDF -> ".pdf";
        };
    }

    private static void attach(RoutingContext ctx, String name) {
        ctx.response().putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }
}
