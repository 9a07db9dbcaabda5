package vn.diemcau.journey;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A sheet from the printer, and a piece cut out of it. */
final class Printed {
    private Printed() {}

    /** The symbol on the sheet's first page that says so, with the paper around it. */
    static BufferedImage cut(byte[] pdf, java.util.function.Predicate<String> saying) throws IOException {
        BufferedImage page;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            page = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
        }
        for (Result symbol : symbols(page)) {
            if (!saying.test(symbol.getText())) continue;
            double left = Arrays.stream(symbol.getResultPoints())
                    .mapToDouble(p -> p.getX())
                    .min()
                    .orElseThrow();
            double top = Arrays.stream(symbol.getResultPoints())
                    .mapToDouble(p -> p.getY())
                    .min()
                    .orElseThrow();
            double right = Arrays.stream(symbol.getResultPoints())
                    .mapToDouble(p -> p.getX())
                    .max()
                    .orElseThrow();
            int around = (int) ((right - left) * 0.45);
            int size = (int) (right - left) + 2 * around;
            int x = Math.max(0, (int) left - around);
            int y = Math.max(0, (int) top - around);
            return page.getSubimage(x, y, Math.min(size, page.getWidth() - x), Math.min(size, page.getHeight() - y));
        }
        throw new IllegalStateException("the sheet's first page has no such symbol");
    }

    private static Result[] symbols(BufferedImage page) {
        try {
            return new QRCodeMultiReader()
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page))),
                            Map.of(DecodeHintType.TRY_HARDER, true));
        } catch (NotFoundException none) {
            return new Result[0];
        }
    }
}
