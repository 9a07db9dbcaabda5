package vn.diemcau;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.embedded.StoreUnusable;

/** The operator's commands for the embedded store: backup, restore, compact, export, import, uri. */
public final class StoreCommands {

    /** Beside the store: where the last backup went; its own time says when. */
    static final String LAST_BACKUP = "last-backup";

    private StoreCommands() {}

    public static void main(String[] arguments) {
        var console =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            run(List.of(arguments), System.getenv().getOrDefault("DIEMCAU_DATA", "data"), console);
        } catch (StoreUnusable | IllegalArgumentException e) {
            console.println("diemcau: " + e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            console.println("diemcau: " + e);
            System.exit(1);
        }
    }

    static void run(List<String> arguments, String otherwise, PrintStream console) throws Exception {
        List<String> words = new ArrayList<>(arguments);
        Path data = Path.of(otherwise);
        int option = words.indexOf("--data");
        if (option >= 0 && option + 1 < words.size()) {
            data = Path.of(words.get(option + 1));
            words.subList(option, option + 2).clear();
        }
        Path folder = data;
        String command = words.isEmpty() ? "" : words.get(0);
        String operand = words.size() > 1 ? words.get(1) : "";
        boolean wants = !command.equals("compact") && !command.equals("uri");
        if (wants && operand.isEmpty() || words.size() > 2) {
            throw new IllegalArgumentException(
                    "usage: backup FILE | restore FILE | compact | export URI | import URI | uri   [--data DIR]");
        }
        switch (command) {
            case "backup" -> {
                console.println(StoreTool.backup(folder, Path.of(operand)));
                Files.writeString(
                        folder.resolve(LAST_BACKUP),
                        Path.of(operand).toAbsolutePath().toString());
            }
            case "restore" -> console.println(StoreTool.restore(folder, Path.of(operand)));
            case "compact" -> console.println(StoreTool.compact(folder));
            case "uri" -> console.println(StoreTool.address(folder));
            case "export" -> StoreTool.use(folder, own -> StoreCopy.copy(own, operand, console::println));
            case "import" -> StoreTool.use(folder, own -> StoreCopy.copy(operand, own, console::println));
            default -> throw new IllegalArgumentException("unknown command " + command);
        }
    }
}
