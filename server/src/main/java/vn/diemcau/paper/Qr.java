package vn.diemcau.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

/** QR images, level M, with the quiet zone of four modules. */
public final class Qr {
    private Qr() {}

    /** A PNG as a {@code data:} address for an {@code img}, eight pixels a module so that print is sharp. */
    public static String image(String text) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(4096)) {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            BitMatrix large = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            modules.getWidth() * 8,
                            modules.getHeight() * 8,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            MatrixToImageWriter.writeToStream(large, "PNG", out);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (WriterException failure) {
            throw new IllegalArgumentException("too long for a QR: " + text.length() + " characters", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
