package vn.diemcau.files;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.diemcau.problem.Problem;

/**
 * The process in which documents are opened: a question a line, an answer a line. It ends itself when a question takes longer than it may,
 * when it needs more memory than it has, when nobody asks for a while, and when the server is gone.
 */
final class DocumentReader {
    /** How it ends when nobody asked for a while. */
    static final int ASLEEP = 11;

    static final String OK = "ok";
    /** Begins every answer: the machine says things too when it ends for want of memory. */
    static final String ANSWER = "answer ";

    private static final int TOO_LONG = 12;
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private record Until(long nanos, int end) {
        static Until in(Duration passed, int end) {
            return new Until(System.nanoTime() + passed.toNanos(), end);
        }
    }

    private static volatile Until until = Until.in(LONGEST_SLEEP, ASLEEP);

    private DocumentReader() {}

    public static void main(String[] arguments) throws IOException {
        Thread watch = new Thread(DocumentReader::watch, "watch");
        watch.setDaemon(true);
        watch.start();
        try (BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                PrintStream answers =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                List<String> words = Arrays.stream(line.split("\t", -1))
                        .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                        .toList();
                until = Until.in(Duration.ofMillis(Long.parseLong(words.get(0))), TOO_LONG);
                answers.println(ANSWER + answer(words.subList(1, words.size())));
                until = Until.in(LONGEST_SLEEP, ASLEEP);
            }
        }
    }

    private static void watch() {
        while (true) {
            Until now = until;
            if (System.nanoTime() - now.nanos() > 0) Runtime.getRuntime().halt(now.end());
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static String answer(List<String> words) {
        try {
            Path file = Path.of(words.get(1));
            return switch (words.get(0)) {
                case "count" -> OK + " " + PdfPage.count(file);
                case "picture" -> {
                    PdfPage.Fineness fineness = PdfPage.Fineness.valueOf(words.get(3));
                    Files.write(Path.of(words.get(4)), PdfPage.picture(file, Integer.parseInt(words.get(2)), fineness));
                    yield OK;
                }
                case "stamped" -> OK + " " + FirstPage.isStamped(PageText.of(FileKind.valueOf(words.get(2)), file));
                default -> throw new IllegalArgumentException(words.get(0));
            };
        } catch (Problem known) {
            return known.code();
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return "pages_unreadable";
        }
    }
}
