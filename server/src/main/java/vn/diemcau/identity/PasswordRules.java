package vn.diemcau.identity;

import java.util.List;
import vn.diemcau.problem.Problem;

/** What may be a password or PIN. Length counts, not kinds of characters, which make weak passwords; what everybody would try first is refused. */
final class PasswordRules {
    /** Fewest characters without a second factor. */
    static final int ALONE = 14;
    /** Fewest characters beside a second factor. */
    static final int BESIDE_FACTOR = 8;

    private static final int LONGEST = 256;
    private static final int FEWEST_DIFFERENT = 6;
    private static final CommonPasswords COMMON = CommonPasswords.read();

    private PasswordRules() {}

    /**
     * Fails with INVALID password_short, password_long, password_simple or password_guessed.
     *
     * @param about login and name of whose it is: not to be found in it
     */
    static void check(String password, int least, List<String> about) {
        if (password.length() < least)
            throw refused("password_short", "At least " + least + " characters; a sentence is easiest to remember.");
        if (password.length() > LONGEST) throw refused("password_long", "At most " + LONGEST + " characters.");
        if (password.chars().distinct().count() < FEWEST_DIFFERENT)
            throw refused("password_simple", "Too few different characters.");
        if (COMMON.guesses(password, about))
            throw refused("password_guessed", "This is among what is tried first; choose a sentence of your own.");
    }

    /** What others know of the account, and would try. */
    static List<String> about(Account account) {
        return account.login() == null ? List.of(account.name()) : List.of(account.login(), account.name());
    }

    static void checkPin(String pin) {
        if (!pin.matches("\\d{6}")) throw Problem.invalid("pin", "pin_form", "Six digits.");
        if (pin.chars().distinct().count() < 3
                || "0123456789012345".contains(pin)
                || "9876543210987654".contains(pin)) {
            throw Problem.invalid("pin", "pin_simple", "Too easy to guess.");
        }
    }

    private static Problem refused(String code, String detail) {
        return Problem.invalid("password", code, detail);
    }
}
