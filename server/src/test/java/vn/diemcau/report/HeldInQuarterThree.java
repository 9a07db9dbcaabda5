package vn.diemcau.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Standing;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Session;

/** A conference of which a site is silent, a seminar with a walk-in, a cell meeting, and a conference a year before. */
final class HeldInQuarterThree {
    static final String QUERY = "?from=2026-07-01&to=2026-09-30";

    private HeldInQuarterThree() {}

    static SmallProvince province() {
        SmallProvince province = new SmallProvince();
        Session conference = province.session("S1", ProgrammeKind.CONFERENCE, "T", "2026-09-18", "hall", "far");
        province.record(conference, "Lường Văn Thắng", "A1", "hall", Standing.PRESENT, Flag.LEFT_EARLY);
        province.record(conference, "=cmd|' /C calc'!A0", "A1", "hall", Standing.UNEXCUSED);
        province.record(conference, "Vàng A Pao", "A2", "hall", Standing.PRESENT);
        province.record(conference, "Khách", "A2", "hall", Standing.PRESENT, Required.Standing.GUEST);
        province.record(conference, "Nông Thị Huệ", "B1", "far", Standing.UNDETERMINED);
        province.record(conference, "Hoàng Văn Đức", "A", null, Standing.EXCUSED);
        province.silent("far");
        Session walkIns = province.session("S2", ProgrammeKind.SEMINAR, "T", "2026-06-18", "hall");
        province.record(walkIns, "Vàng A Pao", "A2", "hall", Standing.PRESENT);
        province.walkIn(walkIns, "Người lạ", "hall");
        Session cell = province.session("C1", ProgrammeKind.CELL_MEETING, "A1", "2026-08-05", "cell");
        province.record(cell, "Lường Văn Thắng", "A1", "cell", Standing.PRESENT);
        Session before = province.session("S0", ProgrammeKind.CONFERENCE, "T", "2025-09-18", "hall");
        province.record(before, "Lường Văn Thắng", "A1", "hall", Standing.PRESENT);
        province.record(before, "Vàng A Pao", "A2", "hall", Standing.EXCUSED);
        return province;
    }

    /** The ids of the units of these lines, in their order. */
    static List<String> names(JsonArray lines) {
        return lines.stream()
                .map(line -> ((JsonObject) line).getJsonObject("unit").getString("id"))
                .toList();
    }
}
