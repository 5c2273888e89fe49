package dev.rapport.notifier.delivery;

import dev.rapport.notifier.delivery.Outcome.Refused;
import dev.rapport.notifier.delivery.Outcome.Retry;
import dev.rapport.notifier.delivery.Outcome.Sent;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** Sends mail over SMTP. A mail keeps its {@code Message-ID} through all attempts, so that receivers see a repetition as one. */
@ApplicationScoped
class EmailChannel {

    private final SmtpClient client;
    private final SmtpConfig server;
    private final DeliveryConfig config;
    private final RetrySchedule retries;

    @Inject
    EmailChannel(SmtpClient client, SmtpConfig server, DeliveryConfig config) {
        this.client = client;
        this.server = server;
        this.config = config;
        this.retries = new RetrySchedule(config.firstRetry(), config.longestRetry());
    }

    /** Tries once; never fails, the outcome says what came of it. */
    CompletableFuture<Outcome> send(Claimed claimed) {
        return client.send(message(claimed))
                .handle((sent, fault) -> fault == null ? new Sent() : outcome(fault, claimed.attempts()));
    }

    private MailMessage message(Claimed claimed) {
        var content = ReminderMail.of(claimed.title(), claimed.body());
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Message-ID", "<" + claimed.id() + "@" + config.messageIdDomain() + ">")
                .add("Auto-Submitted", "auto-generated");
        return new MailMessage(server.from(), claimed.address(), content.subject(), content.text())
                .setHtml(content.html())
                .setHeaders(headers);
    }

    private Outcome outcome(Throwable fault, int attempts) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp && isFinal(smtp.getReplyCode())) {
                return new Refused("the mail server refused it with " + smtp.getReplyCode());
            }
        }
        return new Retry(
                fault.getClass().getSimpleName(),
                retries.after(attempts, ThreadLocalRandom.current().nextDouble()));
    }

    /** RFC 5321: 5yz is permanent. 53z concerns our own login (RFC 4954), and mending that brings the mail on its way. */
    private static boolean isFinal(int code) {
        return code >= 500 && code / 10 != 53;
    }
}
