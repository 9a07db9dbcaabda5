package vn.diemcau.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.diemcau.http.Input;
import vn.diemcau.paper.Issue;
import vn.diemcau.paper.Layout;
import vn.diemcau.paper.Letterhead;
import vn.diemcau.problem.Problem;

/**
 * How a document is wanted: the kind of file, and what the office adds to its letterhead for this one.
 *
 * @param layout instead of the letterhead's, or null
 * @param number as the register gave it, or null
 * @param date the day it bears, or null
 * @param export the sender's id of this export, under which its progress is told; null when nobody listens
 * @param part of a register that is too wide for one sheet, from 1; 0 for all of it
 */
record Wanted(
        Format format,
        @Nullable Layout layout,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String export,
        int part) {
    /** The kinds of file. */
    enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        PDF("application/pdf", ".pdf");

        final String type;
        final String ending;

        Format(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }
    }

    static Wanted of(Input in) {
        String number = in.query("number").map(String::strip).orElse("");
        if (!number.matches("[\\p{L}\\p{N}./ -]{0,20}")) {
            throw Problem.invalid("number", "not_a_number", "Letters, digits, points, strokes; at most 20.");
        }
        String export = in.query("export").orElse(null);
        if (export != null && !export.matches("[A-Za-z0-9-]{8,64}")) {
            throw Problem.invalid("export", "not_an_id", "8 to 64 letters, digits and hyphens.");
        }
        boolean dated = in.query("date").filter(day -> !day.isEmpty()).isPresent();
        return new Wanted(
                Ask.choice(in, "format", Format.class).orElse(Format.XLSX),
                Ask.choice(in, "layout", Layout.class).orElse(null),
                number.isEmpty() ? null : number,
                dated ? in.queryDate("date", LocalDate.EPOCH) : null,
                export,
                in.queryInt("part", 0, 1000));
    }

    Issue issue(Letterhead letterhead, boolean attached) {
        return new Issue(layout == null ? letterhead : letterhead.in(layout), number, date, attached);
    }
}
