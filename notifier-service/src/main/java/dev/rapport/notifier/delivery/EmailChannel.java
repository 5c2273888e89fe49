package dev.rapport.notifier.delivery;

import dev.rapport.notifier.delivery.Outcome.Refused;
import dev.rapport.notifier.delivery.Outcome.Retry;
import dev.rapport.notifier.delivery.Outcome.Sent;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Sends mail over SMTP. A mail keeps its {@code Message-ID} through all attempts, so that receivers see a repetition as one. */
@ApplicationScoped
class EmailChannel {

    private static final Logger LOG = Logger.getLogger(EmailChannel.class);

    private final SmtpClient client;
    private final MailWriters writers;
    private final SmtpConfig server;
    private final DeliveryConfig config;
    private final RetrySchedule retries;

    @Inject
    EmailChannel(SmtpClient client, MailWriters writers, SmtpConfig server, DeliveryConfig config) {
        this.client = client;
        this.writers = writers;
        this.server = server;
        this.config = config;
        this.retries = new RetrySchedule(config.firstRetry(), config.longestRetry());
    }

    /** Tries once; never fails, the outcome says what came of it. */
    CompletableFuture<Outcome> send(Claimed claimed) {
        return message(claimed)
                .thenCompose(client::send)
                .handle((sent, fault) -> fault == null ? new Sent() : outcome(fault, claimed.attempts()));
    }

    private CompletableFuture<MailMessage> message(Claimed claimed) {
        try {
            return CompletableFuture.completedFuture(addressed(writers.write(claimed), claimed));
        } catch (SQLException | RuntimeException e) {
            // One mail that cannot be written must not keep the others of its batch from leaving.
            LOG.errorf(e, "mail=unwritten delivery=%s category=%s", claimed.id(), claimed.category());
            return CompletableFuture.failedFuture(e);
        }
    }

    private MailMessage addressed(Mail mail, Claimed claimed) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Message-ID", "<" + claimed.id() + "@" + config.messageIdDomain() + ">")
                .add("Auto-Submitted", "auto-generated");
        return new MailMessage(server.from(), claimed.address(), mail.subject(), mail.text())
                .setHtml(mail.html())
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
