package vn.diemcau.exchange;

import io.vertx.core.Vertx;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.SheetIntake;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Schedule;

/** Attendance from files of the electronic handbook, put together; Platform mounts it. */
public final class Exchange {
    private Exchange() {}

    /** Mounts the routes of this feature. */
    public static void mount(
            Api api,
            Vertx vertx,
            People people,
            Schedule schedule,
            Attendances attendances,
            SheetIntake sheets,
            Audit audit) {
        PlanSheet plan = new PlanSheet(attendances, people);
        new SheetRoutes(vertx, schedule, plan, new TakeIn(attendances, sheets), audit).mount(api);
    }
}
