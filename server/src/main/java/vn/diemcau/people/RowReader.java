package vn.diemcau.people;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Person.Sex;
import vn.diemcau.people.Person.Status;
import vn.diemcau.people.Phones.Phone;

/** Reads the fields of one row, notes each repair, and remembers the first reason why the row cannot be taken. */
final class RowReader {
    /** Told of each repair. */
    interface Notes {
        void repaired(Repair repair, String before, String after);
    }

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([/.\\-])(\\d{1,2})[/.\\-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern MONTH = Pattern.compile("\\d{1,2}[/.\\-](\\d{4})");
    private static final Pattern CARD_GAPS = Pattern.compile("[ .](?=\\d{3})");
    private static final Pattern CARD_TAIL = Pattern.compile("[.,]0+$");
    private static final Pattern CARD = Pattern.compile("\\d{5,12}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,5}");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;
    private static final Map<String, Status> STATUSES = Map.ofEntries(
            Map.entry("chinh thuc", Status.OFFICIAL),
            Map.entry("dang vien chinh thuc", Status.OFFICIAL),
            Map.entry("dang sinh hoat", Status.OFFICIAL),
            Map.entry("dang hoat dong", Status.OFFICIAL),
            Map.entry("du bi", Status.PROBATIONARY),
            Map.entry("dang vien du bi", Status.PROBATIONARY),
            Map.entry("mien sinh hoat", Status.EXEMPT),
            Map.entry("mien cong tac va sinh hoat", Status.EXEMPT),
            Map.entry("mien cong tac sinh hoat", Status.EXEMPT),
            Map.entry("dinh chi sinh hoat", Status.SUSPENDED),
            Map.entry("sinh hoat tam thoi", Status.TEMPORARY),
            Map.entry("dang vien sinh hoat tam thoi", Status.TEMPORARY),
            Map.entry("di lam an xa", Status.AWAY));
    private static final Pattern LEFT =
            Pattern.compile("(tu tran|da mat|chet|ra khoi|roi khoi|khai tru|xoa ten|chuyen di|xin ra).*");

    private final SheetRow row;
    private final Heading heading;
    private final Notes notes;
    private @Nullable Refusal refusal;
    private String cause = "";

    RowReader(SheetRow row, Heading heading, Notes notes) {
        this.row = row;
        this.heading = heading;
        this.notes = notes;
    }

    void refuse(Refusal why, String what) {
        if (refusal != null) return;
        refusal = why;
        cause = what;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    String cause() {
        return cause;
    }

    String text(Column column) {
        return Names.tidy(heading.cell(row, column));
    }

    String name() {
        String typed = heading.has(Column.NAME)
                ? heading.cell(row, Column.NAME)
                : heading.cell(row, Column.FAMILY_NAME) + " " + heading.cell(row, Column.GIVEN_NAME);
        String name = Names.proper(typed);
        if (name.chars().filter(Character::isLetter).count() < 2) {
            refuse(Refusal.NAME_MISSING, Names.tidy(typed));
            return name;
        }
        String shown = typed.strip();
        if (typed.indexOf('\u00D0') >= 0 || typed.indexOf('\u00F0') >= 0)
            notes.repaired(Repair.NAME_LETTER, shown, name);
        if (!Normalizer.isNormalized(typed, Normalizer.Form.NFC)) notes.repaired(Repair.NAME_DECOMPOSED, shown, name);
        if (!Names.tidy(typed).equals(name)) notes.repaired(Repair.NAME_CAPITALS, shown, name);
        if (heading.has(Column.NAME) && spaced(typed)) notes.repaired(Repair.NAME_SPACES, typed, name);
        return name;
    }

    private static boolean spaced(String typed) {
        return !typed.equals(typed.strip()) || typed.contains("  ") || typed.indexOf('\u00A0') >= 0;
    }

    /** Twelve digits; null when the cell is empty or unreadable, the latter refused. */
    @Nullable
    String card() {
        String typed = text(Column.CARD);
        if (typed.isEmpty() || typed.equals("-")) return null;
        String digits = CARD_TAIL
                .matcher(CARD_GAPS.matcher(typed).replaceAll(""))
                .replaceFirst("")
                .replace(" ", "");
        if (!CARD.matcher(digits).matches()) {
            refuse(Refusal.CARD_UNREADABLE, typed);
            return null;
        }
        String card = "0".repeat(12 - digits.length()) + digits;
        if (CARD_TAIL.matcher(typed).find()) notes.repaired(Repair.CARD_DECIMAL, typed, card);
        else if (digits.length() < 12) notes.repaired(Repair.CARD_ZEROS, typed, card);
        return card;
    }

    /** The number as typed when it is one of the older, shorter ones, else null: nine digits and more are twelve that lost zeros. */
    @Nullable
    String shortCard() {
        String typed = text(Column.CARD);
        if (typed.length() >= 12) return null;
        String digits = CARD_TAIL.matcher(typed).replaceFirst("").replaceAll("\\D", "");
        return !digits.isEmpty() && digits.length() < 9 ? digits : null;
    }

    @Nullable
    Sex sex() {
        return switch (Names.fold(text(Column.SEX))) {
            case "nam", "m", "male", "ong" -> Sex.MALE;
            case "nu", "f", "female", "ba" -> Sex.FEMALE;
            default -> null;
        };
    }

    @Nullable
    BirthDate birth() {
        String typed = text(Column.BIRTH);
        if (typed.isEmpty() || typed.equals("-")) return null;
        if (YEAR.matcher(typed).matches()) {
            BirthDate year = BirthDate.of(Integer.parseInt(typed));
            if (year.year() >= EARLIEST && year.year() <= LATEST) {
                if (!onlyYears()) notes.repaired(Repair.DATE_YEAR_ONLY, typed, typed);
                return year;
            }
        }
        Matcher month = MONTH.matcher(typed);
        if (month.matches()) {
            notes.repaired(Repair.DATE_YEAR_ONLY, typed, month.group(1));
            return BirthDate.of(Integer.parseInt(month.group(1)));
        }
        Optional<LocalDate> day = day(typed);
        if (day.isEmpty()) refuse(Refusal.BIRTH_UNREADABLE, typed);
        return day.map(BirthDate::of).orElse(null);
    }

    private boolean onlyYears() {
        return heading.kind() == FileKind.OTHERS;
    }

    /** A day; null when the cell is empty or holds no more than a year; anything else unreadable is refused. */
    @Nullable
    LocalDate day(Column column) {
        String typed = text(column);
        if (typed.isEmpty()
                || typed.equals("-")
                || typed.matches("\\d{4}")
                || MONTH.matcher(typed).matches()) return null;
        Optional<LocalDate> day = day(typed);
        if (day.isEmpty()) refuse(Refusal.DATE_UNREADABLE, typed);
        return day.orElse(null);
    }

    private Optional<LocalDate> day(String typed) {
        try {
            Matcher last = YEAR_LAST.matcher(typed);
            if (last.matches()) {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(last.group(4)),
                        Integer.parseInt(last.group(3)),
                        Integer.parseInt(last.group(1)));
                if (!last.group(2).equals("/")) notes.repaired(Repair.DATE_FORM, typed, day.toString());
                return plausible(day);
            }
            Matcher first = YEAR_FIRST.matcher(typed);
            if (first.matches()) {
                return plausible(LocalDate.of(
                        Integer.parseInt(first.group(1)),
                        Integer.parseInt(first.group(2)),
                        Integer.parseInt(first.group(3))));
            }
            String serial = CARD_TAIL.matcher(typed).replaceFirst("");
            if (SERIAL.matcher(serial).matches()) {
                LocalDate day = DAY_ZERO.plusDays(Integer.parseInt(serial));
                notes.repaired(Repair.DATE_SERIAL, typed, day.toString());
                return plausible(day);
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> plausible(LocalDate day) {
        return day.getYear() >= EARLIEST && day.getYear() <= LATEST ? Optional.of(day) : Optional.empty();
    }

    /** A member's status; null when the sheet says nothing. */
    @Nullable
    Status status() {
        String typed = text(Column.STATUS);
        String folded = String.join(" ", Names.words(typed));
        if (folded.isEmpty()) return null;
        Status status = STATUSES.get(folded);
        if (status != null) return status;
        refuse(LEFT.matcher(folded).matches() ? Refusal.HAS_LEFT : Refusal.STATUS_UNKNOWN, typed);
        return null;
    }

    @Nullable
    Phone phone() {
        String typed = text(Column.PHONE);
        if (typed.isEmpty() || typed.equals("-")) return null;
        Optional<Phones.Phone> phone = Phones.read(typed);
        if (phone.isEmpty()) notes.repaired(Repair.PHONE_LEFT_OUT, typed, "");
        else if (typed.startsWith("+84") || typed.startsWith("84") || typed.startsWith("0084")) {
            notes.repaired(Repair.PHONE_COUNTRY_CODE, typed, phone.get().number());
        }
        return phone.orElse(null);
    }

    /** The tree the cell names; null when it names none, and anything else is refused. */
    @Nullable
    Tree tree() {
        return switch (Names.fold(text(Column.TREE))) {
            case "party", "dang" -> Tree.PARTY;
            case "state", "chinh quyen", "nha nuoc" -> Tree.STATE;
            case "" -> null;
            default -> {
                refuse(Refusal.TREE_UNKNOWN, text(Column.TREE));
                yield null;
            }
        };
    }
}
