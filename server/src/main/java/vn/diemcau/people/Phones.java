package vn.diemcau.people;

import java.util.Optional;

/** How telephone numbers of Vietnam are read. */
final class Phones {
    private Phones() {}

    /**
     * A number as it is kept.
     *
     * @param number E.164, such as +84912345678
     */
    record Phone(String number, String typed) {}

    /** Ten digits with a leading 0 (eleven for landlines), or the same after +84 or 84; empty for anything else. */
    static Optional<Phone> read(String typed) {
        String digits = typed.replaceAll("[\\s\\u00A0.()-]", "").replaceFirst("\\.0$", "");
        String rest;
        if (digits.startsWith("+84")) rest = digits.substring(3);
        else if (digits.startsWith("0084")) rest = digits.substring(4);
        else if (digits.startsWith("84") && digits.length() >= 11) rest = digits.substring(2);
        else if (digits.startsWith("0")) rest = digits.substring(1);
        else rest = digits;
        if (rest.startsWith("0")) rest = rest.substring(1);
        boolean mobile = rest.matches("[35789]\\d{8}");
        boolean landline = rest.matches("2\\d{8,9}");
        return mobile || landline ? Optional.of(new Phone("+84" + rest, typed.strip())) : Optional.empty();
    }
}
