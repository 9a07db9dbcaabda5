package vn.diemcau.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Person.Sex;

/**
 * What is known of a person whatever the day.
 *
 * @param cardTyped an older, shorter card number as it was typed, or null
 * @param category why a non-member is known, else null
 * @param joined the day of joining, or null
 */
record Details(
        String name,
        @Nullable Sex sex,
        @Nullable BirthDate birth,
        @Nullable String card,
        @Nullable String cardTyped,
        @Nullable String phone,
        @Nullable String phoneTyped,
        @Nullable String category,
        @Nullable LocalDate joined) {
    /**
     * With what a file or a form says, as far as it says something: what it leaves out stays, a year does not blur a whole date, and
     * the same phone typed otherwise is no change.
     */
    Details told(Details news) {
        boolean vaguer =
                birth != null && news.birth != null && news.birth.day() == null && news.birth.year() == birth.year();
        boolean samePhone = news.phone == null || news.phone.equals(phone);
        return new Details(
                news.name,
                news.sex == null ? sex : news.sex,
                news.birth == null || vaguer ? birth : news.birth,
                news.card == null ? card : news.card,
                news.cardTyped == null ? cardTyped : news.cardTyped,
                samePhone ? phone : news.phone,
                samePhone ? phoneTyped : news.phoneTyped,
                news.category == null ? category : news.category,
                news.joined == null ? joined : news.joined);
    }
}
