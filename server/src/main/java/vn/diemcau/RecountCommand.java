package vn.diemcau;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.diemcau.attendance.RecountCheck;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;

/** The operator's command {@code recount --check [--data DIR]}: compares what is kept with a full recount from evidence. */
public final class RecountCommand {
    private static final int SHOWN = 100;

    private RecountCommand() {}

    public static void main(String[] arguments) {
        var console =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<String> words = List.of(arguments);
        int option = words.indexOf("--data");
        Path data = option >= 0 && option + 1 < words.size()
                ? Path.of(words.get(option + 1))
                : Path.of(System.getenv().getOrDefault("DIEMCAU_DATA", "data"));
        boolean[] differs = {false};
        try {
            StoreTool.use(data, uri -> differs[0] = check(uri, console));
        } catch (Exception failure) {
            console.println("diemcau: " + failure.getMessage());
            System.exit(1);
        }
        System.exit(differs[0] ? 1 : 0);
    }

    /** Prints the differences; true when there are any. */
    static boolean check(String uri, PrintStream console) throws Exception {
        try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
            RecountCheck.Result result = RecountCheck.all(mongo)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(6, TimeUnit.HOURS);
            result.differences().stream().limit(SHOWN).forEach(console::println);
            if (result.marked()) console.println("some outcomes are still being reckoned; check again in a moment");
            console.println("sessions " + result.sessions() + "  differences "
                    + result.differences().size());
            return !result.differences().isEmpty();
        }
    }
}
