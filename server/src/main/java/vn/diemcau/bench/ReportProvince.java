package vn.diemcau.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A province as a plan: two years of its meetings, with the districts dissolved and communes merged in the middle of the second one,
 * some cells parted and a merger undone. The same numbers make the same province.
 */
final class ReportProvince {
    static final String ROOT = "T";
    /** A group of people from all over, such as those who speak for the Party's committee. */
    static final String GROUP = "speakers";

    static final int IN_GROUP = 100;

    private final int year;
    private final int communes;
    private final int bodies;
    private final int grassroots;
    private final int others;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Followed> followed = new ArrayList<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private int people;

    /**
     * A unit under a parent for a time.
     *
     * @param to the last day, or null while it lasts
     */
    record Placed(
            String unit,
            int level,
            @Nullable String parent,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** One unit followed another. */
    record Followed(String kind, String from, String to, LocalDate date) {}

    /** A cell: its ways before and after the reorganisation. */
    record Cell(String id, String before, String after, LocalDate from) {
        String path(LocalDate day, LocalDate turn) {
            return (day.isBefore(turn) ? before : after) + id + "/";
        }

        String holder(LocalDate day, LocalDate turn) {
            return day.isBefore(turn) ? before : after;
        }
    }

    /** Somebody who belonged to a cell from a day on. */
    record Home(
            String person,
            String unit,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** One meeting of people of one cell. */
    record Meeting(String id, String kind, LocalDate day, Cell cell, String holder, List<String> persons) {}

    ReportProvince(int year, boolean small) {
        this.year = year;
        communes = small ? 6 : 92;
        bodies = small ? 1 : 8;
        grassroots = small ? 4 : 448;
        others = small ? 60 : 966;
        int inCommunes = small ? 40 : 2_379;
        int inBodies = small ? 8 : 672;
        units(inCommunes, inBodies, small ? 20 : 18);
    }

    /** The day on which districts and old communes ended. */
    LocalDate turn() {
        return LocalDate.of(year, 7, 1);
    }

    private LocalDate parting() {
        return LocalDate.of(year, 10, 1);
    }

    private LocalDate old() {
        return LocalDate.of(year - 5, 10, 1);
    }

    private void place(String unit, int level, @Nullable String parent, LocalDate from, @Nullable LocalDate to) {
        placed.add(new Placed(unit, level, parent, from, to));
    }

    private void units(int inCommunes, int inBodies, int inEach) {
        LocalDate last = turn().minusDays(1);
        place(ROOT, 1, null, old(), null);
        int districts = Math.max(2, communes / 9);
        for (int i = 0; i < districts; i++) place("H" + i, 2, ROOT, old(), last);
        for (int i = 0; i < communes; i++) {
            place("C" + i, 2, ROOT, turn(), null);
            for (String half : List.of("a", "b")) {
                String before = "X" + i + half;
                place(before, 3, "H" + i % districts, old(), last);
                followed.add(new Followed("consolidate", before, "C" + i, turn()));
            }
        }
        for (int i = 0; i < inCommunes; i++) {
            int commune = i % communes;
            String before = "X" + commune + (i / communes % 2 == 0 ? "a" : "b");
            String id = "C" + commune + "K" + i / communes;
            place(id, 4, before, old(), last);
            place(id, 4, "C" + commune, turn(), null);
            cell(
                    new Cell(id, "/T/H" + commune % districts + "/" + before + "/", "/T/C" + commune + "/", old()),
                    inEach);
        }
        for (int i = 0; i < bodies; i++) place("B" + i, 2, ROOT, old(), null);
        for (int i = 0; i < grassroots; i++) place("G" + i, 3, "B" + i % bodies, old(), null);
        for (int i = 0; i < inBodies; i++) {
            int group = i % grassroots;
            String id = "G" + group + "K" + i / grassroots;
            String above = "/T/B" + group % bodies + "/G" + group + "/";
            place(id, 4, "G" + group, old(), null);
            cell(new Cell(id, above, above, old()), inEach);
        }
        int parted = Math.max(2, communes / 8);
        for (int i = 0; i < parted; i++) part(cells.get(i));
    }

    private void cell(Cell cell, int persons) {
        cells.add(cell);
        List<String> own = new ArrayList<>();
        for (int i = 0; i < persons; i++) own.add(String.format(Locale.ROOT, "P%06d", people++));
        members.put(cell.id(), own);
    }

    /** Half of a cell's people form a cell of their own. */
    private void part(Cell cell) {
        String id = cell.id() + "M";
        String parent = cell.id().substring(0, cell.id().indexOf('K'));
        place(id, 4, parent, parting(), null);
        followed.add(new Followed("separate", cell.id(), id, parting()));
        cells.add(new Cell(id, cell.before(), cell.after(), parting()));
        members.put(id, List.of());
    }

    private List<String> of(Cell cell, LocalDate day) {
        String id = cell.id();
        boolean later = !day.isBefore(parting());
        if (id.endsWith("M")) {
            List<String> both = members.getOrDefault(id.substring(0, id.length() - 1), List.of());
            return later ? both.subList(both.size() / 2, both.size()) : List.of();
        }
        List<String> all = members.getOrDefault(id, List.of());
        return later && members.containsKey(id + "M") ? all.subList(0, all.size() / 2) : all;
    }

    List<Placed> placed() {
        return placed;
    }

    List<Followed> followed() {
        return followed;
    }

    List<Cell> cells() {
        return cells;
    }

    int communes() {
        return communes;
    }

    int people() {
        return people;
    }

    /** Who is in the group. */
    List<String> group() {
        int step = Math.max(1, people / IN_GROUP);
        return IntStream.range(0, Math.min(IN_GROUP, people))
                .mapToObj(at -> String.format(Locale.ROOT, "P%06d", at * step))
                .toList();
    }

    /** Where everybody belonged. */
    List<Home> homes() {
        List<Home> homes = new ArrayList<>();
        for (Cell cell : cells) {
            for (String person : members.getOrDefault(cell.id(), List.of())) {
                boolean moves = of(cell, parting()).stream().noneMatch(person::equals);
                homes.add(new Home(person, cell.id(), old(), moves ? parting().minusDays(1) : null));
                if (moves) homes.add(new Home(person, cell.id() + "M", parting(), null));
            }
        }
        return homes;
    }

    /** The meetings of a month: one of every cell, and those that holders call some people of a cell to. */
    List<Meeting> meetings(int ofYear, int month) {
        List<Meeting> meetings = new ArrayList<>();
        LocalDate day = LocalDate.of(ofYear, month, 3);
        for (Cell cell : cells) {
            List<String> own = of(cell, day);
            if (!own.isEmpty()) {
                meetings.add(meeting(day, "CELL_MEETING", cell, cell.path(day, turn()), own, meetings.size()));
            }
        }
        String[] kinds = {"RESOLUTION_STUDY", "CLASS", "CONFERENCE"};
        LocalDate later = day.plusDays(9);
        for (int i = 0; i < others; i++) {
            Cell cell = cells.get((int) (scatter(ofYear * 100L + month, i) % cells.size()));
            List<String> own = of(cell, later);
            if (own.isEmpty()) continue;
            meetings.add(meeting(
                    later,
                    kinds[i % kinds.length],
                    cell,
                    cell.holder(later, turn()),
                    own.subList(0, Math.min(13, own.size())),
                    meetings.size()));
        }
        return meetings;
    }

    private static Meeting meeting(LocalDate day, String kind, Cell cell, String holder, List<String> own, int number) {
        String id = String.format(Locale.ROOT, "s%s-%05d", day.toString().replace("-", ""), number);
        return new Meeting(id, kind, day, cell, holder, own);
    }

    /** A number that follows from two others and looks like neither. */
    static long scatter(long one, long other) {
        long mixed = one * 0x9E3779B97F4A7C15L + other * 0xC2B2AE3D27D4EB4FL;
        mixed ^= mixed >>> 31;
        mixed *= 0x94D049BB133111EBL;
        return (mixed ^ mixed >>> 29) & Long.MAX_VALUE;
    }
}
