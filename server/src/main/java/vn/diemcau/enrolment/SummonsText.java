package vn.diemcau.enrolment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.schedule.AgendaItem;
import vn.diemcau.schedule.Mode;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Session;

/**
 * The words of one unit's summons, whatever file they go into. Pure.
 *
 * @param points the numbered points: a lead and the lines under it
 * @param rows the list of names
 */
record SummonsText(
        Paper paper,
        String placeAndDate,
        String addressee,
        String about,
        String opening,
        List<Point> points,
        List<Row> rows,
        List<String> agenda) {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    static final List<String> COLUMNS =
            List.of("TT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Nơi dự", "Ghi chú");

    /** A numbered point of the body. */
    record Point(String lead, List<String> lines) {}

    /** A name on the list. */
    record Row(String name, String birthYear, String capacity, String unit, String site, String note) {
        List<String> cells(int number) {
            return List.of(String.valueOf(number), name, birthYear, capacity, unit, site, note);
        }
    }

    static SummonsText of(
            Paper paper, Programme programme, List<Session> sessions, String unitName, List<Entry> entries) {
        Map<String, Entry> people = new LinkedHashMap<>();
        for (Entry entry : entries) {
            switch (entry.required().standing()) {
                case REQUIRED, INVITED, GUEST ->
                    people.putIfAbsent(entry.required().person(), entry);
                case EXEMPT, SUSPENDED, ON_DUTY -> {}
            }
        }
        List<Row> rows = people.values().stream()
                .sorted(Comparator.comparing(entry -> entry.required().sortKey()))
                .map(entry -> row(entry, sessions))
                .toList();
        String about = about(programme);
        String opening = paper.issuer() + " " + paper.kind().verb + " "
                + (rows.size() == 1 ? "đồng chí" : rows.size() + " đồng chí") + " có tên trong danh sách kèm theo dự "
                + about + ".";
        List<String> agenda = agenda(sessions);
        List<Point> points = points(paper, programme, sessions, entries);
        if (agenda.isEmpty()) {
            Point last = points.remove(points.size() - 1);
            points.add(new Point(last.lead(), ended(last.lines(), paper)));
        }
        return new SummonsText(
                paper,
                placeAndDate(paper),
                unitName,
                about,
                opening,
                points,
                rows,
                agenda.isEmpty() ? agenda : ended(agenda, paper));
    }

    /** The text's last line ends as the layout asks. */
    private static List<String> ended(List<String> lines, Paper paper) {
        List<String> ended = new ArrayList<>(lines);
        String end = ended.remove(ended.size() - 1);
        ended.add((end.endsWith(".") ? end.substring(0, end.length() - 1) : end) + paper.layout().ending);
        return ended;
    }

    private static Row row(Entry entry, List<Session> sessions) {
        Required required = entry.required();
        String site = sessions.stream()
                .filter(session -> required.site() != null)
                .flatMap(session -> session.sites().stream())
                .filter(candidate -> candidate.id().equals(required.site()))
                .map(found -> found.name())
                .findFirst()
                .orElse("Trực tuyến");
        String note =
                switch (required.standing()) {
                    case GUEST -> "Khách mời";
                    case INVITED -> "Mời dự";
                    case REQUIRED, EXEMPT, SUSPENDED, ON_DUTY -> "";
                };
        return new Row(
                required.name(),
                required.birthYear() == null ? "" : String.valueOf(required.birthYear()),
                required.capacity() == null ? "" : required.capacity(),
                required.unitName(),
                site,
                note);
    }

    private static List<Point> points(Paper paper, Programme programme, List<Session> sessions, List<Entry> entries) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(
                "Thời gian",
                sessions.stream()
                        .map(session -> when(session, sessions.size() > 1))
                        .toList()));
        points.add(new Point("Địa điểm", places(programme, sessions, entries)));
        List<String> topics = sessions.stream()
                .filter(session -> session.topic() != null)
                .map(session -> (sessions.size() > 1 ? "Buổi " + session.number() + ": " : "")
                        + session.topic()
                        + (session.lecturer() == null ? "" : " (" + session.lecturer() + ")"))
                .toList();
        if (!topics.isEmpty()) points.add(new Point("Nội dung", topics));
        if (!paper.request().isEmpty()) points.add(new Point("Yêu cầu", paper.request()));
        return points;
    }

    private static List<String> places(Programme programme, List<Session> sessions, List<Entry> entries) {
        Set<String> used = new LinkedHashSet<>();
        entries.forEach(entry -> {
            String site = entry.required().site();
            if (site != null) used.add(site);
        });
        Set<String> places = new LinkedHashSet<>();
        for (Session session : sessions) {
            session.sites().stream()
                    .filter(site -> used.contains(site.id()))
                    .forEach(site ->
                            places.add(site.address() == null ? site.name() : site.name() + ": " + site.address()));
        }
        if (places.isEmpty() || programme.mode() == Mode.REMOTE) places.add("Dự trực tuyến trên Điểm Cầu");
        return List.copyOf(places);
    }

    private static List<String> agenda(List<Session> sessions) {
        List<String> lines = new ArrayList<>();
        if (sessions.size() != 1) return lines;
        for (AgendaItem item : sessions.get(0).agenda()) {
            String at = item.at() == null ? "" : TIME.format(item.at().atZone(ResolveList.HERE)) + " ";
            lines.add(at + item.topic() + (item.presenter() == null ? "" : " (" + item.presenter() + ")"));
        }
        return lines;
    }

    /** "Từ 08 giờ 00 đến 11 giờ 30, Chủ nhật, ngày 22/11/2026". */
    static String when(Session session, boolean numbered) {
        ZonedDateTime from = session.startsAt().atZone(ResolveList.HERE);
        ZonedDateTime to = session.endsAt().atZone(ResolveList.HERE);
        String lead = numbered ? "Buổi " + session.number() + ": từ " : "Từ ";
        String until = from.toLocalDate().equals(to.toLocalDate())
                ? clock(to.toLocalTime())
                : clock(to.toLocalTime()) + " ngày " + DAY.format(to);
        return lead + clock(from.toLocalTime()) + " đến " + until + ", " + weekday(from.toLocalDate()) + ", ngày "
                + DAY.format(from);
    }

    static String clock(LocalTime time) {
        return String.format("%02d giờ %02d", time.getHour(), time.getMinute());
    }

    static String weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }

    private static String placeAndDate(Paper paper) {
        String place = paper.place() == null ? "......" : paper.place();
        LocalDate date = paper.date();
        return place + ", ngày "
                + (date == null
                        ? "... tháng ... năm ..."
                        : String.format(
                                "%02d tháng %02d năm %d", date.getDayOfMonth(), date.getMonthValue(), date.getYear()));
    }

    static String event(Programme programme) {
        return switch (programme.kind()) {
            case CLASS -> "lớp";
            case CONFERENCE, RESOLUTION_STUDY -> "hội nghị";
            case SEMINAR -> "hội thảo";
            case CELL_MEETING -> "sinh hoạt chi bộ";
            case ASSESSMENT -> "đợt sát hạch";
            case CONTEST -> "hội thi";
        };
    }

    /** "hội nghị “Báo cáo viên tháng 11”", but a title that says itself what it is stands alone. */
    private static String about(Programme programme) {
        String event = event(programme);
        String title = programme.title();
        boolean says = title.toLowerCase(Locale.ROOT).startsWith(event + " ");
        return says ? title : event + " “" + title + "”";
    }

    /** The words to paste into a chat. */
    String chat(String unitName, @Nullable String link) {
        StringBuilder text = new StringBuilder();
        text.append(paper.kind().title).append('\n');
        text.append("Kính gửi: ").append(unitName).append('\n');
        text.append(opening.replace(" có tên trong danh sách kèm theo", "")).append('\n');
        for (Point point : points) {
            if (point.lead().equals("Yêu cầu")) continue;
            text.append(point.lead())
                    .append(": ")
                    .append(String.join("; ", point.lines()))
                    .append('\n');
        }
        if (link != null)
            text.append("Xem giấy, xác nhận tham dự: ").append(link).append('\n');
        return text.toString();
    }
}
