package vn.diemcau.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Documents as people send them, and as nobody should. */
final class Sheets {
    private Sheets() {}

    static PDDocument written(int count) throws IOException {
        PDDocument document = new PDDocument();
        PDFont font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
        for (int page = 1; page <= count; page++) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
                out.beginText();
                out.setFont(font, 13);
                out.setLeading(17);
                out.newLineAtOffset(60, 780);
                for (int line = 0; line < 42; line++) {
                    out.showText("Page " + page + ", line " + line + ": the resolution was put before the conference.");
                    out.newLine();
                }
                out.endText();
            }
        }
        return document;
    }

    /** Noise that no compression makes smaller. */
    static void addPhotograph(PDDocument document, int side) throws IOException {
        byte[] pixels = new byte[side * side * 3];
        new Random(side).nextBytes(pixels);
        PDImageXObject image = new PDImageXObject(
                document, new ByteArrayInputStream(pixels), (COSName) null, side, side, 8, PDDeviceRGB.INSTANCE);
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
            out.drawImage(image, 40, 200, 500, 500);
        }
    }

    /** A page each, with these words on it. */
    static byte[] saying(String... pages) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream letters = Sheets.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            PDFont font = PDType0Font.load(document, Objects.requireNonNull(letters), true);
            for (String words : pages) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
                    out.beginText();
                    out.setFont(font, 14);
                    out.setLeading(20);
                    out.newLineAtOffset(60, 760);
                    for (String line : words.split("\n")) {
                        out.showText(line);
                        out.newLine();
                    }
                    out.endText();
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** A page that one operator paints with a function of a hundred thousand steps for each of its points. */
    static byte[] endless() {
        return shaded("/FunctionType 4", "{ add " + "0.5 add 0.5 sub ".repeat(25_000) + "}");
    }

    /** A page that is painted with a table of thirty-six million numbers, which are not even there. */
    static byte[] burst() {
        return shaded("/FunctionType 0 /Size [6000 6000] /BitsPerSample 8", "abcd");
    }

    private static byte[] shaded(String function, String content) {
        String text = "%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                + "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
                + " /Resources << /Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 1 0 1]"
                + " /Matrix [600 0 0 800 0 0] /Function 5 0 R >> >> >> >> endobj\n"
                + "4 0 obj << /Length 5 >> stream\n/S sh\nendstream endobj\n"
                + "5 0 obj << " + function + " /Domain [0 1 0 1] /Range [0 1] /Length " + content.length()
                + " >> stream\n" + content + "\nendstream endobj\ntrailer << /Root 1 0 R >>\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
