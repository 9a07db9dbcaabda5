package vn.diemcau.files;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/** One page of a PDF as a picture that is bounded in pixels and bytes. Its time and memory are not: not for the server's process. */
final class PdfPage {
    /** How fine a picture is. */
    enum Fineness {
        /** For a telephone on a bad line: some sixty kilobytes. */
        LIGHT(800, 60_000),
        /** To read small print. */
        FINE(1500, 250_000);

        private final int width;
        private final int bytes;

        Fineness(int width, int bytes) {
            this.width = width;
            this.bytes = bytes;
        }
    }

    private static final double MOST_PIXELS = 4_000_000;
    private static final long MOST_SOURCE_PIXELS = 40_000_000;
    private static final float[] QUALITIES = {0.75f, 0.6f, 0.45f, 0.3f};
    /** Bits of grey: sixteen shades, then four. */
    private static final int[] GREYS = {4, 2};

    private static final int MOST_TINT = 40;

    private PdfPage() {}

    static int count(Path file) {
        try (PDDocument document = open(file)) {
            return document.getNumberOfPages();
        } catch (IOException | RuntimeException unreadable) {
            throw problem("pages_unreadable");
        }
    }

    /** A picture (PNG or JPEG) of the page, which counts from 1; fails with page_missing, page_too_heavy or pages_unreadable. */
    static byte[] picture(Path file, int page, Fineness fineness) {
        try (PDDocument document = open(file)) {
            if (page < 1 || page > document.getNumberOfPages()) throw problem("page_missing");
            PDPage there = document.getPage(page - 1);
            Set<COSBase> counted = Collections.newSetFromMap(new IdentityHashMap<>());
            if (sourcePixels(there.getResources(), counted) > MOST_SOURCE_PIXELS) throw problem("page_too_heavy");
            return packed(drawn(document, there, page, fineness), fineness.bytes);
        } catch (Problem known) {
            throw known;
        } catch (IOException | RuntimeException unreadable) {
            throw problem("pages_unreadable");
        }
    }

    private static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
    }

    /** Page_missing, page_too_heavy, or, whatever else it is, pages_unreadable. */
    static Problem problem(String code) {
        return switch (code) {
            case "page_missing" -> Problem.missing(code, "The document has no such page.");
            case "page_too_heavy" ->
                new Problem(Problem.Kind.UNSUPPORTED, code, "The page is too heavy to be shown as a picture.", null);
            default ->
                new Problem(
                        Problem.Kind.UNSUPPORTED, "pages_unreadable", "No picture can be made of this document.", null);
        };
    }

    /** What the pictures on the page would hold in memory when they are unpacked, each once however often it is named. */
    private static long sourcePixels(@Nullable PDResources resources, Set<COSBase> counted) throws IOException {
        if (resources == null || !counted.add(resources.getCOSObject())) return 0;
        long pixels = 0;
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object == null || !counted.add(object.getCOSObject())) continue;
            if (object instanceof PDImageXObject image) pixels += (long) image.getWidth() * image.getHeight();
            else if (object instanceof PDFormXObject form) pixels += sourcePixels(form.getResources(), counted);
        }
        return pixels;
    }

    private static BufferedImage drawn(PDDocument document, PDPage page, int number, Fineness fineness)
            throws IOException {
        PDRectangle box = page.getCropBox();
        boolean lying = page.getRotation() % 180 != 0;
        double width = Math.max(1, lying ? box.getHeight() : box.getWidth());
        double height = Math.max(1, lying ? box.getWidth() : box.getHeight());
        double scale = Math.min(fineness.width / width, Math.sqrt(MOST_PIXELS / (width * height)));
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(number - 1, (float) scale, ImageType.RGB);
    }

    /** The best of a few ways that is not heavier than that; else the lightest of them. Text without colours is drawn in greys. */
    private static byte[] packed(BufferedImage image, int bytes) throws IOException {
        byte @Nullable [] lightest = null;
        if (isGrey(image)) {
            for (int bits : GREYS) {
                byte[] made = png(image, bits);
                if (lightest == null || made.length < lightest.length) lightest = made;
                if (made.length <= bytes) return made;
            }
        }
        for (float quality : QUALITIES) {
            byte[] made = jpeg(image, quality);
            if (lightest == null || made.length < lightest.length) lightest = made;
            if (made.length <= bytes) return made;
        }
        return lightest == null ? new byte[0] : lightest;
    }

    /** Whether nothing on it has a colour that anybody would see, such as a red stamp. */
    private static boolean isGrey(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int rgb : row) {
                int red = rgb >> 16 & 0xFF;
                int green = rgb >> 8 & 0xFF;
                int blue = rgb & 0xFF;
                if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > MOST_TINT)
                    return false;
            }
        }
        return true;
    }

    private static byte[] png(BufferedImage image, int bits) throws IOException {
        int levels = 1 << bits;
        byte[] greys = new byte[levels];
        for (int i = 0; i < levels; i++) greys[i] = (byte) (i * 255 / (levels - 1));
        BufferedImage few = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(bits, levels, greys, greys, greys));
        WritableRaster raster = few.getRaster();
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) row[x] = ((row[x] >> 8 & 0xFF) * (levels - 1) + 127) / 255;
            raster.setPixels(0, y, row.length, 1, row);
        }
        return written(few, "png", 0);
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        return written(image, "jpeg", quality);
    }

    private static byte[] written(BufferedImage image, String format, float quality) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
