package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Person.Sex;

/** A person as stored and back. Days are texts such as 2026-11-22; what is unknown is left out. */
final class PersonDocument {
    private PersonDocument() {}

    static Document write(Dossier dossier) {
        Details details = dossier.details();
        Document document = new Document("_id", dossier.id())
                .append("name", details.name())
                .append("sortKey", Names.sortKey(details.name()))
                .append("folded", Names.fold(details.name()))
                .append("words", Names.words(details.name()));
        if (details.sex() != null) document.append("sex", code(details.sex()));
        if (details.birth() != null) document.append("birth", details.birth().text());
        put(document, "card", details.card());
        put(document, "cardTyped", details.cardTyped());
        put(document, "phone", details.phone());
        put(document, "phoneTyped", details.phoneTyped());
        put(document, "category", details.category());
        put(document, "joined", details.joined());
        document.append("memberships", all(dossier.memberships(), PersonDocument::membership));
        document.append("statuses", all(dossier.statuses(), dated -> new Document("status", code(dated.status()))
                .append("from", dated.from().toString())));
        document.append("posts", all(dossier.posts(), PersonDocument::post));
        if (!dossier.rowKeys().isEmpty()) document.append("rowKeys", dossier.rowKeys());
        return document.append("rev", dossier.rev());
    }

    static Dossier read(Document document) {
        String sex = document.getString("sex");
        String birth = document.getString("birth");
        Details details = new Details(
                document.getString("name"),
                sex == null ? null : choice(Sex.class, sex),
                birth == null ? null : BirthDate.parse(birth).orElse(null),
                document.getString("card"),
                document.getString("cardTyped"),
                document.getString("phone"),
                document.getString("phoneTyped"),
                document.getString("category"),
                day(document, "joined"));
        return new Dossier(
                document.getString("_id"),
                details,
                read(document, "memberships", PersonDocument::readMembership),
                read(
                        document,
                        "statuses",
                        part -> new DatedStatus(
                                choice(Person.Status.class, part.getString("status")),
                                Objects.requireNonNull(day(part, "from")))),
                read(document, "posts", PersonDocument::readPost),
                document.getList("rowKeys", String.class, List.of()),
                Objects.requireNonNull(document.getLong("rev")));
    }

    private static Document membership(Membership membership) {
        Document part = new Document("unit", membership.unit())
                .append("from", membership.from().toString());
        put(part, "to", membership.to());
        if (membership.assumed()) part.append("assumed", true);
        return part;
    }

    private static Membership readMembership(Document part) {
        return new Membership(
                part.getString("unit"),
                Objects.requireNonNull(day(part, "from")),
                day(part, "to"),
                Boolean.TRUE.equals(part.getBoolean("assumed")));
    }

    private static Document post(HeldPost post) {
        Document part = new Document("unit", post.unit())
                .append("title", post.title())
                .append("tree", code(post.tree()))
                .append("from", post.from().toString());
        put(part, "to", post.to());
        return part;
    }

    private static HeldPost readPost(Document part) {
        return new HeldPost(
                part.getString("unit"),
                part.getString("title"),
                choice(Tree.class, part.getString("tree")),
                Objects.requireNonNull(day(part, "from")),
                day(part, "to"));
    }

    /** The name of an enum constant as stored and on the wire. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E choice(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }

    static @Nullable LocalDate day(Document document, String field) {
        String text = document.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }

    static void put(Document document, String field, @Nullable Object value) {
        if (value != null) document.append(field, value.toString());
    }

    private static <T> List<Document> all(List<T> values, Function<T, Document> write) {
        return values.stream().map(write).toList();
    }

    private static <T> List<T> read(Document document, String field, Function<Document, T> read) {
        List<T> values = new ArrayList<>();
        for (Document part : document.getList(field, Document.class, List.of())) values.add(read.apply(part));
        return values;
    }
}
