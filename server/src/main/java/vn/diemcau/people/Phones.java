package vn.diemcau.people;

import java.util.Optional;
import java.util.regex.Pattern;

/** How telephone numbers of Vietnam are read. */
final class Phones {
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00A0.()-]+");
    private static final Pattern TAIL = Pattern.compile("\\.0$");
    private static final Pattern NUMBER = Pattern.compile("[35789]\\d{8}|2\\d{8,9}");

    private Phones() {}

    /**
     * A number as it is kept.
     *
     * @param number E.164, such as +84912345678
     */
    record Phone(String number, String typed) {}

    /** Ten digits with a leading 0 (eleven for landlines), or the same after +84 or 84; empty for anything else. */
    static Optional<Phone> read(String typed) {
        String digits = GAPS.matcher(TAIL.matcher(typed).replaceFirst("")).replaceAll("");
        String rest;
        if (digits.startsWith("+84")) rest = digits.substring(3);
        else if (digits.startsWith("0084")) rest = digits.substring(4);
        else if (digits.startsWith("84") && digits.length() >= 11) rest = digits.substring(2);
        else if (digits.startsWith("0")) rest = digits.substring(1);
        else rest = digits;
        if (rest.startsWith("0")) rest = rest.substring(1);
        return NUMBER.matcher(rest).matches() ? Optional.of(new Phone("+84" + rest, typed.strip())) : Optional.empty();
    }
}
