package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.problem.Problem;

/** Reads the first page of PDF and DOCX files and refuses what is stamped MẬT, TỐI MẬT or TUYỆT MẬT. What cannot be read is not judged. */
public final class FirstPage {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPage.class);
    private static final long LARGEST_READ = 200_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int STAMP_LINE = 30;
    private static final Set<String> STAMPS = Set.of("MẬT", "TỐI MẬT", "TUYỆT MẬT");
    private static final Pattern HIGH = Pattern.compile("(^|.*[^\\p{L}])(TỐI|TUYỆT) MẬT($|[^\\p{L}].*)");

    private final Vertx vertx;
    private final DocumentProcess documents;

    public FirstPage(Vertx vertx) {
        this.vertx = vertx;
        this.documents = new DocumentProcess(vertx, "first-pages");
    }

    /** Whether a line of the text is a stamp: alone on its line, or one of the higher two in capitals in a short line. */
    static boolean isStamped(String text) {
        for (String line : Normalizer.normalize(text, Normalizer.Form.NFC).split("[\\r\\n]+")) {
            String words = line.replaceAll("[^\\p{L}]+", " ").strip();
            if (STAMPS.contains(words)) return true;
            if (words.length() <= STAMP_LINE && HIGH.matcher(words).matches()) return true;
            String lower = words.toLowerCase(Locale.ROOT);
            if (lower.matches("(độ|mức độ) mật (mật|tối mật|tuyệt mật)")) return true;
        }
        return false;
    }

    /** What the refusal says. */
    public static Problem classified() {
        return Problem.refused(
                "classified_material", "Documents marked MẬT and above must not be kept here. Nothing was saved.");
    }

    /** Fails with classified_material. */
    public Future<Void> refuseClassified(FileStore files, StoredFile file) {
        boolean readable = file.kind() == FileKind.PDF || file.kind() == FileKind.DOCX;
        if (!readable || file.size() > LARGEST_READ) return Future.succeededFuture();
        return vertx.fileSystem().createTempFile("first-page", null).compose(path -> vertx.fileSystem()
                .open(path, new OpenOptions().setTruncateExisting(true))
                .compose(out -> files.send(file, out).eventually(out::close))
                .compose(copied -> isStamped(path, file.kind()))
                .eventually(() -> vertx.fileSystem().delete(path))
                .compose(stamped -> stamped ? Future.failedFuture(classified()) : Future.succeededFuture()));
    }

    private Future<Boolean> isStamped(String path, FileKind kind) {
        return documents
                .ask(LONGEST, "stamped", path, kind.name())
                .map(Boolean::parseBoolean)
                .recover(failure -> {
                    if (!(failure instanceof Problem unreadable)) return Future.failedFuture(failure);
                    LOG.info("the first page of a {} cannot be read: {}", kind, unreadable.code());
                    return Future.succeededFuture(false);
                });
    }
}
