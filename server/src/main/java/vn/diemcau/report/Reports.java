package vn.diemcau.report;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.audit.Audit;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.Api;
import vn.diemcau.http.Live;
import vn.diemcau.letterhead.Letterheads;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Schedule;

/** Rates, drill-down and official documents: the end of the flow, which only reads what others keep. */
public final class Reports {
    private Reports() {}

    /** Mounts the routes of this feature. */
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
            InstantSource clock) {
        Exports exports = new Exports(vertx, live);
        WriteDocument writeDocument = new WriteDocument(vertx);
        DocumentRoutes documents = new DocumentRoutes(writeDocument, exports, audit, live);
        ReadDocument readDocument = new ReadDocument(vertx, schedule, enrolments, attendances, letterheads, clock);
        new ReportRoutes(vertx, people, schedule, attendances, letterheads, documents, clock).mount(api);
        new ProgrammeReportRoutes(people, schedule, attendances, readDocument, documents, clock).mount(api);
        documents.mount(api);
        ReadExchange readExchange = new ReadExchange(vertx, people, attendances);
        new ExchangeRoutes(schedule, readExchange, writeDocument, audit).mount(api);
    }
}
