package vn.diemcau.paper;

/** Text that a program which opens a table takes as text only. */
public final class Plain {
    private Plain() {}

    /**
     * What would begin a formula is put behind an apostrophe, characters that no sheet may hold are dropped. A telephone number and a
     * negative number stay as they are.
     */
    public static String text(String typed) {
        String clean = clean(typed);
        if (clean.isEmpty()) return clean;
        boolean signed =
                "+-".indexOf(clean.charAt(0)) >= 0 && clean.substring(1).matches("[0-9][0-9 .]*");
        boolean acts = "=+-@\t\n\r＝＋－＠".indexOf(clean.charAt(0)) >= 0 && !signed;
        return acts ? "'" + clean : clean;
    }

    /** The text as one field of a line of a CSV file, in quotation marks. */
    public static String csv(String typed) {
        return "\"" + text(typed).replace("\"", "\"\"") + "\"";
    }

    /** Without the characters that XML, and so a sheet or a page, may not hold. */
    static String clean(String typed) {
        if (typed.codePoints().allMatch(Plain::mayStand)) return typed;
        StringBuilder kept = new StringBuilder(typed.length());
        typed.codePoints().filter(Plain::mayStand).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean mayStand(int point) {
        if (point < ' ') return point == '\n' || point == '\t' || point == '\r';
        return point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point <= 0xDFFF);
    }
}
