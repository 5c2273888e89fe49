package dev.rapport.notifier.egress;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/** One request and its answer, cut off when their time is over or the answer gets too long. */
final class Exchange {

    private static final int LONGEST_BODY = 65_536;
    private static final int LONGEST_EXCERPT = 1_000;

    private final Vertx vertx;
    private final long began = System.nanoTime();
    private final long timer;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final Buffer excerpt = Buffer.buffer();
    private volatile HttpClientRequest request;
    private volatile HttpClientResponse response;
    private long received;

    Exchange(Vertx vertx, Duration within) {
        this.vertx = vertx;
        timer = vertx.setTimer(within.toMillis(), it -> end("no answer within " + within.toSeconds() + " s"));
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    boolean isOver() {
        return answer.isDone();
    }

    void send(HttpClientRequest ready, byte[] body) {
        request = ready;
        if (isOver()) {
            ready.reset();
            return;
        }
        ready.exceptionHandler(this::fail);
        ready.response().onFailure(this::fail).onSuccess(this::read);
        ready.end(Buffer.buffer(body));
    }

    void fail(Throwable fault) {
        end(words(fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault));
    }

    private void read(HttpClientResponse head) {
        response = head;
        head.exceptionHandler(this::fail);
        head.handler(this::take);
        head.endHandler(end -> end(null));
    }

    private void take(Buffer part) {
        received += part.length();
        int room = Math.min(LONGEST_EXCERPT - excerpt.length(), part.length());
        if (room > 0) {
            excerpt.appendBuffer(part, 0, room);
        }
        if (received >= LONGEST_BODY) {
            end(null);
        }
    }

    /** Whoever comes first ends it; a connection that still talks is closed. */
    private synchronized void end(String fault) {
        if (answer.isDone()) {
            return;
        }
        vertx.cancelTimer(timer);
        var took = Duration.ofNanos(System.nanoTime() - began);
        var head = response;
        answer.complete(new Answer(
                fault == null ? head.statusCode() : null,
                head == null ? null : head.getHeader(HttpHeaders.RETRY_AFTER),
                text(),
                fault,
                took));
        if (request != null) {
            request.reset();
        }
    }

    /** PostgreSQL cannot store NUL. */
    private String text() {
        return excerpt.toString(StandardCharsets.UTF_8).replace('\u0000', '\ufffd');
    }

    private static String words(Throwable fault) {
        if (fault instanceof RefusedUrl) {
            return "blocked: the URL " + fault.getMessage();
        } else if (fault instanceof UnknownHostException) {
            return "the host is unknown";
        } else if (fault instanceof ConnectException) {
            return "no connection";
        } else if (fault instanceof SSLException) {
            return "TLS failed: the certificate must be valid for this host";
        }
        return "the connection broke (" + fault.getClass().getSimpleName() + ")";
    }
}
