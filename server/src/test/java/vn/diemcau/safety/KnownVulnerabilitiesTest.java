package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No library of the build, nor of its tests, stands in the list of versions with published weaknesses. */
class KnownVulnerabilitiesTest {
    private static final Pattern IN_REPOSITORY =
            Pattern.compile(".*/repository/(?<group>.+)/(?<artifact>[^/]+)/(?<version>[^/]+)/[^/]+\\.jar");

    private record Library(String name, String version) {}

    private record Weakness(String name, String from, String until, String advisory) {
        boolean touches(Library library) {
            return library.name().equals(name)
                    && (from.equals("-") || compare(library.version(), from) >= 0)
                    && compare(library.version(), until) < 0;
        }
    }

    private static List<Weakness> known() throws IOException {
        try (InputStream in = KnownVulnerabilitiesTest.class.getResourceAsStream("known-vulnerabilities.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Weakness> all = new ArrayList<>();
            for (String line : text.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                String[] parts = line.split("\\s*\\|\\s*");
                assertThat(parts).as(line).hasSize(5);
                assertThat(parts[3]).as(line).containsPattern("CVE-\\d{4}-\\d+|GHSA(-\\w{4}){3}");
                assertThat(parts[4].strip()).as(line).matches("remembered|seen \\d{4}-\\d\\d-\\d\\d");
                all.add(new Weakness(parts[0].strip(), parts[1], parts[2], parts[3]));
            }
            return all;
        }
    }

    /** By their numbers; what is not a number, such as Final or jre, says nothing of the order. */
    private static int compare(String one, String other) {
        String[] left = one.split("[.-]");
        String[] right = other.split("[.-]");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int step = Integer.compare(number(left, i), number(right, i));
            if (step != 0) return step;
        }
        return 0;
    }

    private static int number(String[] parts, int at) {
        return at < parts.length && parts[at].matches("\\d{1,9}") ? Integer.parseInt(parts[at]) : 0;
    }

    private static List<Library> ofTheBuild() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<Library> all = new ArrayList<>();
        for (String each : path.split(File.pathSeparator)) {
            Matcher jar = IN_REPOSITORY.matcher(each.replace(File.separatorChar, '/'));
            if (jar.matches())
                all.add(new Library(
                        jar.group("group").replace('/', '.') + ":" + jar.group("artifact"), jar.group("version")));
        }
        return all;
    }

    /** What the web client is built with and of. */
    private static List<Library> ofTheClient() throws IOException {
        Path lock = Path.of(System.getProperty("project.root", ".."), "web-client", "package-lock.json");
        List<Library> all = new ArrayList<>();
        new JsonObject(Files.readString(lock)).getJsonObject("packages").forEach(each -> {
            int name = each.getKey().lastIndexOf("node_modules/");
            if (name >= 0)
                all.add(new Library(
                        "npm:" + each.getKey().substring(name + "node_modules/".length()),
                        ((JsonObject) each.getValue()).getString("version", "")));
        });
        return all;
    }

    private static List<String> touched(List<Library> libraries) throws IOException {
        List<String> all = new ArrayList<>();
        for (Weakness weakness : known()) {
            for (Library library : libraries) {
                if (weakness.touches(library))
                    all.add(library.name() + " " + library.version() + ": " + weakness.advisory() + ", take "
                            + weakness.until() + " or later");
            }
        }
        return all;
    }

    @Test
    void noLibraryOfTheBuildHasAKnownWeakness() throws IOException {
        List<Library> libraries = ofTheBuild();
        assertThat(libraries).as("libraries found on the class path").hasSizeGreaterThan(60);
        assertThat(touched(libraries)).isEmpty();
    }

    @Test
    void noLibraryOfTheWebClientHasAKnownWeakness() throws IOException {
        List<Library> libraries = ofTheClient();
        assertThat(libraries).as("libraries in the lock").hasSizeGreaterThan(60);
        assertThat(touched(libraries)).isEmpty();
    }

    @Test
    void aVersionWithAKnownWeaknessIsFoundAndTheOnesAroundItAreNot() throws IOException {
        assertThat(touched(List.of(new Library("org.bouncycastle:bcprov-jdk18on", "1.82"))))
                .hasSize(2)
                .allMatch(each -> each.contains("CVE-2026-"));
        assertThat(touched(List.of(new Library("org.apache.logging.log4j:log4j-core", "2.14.1"))))
                .singleElement()
                .asString()
                .contains("CVE-2021-44228");
        assertThat(touched(List.of(
                        new Library("io.netty:netty-codec-http2", "4.2.3.Final"),
                        new Library("net.minidev:json-smart", "2.5.1"))))
                .hasSize(2);
        assertThat(touched(List.of(
                        new Library("io.netty:netty-codec-http2", "4.2.18.Final"),
                        new Library("io.netty:netty-codec-http2", "4.1.137.Final"),
                        new Library("net.minidev:json-smart", "2.4.11"),
                        new Library("net.minidev:json-smart", "2.5.2"))))
                .isEmpty();
    }

    @Test
    void librariesThatSpeakToEachOtherHaveOneVersion() {
        List<String> logging = ofTheBuild().stream()
                .filter(library -> library.name().startsWith("org.apache.logging.log4j:"))
                .map(Library::version)
                .distinct()
                .toList();
        assertThat(logging).as("log4j's API and its adapter").hasSize(1);
    }
}
