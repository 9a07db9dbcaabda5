package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is part of the program may be given away with it, and stands in the notices. */
class LicencesTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    /** By what a licence's name contains; of several, one that fits is enough. */
    private static final Pattern FREE = Pattern.compile(
            "Apache|MIT|BSD|ISC|CC0|Public Domain|Eclipse Public License|EPL|Bouncy Castle|BlueOak|LGPL|Lesser General");

    private static List<String> notices() throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve("THIRD-PARTY.md"))) {
            return lines.filter(line -> line.startsWith("- (")).toList();
        }
    }

    @Test
    void everyLicenceLetsTheProgramBeGivenAway() throws IOException {
        assertThat(notices()).hasSizeGreaterThan(50);
        assertThat(notices().stream()
                        // its package.json names none; its readme says MIT
                        .filter(line -> !line.endsWith(" combine-errors 3.0.3"))
                        .filter(line -> !FREE.matcher(line.substring(0, Math.min(line.length(), 160)))
                                .find())
                        .toList())
                .isEmpty();
    }

    @Test
    void everyLibraryThatTheServerNamesStandsInTheNotices() throws IOException {
        String all = String.join("\n", notices());
        Matcher named = Pattern.compile("<groupId>([\\w.-]+)</groupId><artifactId>([\\w.-]+)</artifactId></dependency>")
                .matcher(Files.readString(ROOT.resolve("server/pom.xml")));
        int found = 0;
        while (named.find()) {
            found++;
            assertThat(all).contains(named.group(1) + ":" + named.group(2) + ":");
        }
        assertThat(found).isGreaterThan(15);
    }
}
