package vn.diemcau.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Person;

/** The thành phần triệu tập of a programme or session: rules, guests and adjustments, to be resolved against the people of a day. */
public record Scope(List<Rule> rules, List<Guest> guests, List<Adjustment> adjustments) {
    public static final Scope EMPTY = new Scope(List.of(), List.of(), List.of());

    /** Everybody in the unit and below it: what a cell meeting summons unless somebody says otherwise. */
    public static Scope everybodyIn(String unit) {
        return new Scope(List.of(Rule.units(unit)), List.of(), List.of());
    }

    public boolean isEmpty() {
        return rules.isEmpty() && guests.isEmpty();
    }

    /** The same with something else where it says why the person was adjusted. */
    Scope silentAbout(String person, String instead) {
        return new Scope(
                rules,
                guests,
                adjustments.stream()
                        .map(each -> each.person().equals(person)
                                ? new Adjustment(
                                        person, each.standing(), each.reason() == null ? null : instead, each.site())
                                : each)
                        .toList());
    }

    /** How a rule finds people. */
    public enum Kind {
        /** Members of units with everything below them. */
        UNITS,
        /** Holders of posts in those units, and members of those units who hold such a post in the other tree. */
        POSTS,
        /** Members of kept groups. */
        GROUPS,
        /** Named people. */
        PERSONS
    }

    /**
     * One rule.
     *
     * @param units for UNITS and POSTS; empty with POSTS means anywhere
     * @param posts titles, compared without marks and case
     * @param statuses with UNITS: only these; empty means all members
     * @param others with UNITS: also people who are no members, as guests
     * @param groups ids of groups, for GROUPS
     * @param persons ids of people, for PERSONS
     * @param capacity what people found by this rule are summoned as, or null: the post, the group's name, or just a member
     * @param invited whether it asks without duty
     * @param from the first day it holds (a trainee's admission), or null
     */
    public record Rule(
            Kind kind,
            List<String> units,
            List<String> posts,
            List<Person.Status> statuses,
            boolean others,
            List<String> groups,
            List<String> persons,
            @Nullable String capacity,
            boolean invited,
            @Nullable LocalDate from) {
        static Rule units(String... units) {
            return new Rule(
                    Kind.UNITS, List.of(units), List.of(), List.of(), false, List.of(), List.of(), null, false, null);
        }

        static Rule posts(List<String> posts, String... units) {
            return new Rule(
                    Kind.POSTS, List.of(units), posts, List.of(), false, List.of(), List.of(), null, false, null);
        }

        static Rule persons(String... persons) {
            return new Rule(
                    Kind.PERSONS,
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    List.of(),
                    List.of(persons),
                    null,
                    false,
                    null);
        }
    }

    /**
     * Somebody whom the directory does not know.
     *
     * @param id made by whoever typed the name
     * @param from where they come from, as typed
     */
    public record Guest(
            String id,
            String name,
            @Nullable Integer birthYear,
            @Nullable String from,
            @Nullable String site) {}

    /**
     * What a person decided about one person of the list.
     *
     * @param standing EXEMPT, SUSPENDED or ON_DUTY with the reason, or null to leave it
     * @param site another site than the rule says, or null
     */
    public record Adjustment(
            String person,
            Required.@Nullable Standing standing,
            @Nullable String reason,
            @Nullable String site) {}
}
