package vn.diemcau.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.paper.Layout;
import vn.diemcau.paper.Letterhead;

/**
 * How the summons of a programme is written: what the issuing office decides, the rest comes from the plan and the list.
 *
 * @param superior the agency above the issuer, or null
 * @param number as the office's register issued it, or null: then it stays blank
 * @param signedFor on whose behalf ({@code BAN THƯỜNG VỤ}), or null
 * @param request what is asked of the people summoned, a paragraph each
 * @param recipients the lines of "Nơi nhận"
 */
record Paper(
        Layout layout,
        Kind kind,
        @Nullable String superior,
        String issuer,
        @Nullable String number,
        @Nullable String place,
        @Nullable LocalDate date,
        @Nullable String signedFor,
        @Nullable String signerRole,
        @Nullable String signerName,
        List<String> request,
        List<String> recipients) {
    /** Compulsory, or not. */
    enum Kind {
        SUMMONS("GIẤY TRIỆU TẬP", "triệu tập", "GTT"),
        INVITATION("GIẤY MỜI", "mời", "GM");

        final String title;
        final String verb;
        final String sign;

        Kind(String title, String verb, String sign) {
            this.title = title;
            this.verb = verb;
            this.sign = sign;
        }
    }

    /** What an office that has said nothing of this summons yet gets: its letterhead. */
    static Paper of(Letterhead letterhead) {
        return new Paper(
                letterhead.layout(),
                Kind.SUMMONS,
                letterhead.superior(),
                letterhead.issuer(),
                null,
                letterhead.place(),
                null,
                letterhead.signedFor(),
                letterhead.signerRole(),
                letterhead.signerName(),
                List.of(
                        "Đề nghị các đồng chí có mặt trước giờ khai mạc 15 phút để điểm danh, xác nhận tham dự và hình thức dự; đồng chí nào không dự được phải xin phép vắng trước, nêu rõ lý do.",
                        "Đề nghị đơn vị nhận giấy thông báo đến từng đồng chí có tên trong danh sách và xác nhận đã nhận."),
                letterhead.recipients());
    }

    /** "Số 05-GTT/TU" or "Số: 05/GTT-UBND"; dots for the register to fill where no number was typed. */
    String numberLine() {
        if (number == null) return layout.numberLead + "......" + layout.numberJoint + kind.sign + "/......";
        return layout.numberLead + number;
    }
}
