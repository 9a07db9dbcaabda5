package vn.diemcau.mongo;

import java.util.List;

/**
 * What a feature holds about people, as its store declares it beside the indexes: from these declarations somebody is shown everything
 * about them, and what is too old or must be forgotten is.
 *
 * @param collection where; also the stable code of the kind
 * @param field what names whose it is; it must begin an index
 * @param of whether the field holds the person's id or the account's
 * @param dated the field by whose date the kind ages, or empty where it stays as long as the person
 * @param days for how long it is kept after that date unless the operator says otherwise; 0 for as long as the person
 * @param erasing what becomes of it when a person is forgotten
 * @param names fields that name or describe the person and are blanked then
 */
public record Holding(
        String collection, String field, Of of, String dated, int days, Erasing erasing, List<String> names) {
    /** Whose id the field holds. */
    public enum Of {
        PERSON,
        ACCOUNT
    }

    /** What becomes of a kind. */
    public enum Erasing {
        /** It goes. */
        DELETE,
        /** It stays without the names, because figures rest on it. */
        BLANK
    }

    /** It goes with its person. */
    public static Holding gone(String collection, String field, Of of) {
        return new Holding(collection, field, of, "", 0, Erasing.DELETE, List.of());
    }

    /** It stays without the names. */
    public static Holding blanked(String collection, String field, String... names) {
        return new Holding(collection, field, Of.PERSON, "", 0, Erasing.BLANK, List.of(names));
    }

    /** The same, gone so many days after the date in the field. */
    public Holding until(String dateField, int forDays) {
        return new Holding(collection, field, of, dateField, forDays, erasing, names);
    }
}
