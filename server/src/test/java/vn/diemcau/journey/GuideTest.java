package vn.diemcau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The user's guide speaks of what stands on the pages, in their very words, and shows every picture it has. */
class GuideTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    private static final Path GUIDE = ROOT.resolve("docs/huong-dan");
    private static final Path CLIENT = ROOT.resolve("web-client/src");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern LITERAL = Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)+)'");
    private static final Pattern PICTURE = Pattern.compile("hinh/([\\w-]+\\.png)");

    private static List<Path> files(Path folder, int deep, Predicate<String> named) throws IOException {
        try (Stream<Path> files = Files.walk(folder, deep)) {
            return files.filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> found(Pattern pattern, List<Path> files) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) found.add(matcher.group(1));
        }
        return found;
    }

    /** What a page fills in stands as an ellipsis in the guide. */
    private static String bare(String text) {
        return text.replaceAll("\\{[^}]*}", "…").replaceAll("\\s*…\\s*", "…").replaceAll("[.,:]+$", "");
    }

    @Test
    void whatStandsInBoldIsWhatThePagesSay() throws IOException {
        Set<String> said = found(LITERAL, files(CLIENT, 2, name -> name.endsWith(".ts"))).stream()
                .map(GuideTest::bare)
                .collect(Collectors.toSet());
        Set<String> named = found(BOLD, files(GUIDE, 1, name -> name.endsWith(".md")));
        assertThat(named).hasSizeGreaterThan(150);
        assertThat(named).allMatch(text -> said.contains(bare(text)));
    }

    @Test
    void everyPictureIsShownAndEveryShownPictureIsThere() throws IOException {
        Set<String> there = files(GUIDE.resolve("hinh"), 1, name -> name.endsWith(".png")).stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        List<Path> pages = files(GUIDE, 1, name -> name.endsWith(".md"));
        assertThat(found(PICTURE, pages)).containsExactlyInAnyOrderElementsOf(there);
    }
}
