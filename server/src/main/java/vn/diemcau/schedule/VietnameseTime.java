package vn.diemcau.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads dates and times as people in Vietnam write them in timetables: {@code Thứ Hai, 07/12/2026}, {@code 7h30 – 11h00}. */
final class VietnameseTime {
    /** The one time zone of the country. */
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
    private static final Pattern IN_WORDS =
            Pattern.compile("(?:ngay )?(\\d{1,2}) thang (\\d{1,2})(?:,? nam (\\d{4}))?");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d:])(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?(?![\\d:])");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.0+)?");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d/])(\\d{1,2})(?: ?(?:gio|h|g) ?(\\d{2})?(?: ?(?:phut|p|'))?| ?: ?(\\d{2})(?::\\d{2})?)(?![\\d/a-z])");
    private static final Pattern DAY_FRACTION = Pattern.compile("0[.,]\\d{2,}|0[.,]5");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(?:thu ?(hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t([2-7]))\\b");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final List<String> DAY_WORDS = List.of("hai", "ba", "tu", "nam", "sau", "bay");

    private VietnameseTime() {}

    /**
     * The first date in the text, in any of the usual spellings, or a spreadsheet's serial number alone.
     *
     * @param near a date without year gets the year that brings it nearest to this day
     */
    static Optional<LocalDate> date(String text, LocalDate near) {
        String folded = Folded.of(text);
        Matcher serial = SERIAL.matcher(folded);
        if (serial.matches()) {
            int days = Integer.parseInt(serial.group(1));
            return days >= 36_526 && days <= 73_050 ? Optional.of(SERIAL_ZERO.plusDays(days)) : Optional.empty();
        }
        Matcher iso = ISO.matcher(folded);
        if (iso.find()) return day(number(iso, 1), number(iso, 2), number(iso, 3));
        for (Pattern pattern : List.of(IN_WORDS, NUMBERS)) {
            Matcher found = pattern.matcher(folded);
            if (!found.find()) continue;
            if (found.group(3) != null) {
                int year = number(found, 3);
                return day(year < 100 ? 2000 + year : year, number(found, 2), number(found, 1));
            }
            return nearest(number(found, 2), number(found, 1), near);
        }
        return Optional.empty();
    }

    /** The times of day in the text, in their order: {@code 7h30}, {@code 07:30}, {@code 7 giờ 30}, {@code 7g}; at most those found. */
    static List<LocalTime> times(String text) {
        String folded = Folded.of(text);
        List<LocalTime> times = new ArrayList<>();
        if (DAY_FRACTION.matcher(folded).matches()) {
            long minutes = Math.round(Double.parseDouble(folded.replace(',', '.')) * 24 * 60);
            times.add(LocalTime.MIDNIGHT.plusMinutes(minutes));
            return times;
        }
        Matcher clock = CLOCK.matcher(folded);
        while (clock.find()) {
            int hour = number(clock, 1);
            String minute = clock.group(2) != null ? clock.group(2) : clock.group(3);
            int minutes = minute == null ? 0 : Integer.parseInt(minute);
            if (hour < 24 && minutes < 60) times.add(LocalTime.of(hour, minutes));
        }
        return times;
    }

    /** The day of the week the text names, if it names one. */
    static Optional<DayOfWeek> weekday(String text) {
        Matcher found = WEEKDAY.matcher(Folded.of(text));
        if (!found.find()) return Optional.empty();
        String word = found.group(1) != null ? found.group(1) : found.group(2);
        if (word == null) return Optional.of(DayOfWeek.SUNDAY);
        int number = DAY_WORDS.contains(word) ? DAY_WORDS.indexOf(word) + 2 : Integer.parseInt(word);
        return Optional.of(DayOfWeek.of(number - 1));
    }

    private static Optional<LocalDate> nearest(int month, int dayOfMonth, LocalDate near) {
        return IntStream.rangeClosed(near.getYear() - 1, near.getYear() + 1)
                .mapToObj(year -> day(year, month, dayOfMonth))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(day -> Math.abs(day.toEpochDay() - near.toEpochDay())));
    }

    private static Optional<LocalDate> day(int year, int month, int dayOfMonth) {
        try {
            return Optional.of(LocalDate.of(year, month, dayOfMonth));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
