package vn.diemcau;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.AuditCheck;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;

/** The operator's command {@code verify-audit [--end NUMBER:HASH] [--data DIR]}: walks the audit record and says where it first breaks. */
public final class VerifyAudit {
    private VerifyAudit() {}

    public static void main(String[] arguments) {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<String> words = List.of(arguments);
        String folder = after(words, "--data");
        Path data = Path.of(folder == null ? System.getenv().getOrDefault("DIEMCAU_DATA", "data") : folder);
        boolean[] stands = {false};
        try {
            StoreTool.use(data, uri -> stands[0] = check(uri, after(words, "--end"), console));
        } catch (Exception failure) {
            console.println("diemcau: " + failure.getMessage());
            System.exit(1);
        }
        System.exit(stands[0] ? 0 : 1);
    }

    private static @Nullable String after(List<String> words, String option) {
        int at = words.indexOf(option);
        return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : null;
    }

    /** Prints what the walk found; true when the chain stands. */
    static boolean check(String uri, @Nullable String witness, PrintStream console) throws Exception {
        try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
            AuditCheck.Verdict verdict = AuditCheck.of(mongo, witness)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(6, TimeUnit.HOURS);
            if (verdict.fault() != null) console.println("broken: " + verdict.fault());
            console.println("records " + verdict.records() + "  end " + verdict.end());
            return verdict.fault() == null;
        }
    }
}
