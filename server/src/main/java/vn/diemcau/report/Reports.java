package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.audit.Audit;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.Api;
import vn.diemcau.http.Live;
import vn.diemcau.letterhead.Letterheads;
import vn.diemcau.material.HandedIn;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Schedule;

/** Rates, drill-down and official documents: the end of the flow, which only reads what others keep. */
public final class Reports {
    private Reports() {}

    /**
     * Mounts the routes of this feature.
     *
     * @param campaignTitle what a campaign is called, if there is one of this id
     */
    public static void mount(
            Api api,
            Vertx vertx,
            Live live,
            Audit audit,
            People people,
            Letterheads letterheads,
            Schedule schedule,
            Enrolments enrolments,
            Attendances attendances,
            HandedIn handedIn,
            Function<String, Future<Optional<String>>> campaignTitle,
            InstantSource clock) {
        Exports exports = new Exports(vertx, live);
        WriteDocument writeDocument = new WriteDocument(vertx);
        DocumentRoutes documents = new DocumentRoutes(writeDocument, exports, audit, live);
        ReadReflections readReflections = new ReadReflections(handedIn, schedule, people, attendances);
        ReadDocument readDocument =
                new ReadDocument(vertx, schedule, enrolments, attendances, letterheads, readReflections, clock);
        TrainingRoutes training =
                new TrainingRoutes(new ReadTraining(schedule, attendances, clock), letterheads, documents, clock);
        new ReportRoutes(
                        vertx,
                        people,
                        schedule,
                        new ReadPart(attendances, enrolments, campaignTitle),
                        letterheads,
                        documents,
                        readReflections,
                        training,
                        clock)
                .mount(api);
        new ProgrammeReportRoutes(people, schedule, attendances, readDocument, documents, clock).mount(api);
        documents.mount(api);
        ReadExchange readExchange = new ReadExchange(vertx, people, attendances);
        new ExchangeRoutes(schedule, readExchange, writeDocument, exports, audit).mount(api);
    }
}
