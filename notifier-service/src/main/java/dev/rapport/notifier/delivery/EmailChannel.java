package dev.rapport.notifier.delivery;

import dev.rapport.notifier.channel.LinkAction;
import dev.rapport.notifier.channel.MailList;
import dev.rapport.notifier.channel.SignedLinks;
import dev.rapport.notifier.delivery.Outcome.Refused;
import dev.rapport.notifier.delivery.Outcome.Retry;
import dev.rapport.notifier.delivery.Outcome.Sent;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Sends mail over SMTP. A mail keeps its {@code Message-ID} through all attempts, so that receivers see a repetition as one. */
@ApplicationScoped
class EmailChannel {

    private static final Logger LOG = Logger.getLogger(EmailChannel.class);

    private static final int CLOSING = 421;
    /** Mails are kept for years; a year is what their readers may count on. */
    private static final Duration UNSUBSCRIBABLE = Duration.ofDays(365);

    private final SmtpClient client;
    private final SignedLinks links;
    private final MailWriters writers;
    private final SmtpConfig server;
    private final DeliveryConfig config;
    private final RetrySchedule retries;

    @Inject
    EmailChannel(SmtpClient client, SignedLinks links, MailWriters writers, SmtpConfig server, DeliveryConfig config) {
        this.client = client;
        this.links = links;
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

    /** Tries once to send what is no delivery: the mail that asks for verification. */
    CompletableFuture<Outcome> send(UUID id, String address, Mail mail) {
        return client.send(addressed(mail, id, address))
                .handle((sent, fault) -> fault == null ? new Sent() : outcome(fault, 1));
    }

    private CompletableFuture<MailMessage> message(Claimed claimed) {
        try {
            return CompletableFuture.completedFuture(
                    unsubscribable(addressed(writers.write(claimed), claimed.id(), claimed.address()), claimed));
        } catch (SQLException | RuntimeException e) {
            // One mail that cannot be written must not keep the others of its batch from leaving.
            LOG.errorf(e, "mail=unwritten delivery=%s category=%s", claimed.id(), claimed.category());
            return CompletableFuture.failedFuture(e);
        }
    }

    private MailMessage addressed(Mail mail, UUID id, String address) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Message-ID", "<" + id + "@" + config.messageIdDomain() + ">")
                .add("Auto-Submitted", "auto-generated");
        return new MailMessage(server.from(), address, mail.subject(), mail.text())
                .setHtml(mail.html())
                .setHeaders(headers);
    }

    /** One click in the mail reader ends the mails of this kind (RFC 8058). */
    private MailMessage unsubscribable(MailMessage message, Claimed claimed) throws SQLException {
        var url = links.url(
                LinkAction.UNSUBSCRIBE,
                claimed.workspace(),
                claimed.member(),
                MailList.of(claimed.category()).subject(),
                UNSUBSCRIBABLE);
        message.getHeaders()
                .add("List-Unsubscribe", "<" + url + ">")
                .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }

    private Outcome outcome(Throwable fault, int attempts) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp && isFinal(smtp.getReplyCode())) {
                return new Refused("the mail server refused it with " + smtp.getReplyCode(), isOfAddress(smtp));
            }
        }
        var smtp =
                fault.getCause() instanceof SMTPException cause ? cause : fault instanceof SMTPException it ? it : null;
        return new Retry(
                smtp == null
                        ? fault.getClass().getSimpleName()
                        : "the mail server put it off with " + smtp.getReplyCode(),
                retries.after(attempts, ThreadLocalRandom.current().nextDouble()),
                smtp != null && isOfAddress(smtp));
    }

    /** The server spoke of the recipient. 421 is the server itself, closing down (RFC 5321). */
    private static boolean isOfAddress(SMTPException fault) {
        return fault.getReplyCode() != CLOSING
                && String.valueOf(fault.getMessage()).contains("recipient address");
    }

    /** RFC 5321: 5yz is permanent. 53z concerns our own login (RFC 4954), and mending that brings the mail on its way. */
    private static boolean isFinal(int code) {
        return code >= 500 && code / 10 != 53;
    }
}
