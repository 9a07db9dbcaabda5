package vn.diemcau.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Makes PDFs from XHTML with the families "Liberation Serif" and "Liberation Sans" embedded; works on threads of its own. */
public final class Pdf {
    private final WorkerExecutor workers;

    static {
        // it would tell the console of every stylesheet and font
        XRLog.setLoggingEnabled(false);
    }

    public Pdf(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("paper", 2, 600_000_000_000L);
    }

    /**
     * The PDF of a page of well-formed XHTML; texts in it must have gone through {@link #escape}. The whole result is in memory, so
     * give parts of at most a few thousand rows.
     */
    public Future<Buffer> of(String xhtml) {
        return workers.executeBlocking(() -> render(xhtml), false);
    }

    private static Buffer render(String xhtml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, "LiberationSerif-Regular", "Liberation Serif", 400, FontStyle.NORMAL);
        font(builder, "LiberationSerif-Bold", "Liberation Serif", 700, FontStyle.NORMAL);
        font(builder, "LiberationSerif-Italic", "Liberation Serif", 400, FontStyle.ITALIC);
        font(builder, "LiberationSerif-BoldItalic", "Liberation Serif", 700, FontStyle.ITALIC);
        font(builder, "LiberationSans-Regular", "Liberation Sans", 400, FontStyle.NORMAL);
        font(builder, "LiberationSans-Bold", "Liberation Sans", 700, FontStyle.NORMAL);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        builder.run();
        return Buffer.buffer(out.toByteArray());
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> open(file), family, weight, style, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/" + file + ".ttf"), file);
    }

    /** The text as it may stand in XHTML, in elements and in attributes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }
}
