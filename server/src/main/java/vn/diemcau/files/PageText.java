package vn.diemcau.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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

/** What stands on the first page of a PDF or DOCX. Whatever the file contains may cost any time and memory: not for the server's process. */
final class PageText {
    private static final int ENOUGH_TEXT = 6_000;

    private PageText() {}

    static String of(FileKind kind, Path file) throws IOException {
        try {
            return kind == FileKind.PDF ? pdf(file) : docx(file);
        } catch (XMLStreamException unreadable) {
            throw new IOException(unreadable);
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
