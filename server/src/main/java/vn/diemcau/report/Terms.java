package vn.diemcau.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.diemcau.enrolment.Required;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.ProgrammeKind;

/** Words, moments and headings that the forms share. */
final class Terms {
    private Terms() {}

    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm").withZone(Period.ZONE);
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(Period.ZONE);
    static final String NOT_CLOSING = "Số liệu chưa khớp, không dùng làm báo cáo chính thức.";

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

    static Table.Issuer issuer(UnitTree tree, String unit, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Period.ZONE);
        return tree.unit(unit)
                .map(found -> issuer(tree, found, day))
                .orElse(new Table.Issuer(Table.Layout.PARTY, null, unit.toUpperCase(Locale.ROOT)));
    }

    static Table.Issuer issuer(UnitTree tree, Unit unit, LocalDate day) {
        String superior = unit.placements().stream()
                .filter(placement -> placement.on(day) && placement.parent() != null)
                .findFirst()
                .flatMap(placement -> tree.unit(String.valueOf(placement.parent())))
                .map(Unit::name)
                .orElse(null);
        return new Table.Issuer(
                unit.tree() == Tree.PARTY ? Table.Layout.PARTY : Table.Layout.STATE, superior, unit.name());
    }
}
