package vn.diemcau.report;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.Api;
import vn.diemcau.paper.Pdf;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Schedule;

/** Rates, drill-down and official forms: the end of the flow, which only reads what others keep. */
public final class Reports {
    private Reports() {}

    /** Mounts the routes of this feature. */
    public static void mount(
            Api api,
            Vertx vertx,
            Pdf pdf,
            People people,
            Schedule schedule,
            Enrolments enrolments,
            Attendances attendances,
            InstantSource clock) {
        WriteTable writeTable = new WriteTable(vertx, pdf);
        new ReportRoutes(vertx, people, schedule, attendances, writeTable, clock).mount(api);
        new ProgrammeReportRoutes(people, schedule, enrolments, attendances, writeTable, clock).mount(api);
    }
}
