package vn.diemcau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvinceFilesTest {
    private static final ProvinceFiles.Shape SMALL = new ProvinceFiles.Shape("19", 220, 2_000, 7, true);

    private final Path directory;

    ProvinceFilesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theSameShapeGivesTheSameFiles() throws IOException {
        ProvinceFiles.write(SMALL, directory.resolve("one"));
        ProvinceFiles.write(SMALL, directory.resolve("two"));
        for (String file : List.of(
                "units.csv",
                "successions.csv",
                "roster.csv",
                "memberships.csv",
                "posts.csv",
                "others.csv",
                "messy-truth.csv")) {
            assertThat(directory.resolve("two").resolve(file))
                    .hasSameTextualContentAs(directory.resolve("one").resolve(file));
        }
    }

    @Test
    void everyMemberHasACardOfTwelveDigitsOfHisOwnAndACellThatExists() throws IOException {
        ProvinceFiles.write(SMALL, directory);
        Set<String> units = new HashSet<>();
        for (String line : rows("units.csv")) units.add(line.substring(0, line.indexOf(',')));
        Set<String> cards = new HashSet<>();
        for (String line : rows("roster.csv")) {
            String[] values = line.split(",", -1);
            assertThat(values[4]).matches("\\d{12}");
            assertThat(cards.add(values[4])).isTrue();
            assertThat(units).contains(values[5]);
        }
        assertThat(cards).hasSize(2_000);
    }

    @Test
    void everyCellHasExactlyOneSecretary() throws IOException {
        ProvinceFiles.write(SMALL, directory);
        List<String> secretaries = rows("roster.csv").stream()
                .map(line -> line.split(",", -1))
                .filter(values -> values[6].equals("Bí thư chi bộ"))
                .map(values -> values[5])
                .toList();
        assertThat(secretaries).hasSize(220).doesNotHaveDuplicates();
    }

    private List<String> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve(file));
        return lines.subList(1, lines.size());
    }
}
