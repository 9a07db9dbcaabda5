package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers with a file: whole or a range, with an ETag and its name, and never as something that a browser would run. */
public final class FileAnswer {
    private FileAnswer() {}

    /** @param shown whether the page wants to show it; only kinds that cannot script are */
    public static Future<Void> send(FileStore files, RoutingContext ctx, StoredFile file, String name, boolean shown) {
        HttpServerRequest request = ctx.request();
        HttpServerResponse response = ctx.response();
        String etag = "\"" + file.sha256() + "\"";
        boolean inline = shown && file.kind().shown();
        response.putHeader("ETag", etag)
                .putHeader("Accept-Ranges", "bytes")
                .putHeader("Cache-Control", "private, no-cache")
                .putHeader("Content-Type", file.kind().type())
                .putHeader("Content-Disposition", FileNames.disposition(name, inline))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", policy(inline && file.kind() == FileKind.PDF));
        if (etag.equals(request.getHeader("If-None-Match"))) {
            return response.setStatusCode(304).end();
        }
        String ifRange = request.getHeader("If-Range");
        Optional<ByteRange> range = ifRange == null || ifRange.equals(etag)
                ? ByteRange.of(request.getHeader("Range"), file.size())
                : Optional.empty();
        if (range.isPresent() && range.get().equals(ByteRange.NOWHERE)) {
            return response.setStatusCode(416)
                    .putHeader("Content-Range", "bytes */" + file.size())
                    .end();
        }
        ByteRange sent = range.orElse(new ByteRange(0, file.size()));
        if (range.isPresent()) response.setStatusCode(206).putHeader("Content-Range", sent.contentRange(file.size()));
        response.putHeader("Content-Length", Long.toString(sent.until() - sent.from()));
        return files.answer(file, sent.from(), sent.until(), response);
    }

    /** A browser's own viewer of PDFs does not open inside a sandbox; it runs no script of the document. */
    private static String policy(boolean viewer) {
        return viewer
                ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
                : "sandbox; default-src 'none'";
    }
}
