package vn.diemcau;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;

/** The store that an operator's command looks at: the one a server with this environment would use, also while it runs. */
final class OperatorStore {
    private OperatorStore() {}

    /** What a command asks of the store; true when all is well. */
    interface Question {
        boolean ask(Mongo mongo, PrintStream console) throws Exception;
    }

    static PrintStream console() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    static @Nullable String after(List<String> words, String option) {
        int at = words.indexOf(option);
        return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : null;
    }

    /** Asks, and says in one line why it could not; true when all is well. */
    static boolean ask(List<String> words, Map<String, String> environment, PrintStream console, Question question) {
        try {
            String uri = environment.get("MONGODB_URI");
            if (uri != null && !uri.isEmpty()) {
                console.println("store: MongoDB by URI");
                return ask(uri, false, console, question);
            }
            String named = after(words, "--data");
            Path data = Path.of(named == null ? environment.getOrDefault("DIEMCAU_DATA", "data") : named);
            if (!Files.exists(data.resolve("store.db"))) {
                console.println("diemcau: there is no store in " + data + "; name the right one with --data DIR");
                return false;
            }
            console.println("store: embedded, " + data);
            boolean[] well = {false};
            StoreTool.use(data, own -> well[0] = ask(own, true, console, question));
            return well[0];
        } catch (Exception failure) {
            console.println("diemcau: " + Platform.reason(failure));
            return false;
        }
    }

    private static boolean ask(String uri, boolean embedded, PrintStream console, Question question) throws Exception {
        try (Mongo mongo = Mongo.connect(uri, "diemcau", embedded)) {
            return question.ask(mongo, console);
        }
    }

    /** However long it takes: a walk over everything that is kept. */
    static <T> T await(io.vertx.core.Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(6, TimeUnit.HOURS);
    }
}
