package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.demo.ProvinceFiles;

/** 54,000 messy rows: says how long they took and holds them against the truth. Runs with -Ddiemcau.long=true. */
@EnabledIfSystemProperty(
        named = "diemcau.long",
        matches = "true",
        disabledReason = "takes a minute or two; -Ddiemcau.long=true runs it")
class WholeProvinceTest {
    private static final Logger LOG = LoggerFactory.getLogger(WholeProvinceTest.class);

    @Test
    void everyRowOfAWholeMessyProvinceIsTakenOrWaitsForTheOneDecision(@TempDir Path files) throws Exception {
        ProvinceFiles.write(ProvinceFiles.Shape.whole(true), files);
        Map<String, Integer> truth = truth(files);
        try (RunningPlatform running = RunningPlatform.start()) {
            ImportBench imports = new ImportBench(Caller.firstAdministrator(running));
            imports.takeIn(List.of(files.resolve("units.csv")));
            String id = imports.begin();
            imports.add(id, files.resolve("roster.xlsx"));
            JsonObject preview = imports.preview(id);
            JsonObject done = imports.confirm(id);
            JsonObject report = ImportBench.report(done, "roster.xlsx");
            LOG.info(
                    "{} rows: read in {} ms, written in {} ms, {} MB of heap in use",
                    report.getInteger("rows"),
                    preview.getJsonObject("outcome").getInteger("millis"),
                    done.getJsonObject("outcome").getInteger("millis"),
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);

            int waiting = ImportBench.report(preview, "roster.xlsx").getInteger("waiting");
            assertThat(waiting).isGreaterThanOrEqualTo(truth.get("unknown_unit"));
            assertThat(report.getInteger("rows")).isEqualTo(53_767 + truth.get("duplicate_row"));
            assertThat(report.getJsonObject("effects").getInteger("added"))
                    .isEqualTo(53_767 - truth.get("unknown_unit"));
            assertThat(report.getInteger("refusedRows")).isEqualTo(waiting);
            Map<String, Integer> repairs = ImportBench.tallies(report, "repairs");
            assertThat(repairs.get("card_decimal")).isGreaterThanOrEqualTo(truth.get("card_with_decimal"));
            assertThat(repairs.get("card_zeros")).isGreaterThanOrEqualTo(truth.get("card_as_number"));
            assertThat(repairs.get("phone_country_code"))
                    .isGreaterThanOrEqualTo(truth.get("phone_with_country_code") - truth.get("unknown_unit"));
        }
    }

    private static Map<String, Integer> truth(Path files) throws IOException {
        Map<String, Integer> truth = new HashMap<>();
        for (String line : Files.readAllLines(files.resolve("messy-truth.csv")).stream()
                .skip(1)
                .toList()) {
            for (String fault : line.split(",")[2].split(" ")) truth.merge(fault, 1, Integer::sum);
        }
        return truth;
    }
}
