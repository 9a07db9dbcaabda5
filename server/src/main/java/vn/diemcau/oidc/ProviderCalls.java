package vn.diemcau.oidc;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What goes over the wire to the provider: no redirects, a few seconds, a bounded answer. */
final class ProviderCalls {
    private static final int PATIENCE_SECONDS = 5;
    private static final int LONGEST = 1 << 20;

    private final HttpClient client;

    ProviderCalls(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(PATIENCE_SECONDS * 1000)
                .setVerifyHost(true));
    }

    /** The text behind an address; fails unless the status is 200. */
    Future<String> get(String url) {
        return call(HttpMethod.GET, url, request -> request.putHeader("Accept", "application/json")
                        .send())
                .compose(answer -> answer.getStatusCode() == 200
                        ? Future.succeededFuture(answer.getBody())
                        : Future.failedFuture(new IOException(url + " answers " + answer.getStatusCode())));
    }

    /** The answer to a form; fails when the provider is at fault. */
    Future<HTTPResponse> post(HTTPRequest form) {
        return call(HttpMethod.POST, form.getURI().toString(), request -> {
                    form.getHeaderMap().forEach(request::putHeader);
                    return request.send(form.getBody() == null ? "" : form.getBody());
                })
                .compose(answer -> answer.getStatusCode() < 500
                        ? Future.succeededFuture(answer)
                        : Future.failedFuture(new IOException("its tokens answer " + answer.getStatusCode())));
    }

    private Future<HTTPResponse> call(
            HttpMethod method, String url, Function<HttpClientRequest, Future<HttpClientResponse>> sending) {
        RequestOptions where = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(url)
                .setFollowRedirects(false)
                .setIdleTimeout(PATIENCE_SECONDS * 1000L);
        return client.request(where)
                .compose(request -> sending.apply(request).compose(ProviderCalls::whole))
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Future<HTTPResponse> whole(HttpClientResponse response) {
        Buffer all = Buffer.buffer();
        response.handler(part -> {
            if (all.length() + part.length() > LONGEST) response.request().reset();
            else all.appendBuffer(part);
        });
        return response.end().map(done -> {
            HTTPResponse answer = new HTTPResponse(response.statusCode());
            String type = response.getHeader("Content-Type");
            if (type != null) answer.setHeader("Content-Type", type);
            answer.setBody(all.toString());
            return answer;
        });
    }
}
