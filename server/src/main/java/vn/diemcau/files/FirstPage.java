package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.problem.Problem;

/** Reads the first page of PDF and DOCX files and refuses what is stamped MẬT, TỐI MẬT or TUYỆT MẬT. What cannot be read is not judged. */
public final class FirstPage {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPage.class);
    private static final long LARGEST_READ = 200_000_000;
    private static final int ENOUGH_TEXT = 6_000;
    private static final int STAMP_LINE = 30;
    private static final Set<String> STAMPS = Set.of("MẬT", "TỐI MẬT", "TUYỆT MẬT");
    private static final Pattern HIGH = Pattern.compile("(^|.*[^\\p{L}])(TỐI|TUYỆT) MẬT($|[^\\p{L}].*)");

    private final Vertx vertx;

    public FirstPage(Vertx vertx) {
        this.vertx = vertx;
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
                .compose(copied -> vertx.executeBlocking(() -> isStamped(text(file.kind(), Path.of(path))), false))
                .eventually(() -> vertx.fileSystem().delete(path))
                .compose(stamped -> stamped ? Future.failedFuture(classified()) : Future.succeededFuture()));
    }

    private static String text(FileKind kind, Path file) {
        try {
            return kind == FileKind.PDF ? pdf(file) : docx(file);
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            LOG.info(
                    "the first page of a {} cannot be read: {}",
                    kind,
                    unreadable.getClass().getSimpleName());
            return "";
        }
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(1);
            stripper.setEndPage(1);
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static String docx(Path file) throws IOException, XMLStreamException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(each -> each.getName().matches("word/(document|header\\d*)\\.xml"))
                    .toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    paragraphs(in, text, text.length() + ENOUGH_TEXT);
                }
            }
        }
        return text.toString();
    }

    private static void paragraphs(InputStream in, StringBuilder text, int enough) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(in);
        boolean inText = false;
        while (reader.hasNext() && text.length() < enough) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT)
                inText = reader.getLocalName().equals("t");
            else if (event == XMLStreamConstants.CHARACTERS && inText) text.append(reader.getText());
            else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (reader.getLocalName().equals("p")) text.append('\n');
            }
        }
        text.append('\n');
    }
}
