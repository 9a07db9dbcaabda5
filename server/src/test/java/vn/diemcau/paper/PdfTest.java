package vn.diemcau.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;

class PdfTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void vietnameseSurvivesAndTheFontIsEmbedded() throws Exception {
        String sentence = "Đặng Thị Hường, Nguyễn Văn Ưỡn: giấy triệu tập, dự bồi dưỡng & <thi>";
        Buffer pdf = new Pdf(vertx)
                .of("<html><head><style>body{font-family:'Liberation Serif'}</style></head><body><p>"
                        + Pdf.escape(sentence) + "</p><img src=\"" + Qr.image("0123456789") + "\"/></body></html>")
                .toCompletionStage()
                .toCompletableFuture()
                .get(Patience.SECONDS, TimeUnit.SECONDS);
        try (PDDocument document = Loader.loadPDF(pdf.getBytes())) {
            assertThat(new PDFTextStripper().getText(document).strip()).isEqualTo(sentence);
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }
}
