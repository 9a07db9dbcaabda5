package vn.diemcau.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What guessing programs try first, part of the program: the most frequent passwords that others lost, and what people here build theirs
 * of. Compared without regard to case, marks, spaces and dashes.
 */
final class CommonPasswords {
    private static final int FEWEST_MORE = 6;
    private static final int SHORTEST_PART = 4;

    private final Set<String> whole;
    private final List<String> parts;

    private CommonPasswords(Set<String> whole, List<String> parts) {
        this.whole = whole;
        this.parts = parts;
    }

    /** Reads some 150 kB; once, before anybody signs in. */
    static CommonPasswords read() {
        return new CommonPasswords(Set.copyOf(lines("common-passwords.txt")), lines("vietnamese-passwords.txt"));
    }

    private static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/identity/" + name));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One of the list, also with a few digits or signs behind it, or little more than a part of ours or than what is known of its owner. */
    boolean guesses(String password, List<String> about) {
        String plain = plain(password);
        String word = plain.replaceAll("[^a-z]+$", "");
        return whole.contains(plain)
                || whole.contains(word)
                || parts.stream().anyMatch(part -> littleMore(plain, part))
                || about.stream().anyMatch(part -> littleMore(plain, plain(part)));
    }

    private static boolean littleMore(String password, String part) {
        return part.length() >= SHORTEST_PART
                && password.contains(part)
                && password.length() - part.length() < FEWEST_MORE;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replaceAll("[\\s._-]", "");
    }
}
