package vn.diemcau.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How Vietnamese names are kept, found and sorted: one spelling, search without marks, order by given name. */
public final class Names {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\u200B-\\u200D\\uFEFF]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private Names() {}

    /** NFC, one space between words, none around, and the letter Ð of other languages as Đ. */
    public static String tidy(String typed) {
        if (plain(typed)) return typed;
        String spaced = BLANKS.matcher(typed).replaceAll(" ").strip();
        return Normalizer.normalize(spaced, Normalizer.Form.NFC)
                .replace('\u00D0', '\u0110')
                .replace('\u00F0', '\u0111')
                .replace('\u0189', '\u0110');
    }

    /** Whether there is nothing to tidy: ASCII without a space too many. */
    private static boolean plain(String typed) {
        boolean space = true;
        for (int i = 0; i < typed.length(); i++) {
            char letter = typed.charAt(i);
            if (letter > '~' || letter < ' ' || letter == ' ' && space) return false;
            space = letter == ' ';
        }
        return !space || typed.isEmpty();
    }

    /** A person's name as it is written: {@link #tidy} and, where it came in capitals or in small letters only, each word with one capital. */
    public static String proper(String typed) {
        String tidy = tidy(typed);
        boolean capitals = tidy.equals(tidy.toUpperCase(Locale.ROOT));
        boolean small = tidy.equals(tidy.toLowerCase(Locale.ROOT));
        if (!capitals && !small) return tidy;
        StringBuilder proper = new StringBuilder();
        boolean starts = true;
        for (char letter : tidy.toLowerCase(Locale.ROOT).toCharArray()) {
            proper.append(starts ? Character.toUpperCase(letter) : letter);
            starts = !Character.isLetterOrDigit(letter);
        }
        return proper.toString();
    }

    /** Without marks, in small letters, đ as d: what a search compares. */
    public static String fold(String text) {
        String apart = Normalizer.normalize(tidy(text), Normalizer.Form.NFD);
        return MARKS.matcher(apart)
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT);
    }

    /** The words of the folded text, without punctuation. */
    public static List<String> words(String text) {
        return Arrays.stream(NOT_WORD.split(fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Equal for spellings that differ only in case, punctuation or where the tone stands (hòa, hoà); different for different marks. */
    public static String exact(String text) {
        StringBuilder key = new StringBuilder();
        for (String word : tidy(text).toLowerCase(Locale.ROOT).split(" ")) {
            StringBuilder letters = new StringBuilder();
            int tone = 0;
            for (char letter : Normalizer.normalize(word, Normalizer.Form.NFD).toCharArray()) {
                int at = TONES.indexOf(letter);
                if (at >= 0) tone = at + 1;
                else if (Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK)
                    letters.append(letter);
            }
            if (letters.isEmpty()) continue;
            if (key.length() > 0) key.append(' ');
            key.append(Normalizer.normalize(letters, Normalizer.Form.NFC));
            if (tone > 0) key.append(tone);
        }
        return key.toString();
    }

    /** The last word: the name people are called and sorted by. */
    public static String given(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** By given name, then by the rest, each in Vietnamese order; compares as plain text. */
    public static String sortKey(String name) {
        String given = given(name);
        String rest = name.substring(0, name.length() - given.length()).strip();
        return Collation.key(given) + "\n" + Collation.key(rest);
    }

    /** From the first word on, in Vietnamese order, numbers by their value; compares as plain text. */
    public static String unitSortKey(String name) {
        return Collation.key(Pattern.compile("\\d+")
                .matcher(name)
                .replaceAll(number -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group()));
    }
}
