package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void sortKeysStandInTheOrderOfTheBrowsersCollator() throws IOException {
        List<String> table = table();
        List<String> shuffled = new ArrayList<>(table);
        Collections.shuffle(shuffled, new Random(5));
        shuffled.sort(Comparator.comparing(Names::sortKey));
        assertThat(shuffled).isEqualTo(table);
    }

    private static List<String> table() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NamesTest.class.getResourceAsStream("/people/names-in-order.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void aSearchWithoutMarksFindsMarksAndTheLetterD() {
        assertThat(Names.fold("Đặng Thị Ước")).isEqualTo("dang thi uoc");
        assertThat(Names.fold("\u00D0ặng")).isEqualTo("dang");
    }

    @Test
    void whereTheToneStandsMakesNoDifferenceButWhichToneDoes() {
        assertThat(Names.exact("Hoà Thuỷ")).isEqualTo(Names.exact("hòa thủy"));
        assertThat(Names.exact("Chi bộ Nà Tu 3 - Đảng uỷ xã")).isEqualTo(Names.exact("chi bộ nà tu 3, đảng ủy xã"));
        assertThat(Names.exact("Hòa")).isNotEqualTo(Names.exact("Hóa"));
        assertThat(Names.exact("Ba Bể")).isNotEqualTo(Names.exact("Ba Be"));
    }

    @Test
    void capitalsBecomeANameAndAMixedNameStaysAsTyped() {
        assertThat(Names.proper("  NGUYỄN  VĂN   A ")).isEqualTo("Nguyễn Văn A");
        assertThat(Names.proper("h'hen niê")).isEqualTo("H'Hen Niê");
        assertThat(Names.proper("Nguyễn McLean")).isEqualTo("Nguyễn McLean");
        assertThat(Names.proper("\u00D0ẶNG ĐÌNH")).isEqualTo("Đặng Đình");
    }

    @Test
    void unitsSortByTheValueOfTheirNumbers() {
        assertThat(Names.unitSortKey("Chi bộ 2")).isLessThan(Names.unitSortKey("Chi bộ 10"));
    }

    @Property
    void tidyingTwiceIsTidyingOnceAndHoweverItWasComposed(@ForAll("names") String name) {
        String once = Names.tidy(name);
        assertThat(Names.tidy(once)).isEqualTo(once);
        assertThat(Names.tidy(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(once);
        assertThat(Names.proper(Normalizer.normalize("  " + once.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)))
                .isEqualTo(Names.proper(once.toUpperCase(Locale.ROOT)));
    }

    @Property
    void foldedNamesHoldNoMarksAndNothingIsLost(@ForAll("names") String name) {
        assertThat(Names.fold(name)).matches("[a-z ]*");
        assertThat(Names.words(name)).hasSize(Names.tidy(name).split(" ").length);
    }

    @Provide
    Arbitrary<String> names() throws IOException {
        List<String> all = table();
        return Arbitraries.of(all).list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("  ", parts));
    }
}
