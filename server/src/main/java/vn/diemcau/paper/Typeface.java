package vn.diemcau.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One font of a PDF, embedded with the letters that are used; measures and breaks words. */
final class Typeface {
    private static final int MISSING = '\u25A1';

    final PDFont font;
    private final Map<Integer, Float> widths = new HashMap<>();

    private Typeface(PDFont font) {
        this.font = font;
    }

    /** @param file under fonts/, without its ending */
    static Typeface of(PDDocument document, String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Typeface.class.getResourceAsStream("/fonts/" + file + ".ttf"), file)) {
            return new Typeface(PDType0Font.load(document, in, true));
        }
    }

    /** The words with a box for each sign that the font does not have. */
    String fitting(String words) {
        if (words.codePoints().allMatch(point -> width(point) >= 0)) return words;
        StringBuilder fitting = new StringBuilder(words.length());
        words.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .map(point -> width(point) >= 0 ? point : width(MISSING) >= 0 ? MISSING : '?')
                .forEach(fitting::appendCodePoint);
        return fitting.toString();
    }

    /** In points at this size. */
    double width(String words, double size) {
        double sum = 0;
        for (int at = 0; at < words.length(); at += Character.charCount(words.codePointAt(at))) {
            sum += Math.max(0, width(words.codePointAt(at)));
        }
        return sum * size / 1000;
    }

    /** Negative when the font has no such sign. */
    private float width(int point) {
        Float known = widths.get(point);
        if (known != null) return known;
        float width;
        try {
            width = font.getStringWidth(Character.toString(point));
        } catch (IOException | IllegalArgumentException absent) {
            width = -1;
        }
        widths.put(point, width);
        return width;
    }

    /** The words in lines no wider than the width; a word that is too long is broken. At least one line, at most so many. */
    List<String> lines(String text, double size, double width, int most) {
        String words = fitting(text.replace('\n', ' ').replace('\t', ' ').replace('\r', ' '));
        if (width(words, size) <= width) return List.of(words);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        double space = width(" ", size);
        for (String word : words.split(" +", -1)) {
            double wide = width(word, size);
            if (used > 0 && used + space + wide > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used += space;
            }
            for (int at = 0; wide > width && at < word.length(); ) {
                int point = word.codePointAt(at);
                double one = width(point) * size / 1000;
                if (used > 0 && used + one > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.appendCodePoint(point);
                used += one;
                at += Character.charCount(point);
            }
            if (wide <= width) {
                line.append(word);
                used += wide;
            }
        }
        lines.add(line.toString());
        if (lines.size() <= most) return lines;
        List<String> cut = new ArrayList<>(lines.subList(0, most));
        cut.set(most - 1, cut.get(most - 1) + "…");
        return cut;
    }
}
