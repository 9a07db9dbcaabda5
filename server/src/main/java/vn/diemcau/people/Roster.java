package vn.diemcau.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diemcau.paper.SortedRows;
import vn.diemcau.paper.Table.Cell;

/**
 * Members as rows of a roster, in the columns that the electronic handbook bears and an import reads back: written out and taken in
 * again, nothing changes. The number of the identity card is not among them, since it is never collected.
 */
final class Roster {
    static final List<String> HEADINGS = List.of(
            "STT",
            "Họ và tên",
            "Giới tính",
            "Sinh ngày",
            "Số thẻ Đảng",
            "Tổ chức Đảng đang sinh hoạt",
            "Chức vụ",
            "Ngày vào Đảng",
            "Ngày chính thức",
            "Trạng thái hoạt động",
            "Ngày rời khỏi/mất/miễn sinh hoạt",
            "Điện thoại");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final UnitTree tree;
    private final LocalDate on;
    private final SortedRows rows;
    private final UnitMatch match;
    private final Map<String, String> units = new HashMap<>();

    Roster(UnitTree tree, LocalDate on, SortedRows rows) {
        this.tree = tree;
        this.on = on;
        this.rows = rows;
        this.match = new UnitMatch(tree, on);
    }

    SortedRows rows() {
        return rows;
    }

    /** People who are no members are left out. */
    synchronized void add(Dossier dossier) {
        Person.Status status = dossier.statusOn(on);
        if (status == Person.Status.NON_MEMBER) return;
        Details details = dossier.details();
        String unit = dossier.unitNear(on);
        String key = tree.path(unit, on).orElse(unit) + '\n' + Names.sortKey(details.name()) + '\n' + dossier.id();
        rows.add(
                key,
                List.of(
                        Cell.of(details.name()),
                        Cell.of(details.sex() == null ? "" : details.sex() == Person.Sex.MALE ? "Nam" : "Nữ"),
                        Cell.of(birth(details.birth())),
                        Cell.of(details.card() == null ? details.cardTyped() : details.card()),
                        Cell.of(units.computeIfAbsent(unit, this::named)),
                        Cell.of(posts(dossier, unit)),
                        Cell.of(day(details.joined())),
                        Cell.of(day(officialSince(dossier))),
                        Cell.of(words(status)),
                        Cell.of(day(freeSince(dossier, status))),
                        Cell.of(details.phone() == null ? "" : local(details.phone()))));
    }

    /** The name with the unit above it, as people tell units apart; where that is not clear, the code. */
    private String named(String unit) {
        String name = tree.fullName(unit, on);
        Unit found = match.match(name).unit();
        return found != null && found.id().equals(unit) ? name : unit;
    }

    private static String birth(@Nullable BirthDate birth) {
        if (birth == null) return "";
        return birth.day() == null ? String.valueOf(birth.year()) : DAY.format(birth.day());
    }

    private String posts(Dossier dossier, String unit) {
        return dossier.posts().stream()
                .filter(post -> post.on(on) && post.unit().equals(unit))
                .map(HeldPost::title)
                .limit(1)
                .collect(Collectors.joining());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null || day.equals(Membership.BEGINNING) ? "" : DAY.format(day);
    }

    private static @Nullable LocalDate officialSince(Dossier dossier) {
        return dossier.statuses().stream()
                .filter(dated -> dated.status() == Person.Status.OFFICIAL)
                .map(DatedStatus::from)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate freeSince(Dossier dossier, Person.Status status) {
        if (status != Person.Status.EXEMPT) return null;
        return dossier.statuses().stream()
                .filter(dated -> dated.status() == status && !dated.from().isAfter(on))
                .map(DatedStatus::from)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String words(Person.Status status) {
        return switch (status) {
            case OFFICIAL -> "Chính thức";
            case PROBATIONARY -> "Dự bị";
            case EXEMPT -> "Miễn sinh hoạt";
            case SUSPENDED -> "Đình chỉ sinh hoạt";
            case TEMPORARY -> "Sinh hoạt tạm thời";
            case AWAY -> "Đi làm ăn xa";
            case NON_MEMBER -> "";
        };
    }

    /** As people write it: 0912345678. */
    private static String local(String phone) {
        return phone.startsWith("+84") ? "0" + phone.substring(3) : phone;
    }
}
