package vn.diemcau.schedule;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without marks, in lower case, with single spaces: what search and the reading of tables compare. */
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private Folded() {}

    static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT).replace('đ', 'd').replace('ð', 'd');
        return SPACES.matcher(lower).replaceAll(" ").strip();
    }
}
