package vn.diemcau.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the province knows: a member, or a person who is none and is brought by a unit.
 *
 * @param id opaque; never derived from the name
 * @param name as typed, NFC, one space between words
 * @param sortKey by given name, Vietnamese order
 * @param folded the name without marks, lower case, for search
 * @param card twelve digits as text, or null for non-members
 * @param phone E.164, or null
 * @param phoneTyped as it was typed, or null
 * @param status how the member stands towards taking part; for others NON_MEMBER
 * @param category for non-members why they are known (đối tượng kết nạp, khách mời, …), else null
 * @param unit where the person belongs today (the cell; for non-members the unit that brings them)
 * @param posts posts held today, in both trees
 * @param rev raised at every change, for compare-and-set
 */
public record Person(
        String id,
        String name,
        String sortKey,
        String folded,
        @Nullable Sex sex,
        @Nullable BirthDate birth,
        @Nullable String card,
        @Nullable String phone,
        @Nullable String phoneTyped,
        Status status,
        @Nullable String category,
        String unit,
        List<Post> posts,
        long rev) {
    /** As entered in the roster. */
    public enum Sex {
        MALE,
        FEMALE
    }

    /** How a member stands towards taking part. */
    public enum Status {
        OFFICIAL,
        PROBATIONARY,
        /** Freed from taking part (miễn sinh hoạt). */
        EXEMPT,
        /** Suspended from taking part (đình chỉ sinh hoạt). */
        SUSPENDED,
        /** Temporarily with this cell (sinh hoạt tạm thời). */
        TEMPORARY,
        /** Working far from home (đi làm ăn xa): required, mostly remote. */
        AWAY,
        NON_MEMBER
    }

    /** A post held in a unit of either tree. */
    public record Post(String unit, String title, Tree tree) {}

    public Optional<Integer> birthYear() {
        return birth == null ? Optional.empty() : Optional.of(birth.year());
    }

    public boolean member() {
        return status != Status.NON_MEMBER;
    }
}
