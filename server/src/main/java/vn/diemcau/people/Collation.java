package vn.diemcau.people;

import java.text.Normalizer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Vietnamese alphabetical order as text that compares byte by byte: first all letters (a ă â b c d đ …), then all tones (none, huyền,
 * hỏi, ngã, sắc, nặng), then small before capital. It agrees with the order of the browsers' collator for Vietnamese.
 */
final class Collation {
    private static final String LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private static final String PUNCTUATION = "_-,;:!?.'\"()[]{}@*/\\&#%";
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
    private static final String SHAPES = "\u0306\u0302\u031B";
    /** Below every character of the three levels. */
    private static final char NEXT_LEVEL = '\t';

    private Collation() {}

    /** The place of one letter on the three levels. */
    private record Weight(char letter, char tone, char capital) {}

    private static final Weight NONE = new Weight('?', '1', '1');
    private static final ConcurrentMap<Character, Weight> WEIGHTS = new ConcurrentHashMap<>();

    static String key(String text) {
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (char letter : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            Weight weight = WEIGHTS.computeIfAbsent(letter, Collation::weigh);
            if (weight == NONE) continue;
            letters.append(weight.letter());
            tones.append(weight.tone());
            cases.append(weight.capital());
        }
        return letters.toString() + NEXT_LEVEL + tones + NEXT_LEVEL + cases;
    }

    private static Weight weigh(char letter) {
        char tone = '1';
        StringBuilder base = new StringBuilder();
        for (char part : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .toCharArray()) {
            int at = TONES.indexOf(part);
            if (at >= 0) tone = (char) ('2' + at);
            else if (base.isEmpty() || SHAPES.indexOf(part) >= 0) base.append(part);
        }
        if (base.isEmpty()) return NONE;
        char shaped = Normalizer.normalize(base, Normalizer.Form.NFC).charAt(0);
        return new Weight(rank(Character.toLowerCase(shaped)), tone, Character.isUpperCase(shaped) ? '2' : '1');
    }

    /** Space, punctuation, digits, letters, in this order, within the printable characters. */
    private static char rank(char letter) {
        if (letter == ' ') return ' ';
        if (letter >= '0' && letter <= '9') return (char) ('@' + letter - '0');
        int place = LETTERS.indexOf(letter);
        if (place >= 0) return (char) ('P' + place);
        int mark = PUNCTUATION.indexOf(letter);
        return mark >= 0 ? (char) ('!' + mark) : letter > 'z' ? '~' : '?';
    }
}
