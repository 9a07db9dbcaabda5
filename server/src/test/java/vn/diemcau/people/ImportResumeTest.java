package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.demo.ProvinceFiles;

class ImportResumeTest {
    private static final int MEMBERS = 6_000;

    @Test
    void writingThatWasCutShortIsCompletedAndNobodyIsThereTwice(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        Path files = directory.resolve("files");
        ProvinceFiles.write(new ProvinceFiles.Shape("19", 210, MEMBERS, 9, false), files);
        String id;
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            Caller office = Caller.firstAdministrator(running);
            ImportBench imports = new ImportBench(office);
            imports.takeIn(List.of(files.resolve("units.csv")));
            id = imports.begin();
            imports.add(id, files.resolve("roster.csv"));
            imports.preview(id);
            office.post("/imports/" + id + "/confirmation", new JsonObject()).expect(202);
            waitForProgress(office, id);
        }
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            Caller office = new Caller(running).signedIn("quantri", "mot cau that dai de nho");
            assertThat(office.get("/imports/" + id).expect(200).getString("state"))
                    .isEqualTo("interrupted");
            JsonObject effects = ImportBench.report(new ImportBench(office).confirm(id), "roster.csv")
                    .getJsonObject("effects");
            assertThat(effects.getInteger("unchanged")).as("some stood already").isPositive();
            assertThat(effects.getInteger("added")).as("and some did not").isPositive();
            assertThat(effects.getInteger("added") + effects.getInteger("unchanged"))
                    .isEqualTo(MEMBERS);

            ImportBench again = new ImportBench(office);
            String second = again.begin();
            again.add(second, files.resolve("roster.csv"));
            assertThat(ImportBench.report(again.preview(second), "roster.csv")
                            .getJsonObject("effects")
                            .getInteger("unchanged"))
                    .isEqualTo(MEMBERS);
        }
    }

    private static void waitForProgress(Caller office, String id) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            JsonObject progress = office.get("/imports/" + id).expect(200).getJsonObject("progress");
            if (progress != null && progress.getInteger("done") >= 1_000) return;
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("writing did not get on");
    }
}
