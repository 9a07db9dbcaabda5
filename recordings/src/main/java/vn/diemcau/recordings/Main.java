package vn.diemcau.recordings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** {@code watch} runs for ever, {@code once DIR} until all is sent, {@code finalize DIR} is Jibri's hook. */
public final class Main {
    private static final System.Logger LOG = System.getLogger(Main.class.getName());
    private static final int USAGE = 2;
    /** Not all could be sent now: try again later, as sendmail says it. */
    private static final int LATER = 75;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        String command = arguments.length == 0 ? "" : arguments[0];
        boolean known =
                switch (command) {
                    case "watch" -> arguments.length == 1;
                    case "once", "finalize" -> arguments.length == 2;
                    default -> false;
                };
        if (!known) {
            System.err.println("usage: diemcau-recordings watch | once DIR | finalize DIR");
            return USAGE;
        }
        try {
            if (command.equals("finalize")) return finished(Path.of(arguments[1]));
            Settings settings = Settings.read(System.getenv());
            Path directory = command.equals("once") ? Path.of(arguments[1]) : settings.directory();
            if (directory == null || !Files.isDirectory(directory)) {
                System.err.println("diemcau-recordings: no such directory: " + directory);
                return USAGE;
            }
            return locked(settings, directory, command.equals("once"));
        } catch (Settings.Faulty faulty) {
            System.err.println("diemcau-recordings: " + faulty.getMessage());
            return USAGE;
        } catch (IOException failure) {
            System.err.println("diemcau-recordings: " + failure);
            return LATER;
        }
    }

    /** Only a mark: Jibri waits for its hook, and what it says is only logged. */
    private static int finished(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            System.err.println("diemcau-recordings: no such directory: " + directory);
            return USAGE;
        }
        Files.write(directory.resolve(Take.FINAL), new byte[0]);
        return 0;
    }

    private static int locked(Settings settings, Path directory, boolean once)
            throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(
                        directory.resolve(".diemcau-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                System.err.println("diemcau-recordings: another one is at work in " + directory);
                return once ? 0 : LATER;
            }
            return sweep(settings, directory, once);
        }
    }

    private static int sweep(Settings settings, Path directory, boolean once) throws IOException, InterruptedException {
        AtomicLong wentAt = new AtomicLong(System.nanoTime());
        Platform platform = new Platform(settings.server(), settings.token());
        Bring bring =
                new Bring(platform, new Film(settings.ffmpeg()), settings.keep(), () -> wentAt.set(System.nanoTime()));
        Sweep sweep = new Sweep(platform, bring, settings.settle(), settings.orphan());
        long pause = 0;
        while (true) {
            long before = wentAt.get();
            Sweep.Left left = sweep.handle(directory);
            if (once && left.nothing()) return left.failing() == 0 ? 0 : 1;
            boolean went = wentAt.get() != before;
            pause = left.nothing() || went ? 0 : Math.min(LONGEST_PAUSE.toMillis(), Math.max(500, pause * 2));
            if (once && System.nanoTime() - wentAt.get() > settings.patience().toNanos()) {
                LOG.log(System.Logger.Level.WARNING, "{0} recordings wait still", left.waiting());
                return LATER;
            }
            long usual = once ? (went ? 0 : 200) : settings.interval().toMillis();
            long wait = Math.max(pause, usual);
            if (wait > 0) Thread.sleep(wait + ThreadLocalRandom.current().nextLong(wait / 4 + 1));
        }
    }
}
