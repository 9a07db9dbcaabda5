package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedListTest {
    @TempDir
    private Path folder;

    @Test
    void nothingThatWasUploadedActsAsAFormulaInTheListOfRefusedRows() throws IOException {
        Path file = folder.resolve("refused.csv");
        List<String> attacks =
                List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1+1", "＠A");
        try (ImportFiles.RefusedList list = new ImportFiles.RefusedList(file)) {
            for (String attack : attacks) list.add(attack + ".csv", 3, Refusal.values()[0], attack);
            list.add("a.csv", 4, Refusal.values()[0], "nói \"lại\"");
        }
        String written = Files.readString(file);
        for (String attack : attacks) {
            assertThat(written).as(attack).contains("\"'" + attack + "\"").doesNotContain("\"" + attack);
        }
        assertThat(written).contains("\"nói \"\"lại\"\"\"");
    }
}
