package vn.diemcau.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Makes a province as files: its units through time (two provinces that became one on 1 July 2025, districts that ended) and its
 * people. Communes and given names are real; everything below commune level, the former communes and every person is invented.
 * The same shape gives the same files.
 *
 * <p>units.csv has a row for each parent a unit had; successions.csv a row a pair; roster.csv a row a member as of today;
 * memberships.csv and posts.csv say who belonged where and held what from when to when; others.csv holds people who are no members.
 * A messy shape adds roster.xlsx with the faults of real life and messy-truth.csv, which names the faults of each row.
 */
public final class ProvinceFiles {
    /**
     * What to make.
     *
     * @param province 15 Lào Cai, 19 Thái Nguyên or 86 Vĩnh Long
     */
    public record Shape(String province, int cells, int members, long seed, boolean messy) {
        /** A whole province of Thái Nguyên's size. */
        public static Shape whole(boolean messy) {
            return new Shape("19", 3041, 53_767, 1, messy);
        }
    }

    private ProvinceFiles() {}

    /** Writes the files into the directory, which is made if missing; holds no more than the units in memory. */
    public static void write(Shape shape, Path directory) throws IOException {
        Files.createDirectories(directory);
        Random random = new Random(shape.seed());
        ProvinceUnits units = new ProvinceUnits(shape.province(), shape.cells(), random);
        try (CsvFile file = new CsvFile(
                directory.resolve("units.csv"),
                "code",
                "name",
                "tree",
                "type",
                "level",
                "parent",
                "valid_from",
                "valid_to")) {
            for (ProvinceUnits.Row row : units.rows()) {
                file.row(
                        row.code(),
                        row.name(),
                        row.tree(),
                        row.type(),
                        row.level(),
                        row.parent(),
                        row.from(),
                        row.to());
            }
        }
        try (CsvFile file =
                new CsvFile(directory.resolve("successions.csv"), "kind", "from", "to", "date", "decision")) {
            for (ProvinceUnits.Succession row : units.successions()) {
                file.row(row.kind(), row.from(), row.to(), row.date(), row.decision());
            }
        }
        ProvincePeople people = new ProvincePeople(units, shape.members(), random);
        if (shape.messy()) {
            try (MessySheet messy = new MessySheet(directory, units, new Random(shape.seed() + 1))) {
                people.write(directory, messy::add);
            }
        } else {
            people.write(directory, row -> {});
        }
    }
}
