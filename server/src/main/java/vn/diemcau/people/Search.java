package vn.diemcau.people;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody typed to find a person: words of a name, or a card or phone number. Pure. */
record Search(
        String typed,
        List<String> words,
        @Nullable String card,
        @Nullable String phone) {
    /** More candidates than this are not looked at; whoever searches adds a word. */
    static final int MOST_CANDIDATES = 5_000;

    static Search of(String text) {
        String tidy = Names.tidy(text);
        String digits = tidy.replaceAll("[ .+-]", "");
        if (digits.length() >= 6 && digits.chars().allMatch(Character::isDigit)) {
            String card = digits.length() <= 12 ? "0".repeat(12 - digits.length()) + digits : null;
            return new Search(
                    tidy,
                    List.of(),
                    card,
                    Phones.read(tidy).map(Phones.Phone::number).orElse(null));
        }
        return new Search(tidy, Names.words(tidy), null, null);
    }

    boolean empty() {
        return words.isEmpty() && card == null && phone == null;
    }

    /** The word that promises the fewest: the longest. */
    String rarest() {
        return words.stream().max(Comparator.comparing(String::length)).orElse("");
    }

    /** Every typed word begins a word of the name of its own. */
    boolean matches(Dossier dossier) {
        if (words.isEmpty()) {
            return (card != null && card.equals(dossier.details().card()))
                    || (phone != null && phone.equals(dossier.details().phone()));
        }
        List<String> open = new java.util.ArrayList<>(Names.words(dossier.name()));
        for (String word : words) {
            String found = open.stream()
                    .filter(word::equals)
                    .findFirst()
                    .or(() -> open.stream().filter(own -> own.startsWith(word)).findFirst())
                    .orElse(null);
            if (found == null) return false;
            open.remove(found);
        }
        return true;
    }

    /** Names with the very marks typed come first, then whole words before beginnings, then by name. */
    Comparator<Person> bestFirst() {
        String exact = Names.exact(typed);
        String folded = Names.fold(typed);
        return Comparator.comparing(
                        (Person person) -> !(" " + Names.exact(person.name()) + " ").contains(" " + exact + " "))
                .thenComparing(person -> !(" " + person.folded() + " ").contains(" " + folded + " "))
                .thenComparing(person -> !person.folded().contains(folded))
                .thenComparing(Person::sortKey)
                .thenComparing(Person::id);
    }
}
