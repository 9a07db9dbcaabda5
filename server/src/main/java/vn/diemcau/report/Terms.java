package vn.diemcau.report;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.enrolment.Required;
import vn.diemcau.paper.Table;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.schedule.ProgrammeKind;

/** Words, moments and headings that the forms share. */
final class Terms {
    private Terms() {}

    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm").withZone(Period.ZONE);
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(Period.ZONE);
    static final String NOT_CLOSING = "Số liệu chưa khớp, không dùng làm báo cáo chính thức.";

    static final String MOVING = "Số liệu đang cập nhật, chưa dùng làm báo cáo chính thức.";

    /** Why a document is not final. */
    static String faults(List<String> faults) {
        return faults.equals(List.of(Figures.MOVING)) ? MOVING : NOT_CLOSING;
    }

    /** Why somebody on the list need not come; empty for those who must. */
    static String entry(Required.Standing standing) {
        return switch (standing) {
            case REQUIRED -> "";
            case EXEMPT -> "Được miễn";
            case SUSPENDED -> "Đình chỉ";
            case ON_DUTY -> "Nhiệm vụ đặc biệt";
            case GUEST -> "Khách mời";
            case INVITED -> "Được mời";
        };
    }

    /** Why, in words: a code of the list, or what a person typed. */
    static String reason(@Nullable String kept) {
        if (kept == null) return "";
        if (kept.equals("status_exempt")) return "Được miễn sinh hoạt";
        return kept.equals("status_suspended") ? "Đình chỉ sinh hoạt" : kept;
    }

    static String name(ProgrammeKind kind) {
        return switch (kind) {
            case CLASS -> "lớp đào tạo, bồi dưỡng";
            case CONFERENCE -> "hội nghị";
            case SEMINAR -> "hội thảo";
            case RESOLUTION_STUDY -> "học tập nghị quyết";
            case CELL_MEETING -> "sinh hoạt chi bộ";
            case ASSESSMENT -> "sát hạch";
            case CONTEST -> "hội thi";
        };
    }

    /** The rate as a cell, which paper shows with two places and a spreadsheet keeps as a number. */
    static Cell cell(Rate rate) {
        return Cell.share(rate.hundredths());
    }

    /** Final only when it closes and everything is determined. */
    static Table.Standing standing(boolean closes, boolean provisional) {
        if (!closes) return Table.Standing.NOT_CLOSING;
        return provisional ? Table.Standing.PROVISIONAL : Table.Standing.FINAL;
    }

    /** Who closed the figures and when, as a line of a document. */
    static String closed(Attendances.@Nullable Closed closed) {
        return closed == null
                ? "Chưa chốt số liệu."
                : "Chốt số liệu lúc " + MOMENT.format(closed.at()) + ", người chốt: " + closed.by() + ".";
    }
}
