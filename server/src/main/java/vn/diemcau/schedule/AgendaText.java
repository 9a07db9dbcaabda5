package vn.diemcau.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an agenda from pasted lines: a time, what it is about, and after a tab or a wide gap who presents it. */
final class AgendaText {
    private static final Pattern LEADING_TIME = Pattern.compile(
            "^[-–•*+\\s]*(?:[Tt]ừ\\s+)?\\d{1,2}\\s*(?:[:hHgG]|giờ|[Gg]iờ)\\s*(?:\\d{2})?\\s*(?:'|phút)?"
                    + "(?:\\s*(?:-|–|—|đến)\\s*\\d{1,2}\\s*(?:[:hHgG]|giờ)\\s*(?:\\d{2})?\\s*(?:'|phút)?)?\\s*[:.\\-–—]?\\s*");

    private AgendaText() {}

    /** One item a line that is not empty; a line without time has none. */
    static List<AgendaItem> read(String text, LocalDate day) {
        List<AgendaItem> items = new ArrayList<>();
        for (TableRow row : PastedTable.rows(text)) {
            String all = String.join("\t", row.cells());
            List<LocalTime> times = LEADING_TIME.matcher(all).find() ? VietnameseTime.times(head(all)) : List.of();
            String rest = times.isEmpty()
                    ? all.replaceFirst("^[-–•*+\\s]+", "")
                    : LEADING_TIME.matcher(all).replaceFirst("");
            List<String> texts = java.util.Arrays.stream(rest.split("\t"))
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            if (texts.isEmpty()) continue;
            items.add(new AgendaItem(
                    times.isEmpty()
                            ? null
                            : day.atTime(times.get(0))
                                    .atZone(VietnameseTime.ZONE)
                                    .toInstant(),
                    texts.get(0),
                    presenter(texts)));
        }
        return items;
    }

    private static String head(String line) {
        var matcher = LEADING_TIME.matcher(line);
        return matcher.find() ? matcher.group() : "";
    }

    private static @Nullable String presenter(List<String> texts) {
        return texts.size() > 1 ? texts.get(1) : null;
    }
}
