package dev.rapport.notifier.delivery;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Talks to the mail server, one conversation and one connection per mail, closed however it ends. The pooled client that
 * Quarkus makes is not used: it knows no idle timeout, so each conversation in which the server falls silent keeps its
 * place in the pool for ever; a pool of ten is soon gone, and every mail after that waits behind them.
 */
@ApplicationScoped
class SmtpClient {

    private static final int LONGEST_CONNECT_MILLIS = 5_000;

    private final Vertx vertx;
    private final MailConfig settings;
    private final long timeoutMillis;

    @Inject
    SmtpClient(Vertx vertx, SmtpConfig server, DeliveryConfig delivery) {
        this.vertx = vertx;
        this.timeoutMillis = delivery.timeout().toMillis();
        settings = new MailConfig(server.host(), server.port(), server.startTls(), server.login())
                .setSsl(server.ssl())
                .setMaxPoolSize(1)
                .setKeepAlive(false);
        settings.setConnectTimeout((int) Math.min(timeoutMillis, LONGEST_CONNECT_MILLIS));
        server.username().ifPresent(settings::setUsername);
        server.password().ifPresent(settings::setPassword);
    }

    /** Completes when the server has taken the mail over; fails when it did not within the timeout. */
    CompletableFuture<Void> send(MailMessage message) {
        var client = MailClient.create(vertx, settings);
        return client.sendMail(message)
                .<Void>mapEmpty()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .whenComplete((sent, fault) -> client.close());
    }
}
