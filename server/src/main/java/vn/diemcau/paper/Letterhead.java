package vn.diemcau.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one unit writes its documents: what its office decides once, and every document of the unit carries.
 *
 * @param superior the agency above the issuer, or null
 * @param issuer the unit as its documents name it
 * @param sign the unit's own part of a document's number, such as {@code TU} or {@code UBND}, or null
 * @param place before the date, or null
 * @param signedFor on whose behalf is signed ({@code BAN THƯỜNG VỤ}), or null
 * @param preparer who drew a table up (người lập biểu), or null
 * @param recipients the lines of "Nơi nhận"
 */
public record Letterhead(
        Layout layout,
        @Nullable String superior,
        String issuer,
        @Nullable String sign,
        @Nullable String place,
        @Nullable String signedFor,
        @Nullable String signerRole,
        @Nullable String signerName,
        @Nullable String preparer,
        List<String> recipients) {
    private static final String DOTS = "......";

    /** What a unit that has said nothing yet gets. */
    public static Letterhead of(Layout layout, @Nullable String superior, String issuer) {
        return new Letterhead(
                layout, superior, issuer, null, null, null, null, null, null, List.of("Như trên,", "Lưu Văn phòng."));
    }

    public Letterhead in(Layout other) {
        return new Letterhead(
                other, superior, issuer, sign, place, signedFor, signerRole, signerName, preparer, recipients);
    }

    /** Whether somebody was named to sign. */
    public boolean signed() {
        return signerRole != null || signerName != null;
    }

    /**
     * "Số 05-BC/TU" or "Số: 05/BC-UBND"; dots for the register to fill where no number was given.
     *
     * @param kind the kind of document's sign, such as {@code BC}
     */
    public String numberLine(@Nullable String number, String kind) {
        return layout.numberLead
                + (number == null ? DOTS : number)
                + layout.numberJoint
                + kind
                + layout.signJoint
                + (sign == null ? DOTS : sign);
    }

    /** "Thái Nguyên, ngày 22 tháng 11 năm 2026"; dots for what is left to the pen. */
    public String placeAndDate(@Nullable LocalDate date) {
        return (place == null ? DOTS : place) + ", ngày "
                + (date == null
                        ? "... tháng ... năm ..."
                        : String.format(
                                "%02d tháng %02d năm %d", date.getDayOfMonth(), date.getMonthValue(), date.getYear()));
    }
}
