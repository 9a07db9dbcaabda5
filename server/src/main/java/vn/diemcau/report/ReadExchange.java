package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.paper.SortedRows;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.people.BirthDate;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.schedule.Session;

/**
 * Use case: who was at a session, in the columns by which the electronic handbook knows people, so that nobody enters it twice. Members
 * only; walk-ins and guests have no card there.
 */
final class ReadExchange {
    static final List<String> HEADINGS = List.of(
            "STT",
            "Họ và tên",
            "Giới tính",
            "Sinh ngày",
            "Số thẻ Đảng",
            "Tổ chức Đảng đang sinh hoạt",
            "Cuộc sinh hoạt, hội nghị",
            "Ngày",
            "Hình thức",
            "Trạng thái tham dự",
            "Lý do",
            "Giờ vào",
            "Giờ ra");

    private static final int AT_ONCE = 2_000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(Period.ZONE);

    private final Vertx vertx;
    private final People people;
    private final Attendances attendances;

    ReadExchange(Vertx vertx, People people, Attendances attendances) {
        this.vertx = vertx;
        this.people = people;
        this.attendances = attendances;
    }

    /** The caller closes what it is given. */
    Future<SortedRows> handle(Session session) {
        SortedRows rows = new SortedRows(vertx);
        return attendances
                .eachSome(session.id(), AT_ONCE, some -> add(session, some, rows))
                .compose(done -> rows.ready())
                .recover(failure -> rows.forget().transform(done -> Future.failedFuture(failure)));
    }

    private Future<Void> add(Session session, List<Attendance> some, SortedRows rows) {
        return people.persons(some.stream().map(Attendance::person).toList()).compose(found -> {
            Map<String, Person> byId = new HashMap<>();
            found.forEach(person -> byId.put(person.id(), person));
            for (Attendance one : some) {
                Person person = byId.get(one.person());
                if (person != null && person.member()) {
                    rows.add(one.unitName() + '\n' + one.sortKey() + '\n' + one.person(), row(session, one, person));
                }
            }
            return Future.succeededFuture();
        });
    }

    private static List<Cell> row(Session session, Attendance one, Person person) {
        var arrived = one.outcome().arrived();
        var left = one.outcome().left();
        return List.of(
                Cell.of(one.name()),
                Cell.of(person.sex() == null ? "" : person.sex() == Person.Sex.MALE ? "Nam" : "Nữ"),
                Cell.of(birth(person.birth())),
                Cell.of(person.card()),
                Cell.of(one.unitName()),
                Cell.of(session.title()),
                Cell.of(DAY.format(session.startsAt())),
                Cell.of(SessionTables.mode(one.outcome())),
                Cell.of(SessionTables.words(one)),
                Cell.of(Terms.reason(one.reason())),
                Cell.of(arrived == null ? "" : Terms.MINUTE.format(arrived)),
                Cell.of(left == null ? "" : Terms.MINUTE.format(left)));
    }

    private static String birth(@Nullable BirthDate birth) {
        if (birth == null) return "";
        return birth.day() == null ? String.valueOf(birth.year()) : Period.DAY.format(birth.day());
    }
}
