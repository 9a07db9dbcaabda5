package vn.diemcau.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words around a table, line by line, in the layout of who issues it; the files differ only in how they set them.
 *
 * @param left the issuing unit
 * @param right the national title or the Party's, with place and date
 * @param title over the whole width
 * @param closing the blocks at the end, from left to right
 */
record Face(List<Line> left, List<Line> right, List<Line> title, List<List<Line>> closing) {
    /** How many hundredths of the width the issuing unit takes; the national title does not fit into half a page. */
    static final int LEFT_HUNDREDTHS = 42;

    private static final int SPACE_TO_SIGN = 3;

    /** A rule under a line: none, as long as a third of the block, or as long as the words. */
    enum Rule {
        NONE,
        SHORT,
        FULL
    }

    /** One line of words. */
    record Line(String words, int points, boolean bold, boolean italic, Rule rule, boolean centred) {
        static Line plain(String words, int points) {
            return new Line(words, points, false, false, Rule.NONE, true);
        }

        Line strong() {
            return new Line(words, points, true, italic, rule, centred);
        }

        Line slanted() {
            return new Line(words, points, bold, true, rule, centred);
        }

        Line over(Rule other) {
            return new Line(words, points, bold, italic, other, centred);
        }

        Line atTheLeft() {
            return new Line(words, points, bold, italic, rule, false);
        }
    }

    static Face of(Table table) {
        Issue issue = table.issue();
        return new Face(left(issue), right(issue), title(table), closing(issue));
    }

    private static List<Line> left(Issue issue) {
        Letterhead head = issue.letterhead();
        List<Line> lines = new ArrayList<>();
        if (head.superior() != null) lines.add(Line.plain(upper(head.superior()), 13));
        Line issuer = Line.plain(upper(head.issuer()), 13).strong();
        lines.add(head.layout().star ? issuer : issuer.over(Rule.SHORT));
        if (head.layout().star) lines.add(Line.plain("*", 13));
        if (!issue.attached()) lines.add(Line.plain(issue.numberLine(), 13));
        return lines;
    }

    private static List<Line> right(Issue issue) {
        Letterhead head = issue.letterhead();
        List<Line> lines = new ArrayList<>();
        List<String> heading = head.layout().heading;
        for (int at = 0; at < heading.size(); at++) {
            Line line = Line.plain(heading.get(at), at == heading.size() - 1 ? 13 : 12)
                    .strong();
            lines.add(at == heading.size() - 1 ? line.over(Rule.FULL) : line);
        }
        if (!issue.attached())
            lines.add(Line.plain(head.placeAndDate(issue.date()), 13).slanted());
        return lines;
    }

    private static List<Line> title(Table table) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain(table.fullTitle(), 14).strong());
        if (table.issue().attached())
            lines.add(Line.plain(table.issue().attachedTo(), 13).slanted());
        for (String line : table.lines()) lines.add(Line.plain(line, 13).slanted());
        return lines;
    }

    private static List<List<Line>> closing(Issue issue) {
        Letterhead head = issue.letterhead();
        List<Line> preparer = new ArrayList<>();
        if (issue.attached()) preparer.add(Line.plain("", 13));
        preparer.add(Line.plain("Người lập biểu", 13).strong());
        if (head.preparer() != null) {
            blank(preparer);
            preparer.add(Line.plain(head.preparer(), 13));
        }
        List<List<Line>> blocks = new ArrayList<>();
        if (!issue.attached()) blocks.add(recipients(head));
        blocks.add(preparer);
        blocks.add(signature(issue));
        return blocks;
    }

    private static List<Line> recipients(Letterhead head) {
        List<Line> lines = new ArrayList<>();
        Line lead = Line.plain("Nơi nhận:", 12).atTheLeft();
        lines.add(
                switch (head.layout()) {
                    case STATE -> lead.strong().slanted();
                    case PARTY -> lead.over(Rule.FULL);
                });
        for (String one : head.recipients())
            lines.add(Line.plain("- " + one, 11).atTheLeft());
        return lines;
    }

    private static List<Line> signature(Issue issue) {
        Letterhead head = issue.letterhead();
        List<Line> lines = new ArrayList<>();
        if (issue.attached())
            lines.add(Line.plain(head.placeAndDate(issue.date()), 13).slanted());
        if (head.signedFor() != null) {
            lines.add(Line.plain(head.layout().onBehalf + upper(head.signedFor()), 13)
                    .strong());
        }
        if (head.signerRole() != null) {
            Line role = Line.plain(upper(head.signerRole()), 13);
            lines.add(head.layout() == Layout.STATE ? role.strong() : role);
        }
        if (head.signerName() != null) {
            blank(lines);
            lines.add(Line.plain(head.signerName(), 14).strong());
        }
        return lines;
    }

    private static void blank(List<Line> lines) {
        for (int at = 0; at < SPACE_TO_SIGN; at++) lines.add(Line.plain("", 13));
    }

    private static String upper(String words) {
        return words.toUpperCase(Locale.ROOT);
    }
}
