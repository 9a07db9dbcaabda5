package vn.diemcau.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/** Which programmes a list shows, in which order, and where its next page begins. */
final class ProgrammeList {
    /** How a list is parted by time. */
    enum Group {
        RUNNING,
        UPCOMING,
        PAST,
        DRAFT;

        private String field() {
            return switch (this) {
                case RUNNING, UPCOMING -> "startsAt";
                case PAST -> "endsAt";
                case DRAFT -> "createdAt";
            };
        }

        private boolean ascending() {
            return switch (this) {
                case RUNNING, UPCOMING -> true;
                case PAST, DRAFT -> false;
            };
        }
    }

    /**
     * @param roots the parts of the tree whose plans may be read
     * @param above units whose issued plans may be read as well
     * @param kind null for every kind but cell meetings
     * @param folded text in the title, or empty
     * @param after where the page before ended, or empty
     */
    record Wish(
            Group group,
            Instant now,
            Collection<String> roots,
            Collection<String> above,
            @Nullable ProgrammeKind kind,
            String folded,
            Optional<String> after) {}

    private ProgrammeList() {}

    static Bson filter(Wish wish) {
        List<Bson> all = new ArrayList<>();
        all.add(eq("cells", wish.kind() == ProgrammeKind.CELL_MEETING));
        all.add(inTime(wish.group(), Date.from(wish.now())));
        List<Bson> readable = new ArrayList<>();
        for (String root : wish.roots()) readable.add(SessionStore.below(root));
        if (!wish.above().isEmpty()) readable.add(and(in("unitPath", wish.above()), ne("state", "draft")));
        if (readable.isEmpty()) throw OpenPlanRoutes.notFound();
        all.add(or(readable));
        if (wish.kind() != null) all.add(eq("kind", wish.kind().name().toLowerCase(Locale.ROOT)));
        if (!wish.folded().isEmpty()) all.add(regex("folded", Pattern.quote(wish.folded())));
        wish.after().ifPresent(after -> all.add(behind(wish.group(), after)));
        return and(all);
    }

    static Bson order(Group group) {
        return group.ascending() ? Sorts.ascending(group.field()) : Sorts.descending(group.field());
    }

    /** Where the page after this programme begins; opaque to callers. */
    static String cursor(Group group, Programme last) {
        Instant at =
                switch (group) {
                    case RUNNING, UPCOMING -> last.startsAt();
                    case PAST -> last.endsAt();
                    case DRAFT -> last.createdAt();
                };
        String plain = (at == null ? 0 : at.toEpochMilli()) + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Bson behind(Group group, String cursor) {
        try {
            String[] plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            Date at = new Date(Long.parseLong(plain[0]));
            Bson later = group.ascending() ? gt(group.field(), at) : lt(group.field(), at);
            return or(later, and(eq(group.field(), at), gt("_id", plain[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw Problem.invalid("after", "malformed", "Use the cursor as it was given.");
        }
    }

    private static Bson inTime(Group group, Date now) {
        Bson open = in("state", "issued", "postponed");
        return switch (group) {
            case RUNNING -> and(open, lte("startsAt", now), gte("endsAt", now));
            case UPCOMING -> and(open, gt("startsAt", now));
            case PAST -> or(in("state", "ended", "cancelled"), and(open, lt("endsAt", now)));
            case DRAFT -> eq("state", "draft");
        };
    }
}
