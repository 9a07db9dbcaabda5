package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of the standard says what it counts, gives a reason for each row, and names only tests that there are. */
class SecurityPageTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| (met|\\*\\*open\\*\\*|not applicable) \\| (.*) \\|$");

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static List<String> rows(String state) {
        return ROW.matcher(page)
                .results()
                .filter(row -> row.group(2).equals(state))
                .map(row -> row.group(1) + " " + row.group(3).strip())
                .toList();
    }

    @Test
    void theNumbersAboveTheTablesAreThoseOfTheirRows() {
        assertThat(page)
                .contains(rows("met").size() + " met, " + rows("**open**").size() + " open, "
                        + rows("not applicable").size() + " not applicable");
        Set<String> once = new TreeSet<>();
        ROW.matcher(page).results().forEach(row -> assertThat(once.add(row.group(1)))
                .as(row.group(1))
                .isTrue());
    }

    @Test
    void everyRowSaysHowOrWhyNot() {
        for (String state : List.of("met", "**open**", "not applicable"))
            assertThat(rows(state)).isNotEmpty().allMatch(row -> row.matches("\\S+ .{5,}"));
    }

    @Test
    void everyTestThatIsNamedThereIs() throws IOException {
        Set<String> there;
        try (Stream<Path> files = Stream.concat(
                Files.walk(ROOT.resolve("server/src/test/java")), Files.walk(ROOT.resolve("web-client/src")))) {
            there = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        Matcher named =
                Pattern.compile("`(\\w+(?:Test|Journey)|\\w+\\.test\\.ts)`").matcher(page);
        int found = 0;
        while (named.find()) {
            found++;
            assertThat(there).contains(named.group(1));
        }
        assertThat(found).isGreaterThan(40);
    }
}
