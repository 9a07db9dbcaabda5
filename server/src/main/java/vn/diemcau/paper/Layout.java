package vn.diemcau.paper;

import java.util.List;
import java.util.Locale;

/**
 * The two layouts of official paper, as data. Margins in millimetres.
 *
 * @see <a href="https://vanban.chinhphu.vn">Nghị định 30/2020/NĐ-CP for the state's, Quy định 399-QĐ/TW for the Party's</a>
 */
public enum Layout {
    STATE(
            20,
            20,
            30,
            20,
            List.of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
            "Số: ",
            "/",
            "-",
            "TM. ",
            "./.",
            false),
    PARTY(20, 20, 30, 15, List.of("ĐẢNG CỘNG SẢN VIỆT NAM"), "Số ", "-", "/", "T/M ", ".", true);

    public final int top;
    public final int bottom;
    public final int left;
    public final int right;
    public final List<String> heading;
    public final String numberLead;
    /** Between the number and the kind of document. */
    public final String numberJoint;
    /** Between the kind of document and the issuer's sign. */
    public final String signJoint;

    public final String onBehalf;
    public final String ending;
    public final boolean star;

    Layout(
            int top,
            int bottom,
            int left,
            int right,
            List<String> heading,
            String numberLead,
            String numberJoint,
            String signJoint,
            String onBehalf,
            String ending,
            boolean star) {
        this.top = top;
        this.bottom = bottom;
        this.left = left;
        this.right = right;
        this.heading = heading;
        this.numberLead = numberLead;
        this.numberJoint = numberJoint;
        this.signJoint = signJoint;
        this.onBehalf = onBehalf;
        this.ending = ending;
        this.star = star;
    }

    /** As it stands on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
