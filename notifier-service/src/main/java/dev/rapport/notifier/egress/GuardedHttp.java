package dev.rapport.notifier.egress;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends to URLs of strangers. The address that was checked is the one that is connected to, whatever the name leads to a
 * moment later; the name itself still is what the certificate must be for. Follows no redirect. Waiting holds no thread.
 */
@ApplicationScoped
public class GuardedHttp {

    private static final int MOST_CONNECTIONS_OF_A_HOST = 256;
    private static final int LONGEST_CONNECT_MILLIS = 10_000;

    private final Vertx vertx;
    private final CheckedAddresses addresses;
    private final HttpClient client;

    @Inject
    GuardedHttp(Vertx vertx, CheckedAddresses addresses) {
        this.vertx = vertx;
        this.addresses = addresses;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS_OF_A_HOST)
                .setConnectTimeout(LONGEST_CONNECT_MILLIS)
                .setVerifyHost(true));
    }

    /**
     * Posts once; never fails, the answer says what came of it.
     *
     * @param within how long all of it may take, from the name's resolution to the body's last byte
     */
    public CompletableFuture<Answer> post(String url, Map<String, String> headers, byte[] body, Duration within) {
        var exchange = new Exchange(vertx, within);
        try {
            var target = Target.of(url);
            addresses.of(target).whenComplete((found, fault) -> {
                if (fault != null) {
                    exchange.fail(fault);
                } else if (!exchange.isOver()) {
                    send(exchange, options(target, found, headers), body);
                }
            });
        } catch (RefusedUrl e) {
            exchange.fail(e);
        }
        return exchange.answer();
    }

    private void send(Exchange exchange, RequestOptions options, byte[] body) {
        client.request(options).onFailure(exchange::fail).onSuccess(request -> exchange.send(request, body));
    }

    private static RequestOptions options(Target target, List<InetAddress> found, Map<String, String> headers) {
        var address = found.get(ThreadLocalRandom.current().nextInt(found.size()));
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(target.path())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return options;
    }
}
