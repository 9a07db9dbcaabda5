package vn.diemcau;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.diemcau.attendance.ClosingFile;

/** The operator's command {@code verify-closing FILE [--head HASH]}: proves an exported chain of closings, without server and store. */
public final class VerifyClosingCommand {
    private VerifyClosingCommand() {}

    public static void main(String[] arguments) {
        System.exit(verify(List.of(arguments), OperatorStore.console()) ? 0 : 1);
    }

    /** Prints what was proved; true when nothing is broken. */
    static boolean verify(List<String> words, PrintStream console) {
        boolean understood =
                words.size() == 1 || (words.size() == 3 && words.get(1).equals("--head"));
        if (!understood || words.get(0).startsWith("--")) {
            console.println("usage: ./diemcau verify-closing FILE [--head HASH]");
            return false;
        }
        try (BufferedReader file = Files.newBufferedReader(Path.of(words.get(0)), StandardCharsets.UTF_8)) {
            ClosingFile.Proof proof = ClosingFile.prove(file);
            if (proof.broken() != null) {
                console.println("broken: " + proof.broken());
                return false;
            }
            console.println("closings " + proof.closings() + "  records " + proof.records());
            console.println("head " + proof.head());
            if (words.size() > 2 && !words.get(2).equals(proof.head())) {
                console.println(
                        "broken: the head is not the one given: the end of the chain was cut off or written anew");
                return false;
            }
            console.println("intact");
            return true;
        } catch (IOException unreadable) {
            console.println("diemcau: " + words.get(0) + " cannot be read: " + unreadable.getMessage());
            return false;
        }
    }
}
