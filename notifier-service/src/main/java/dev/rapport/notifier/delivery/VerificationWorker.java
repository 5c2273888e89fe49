package dev.rapport.notifier.delivery;

import dev.rapport.notifier.channel.Verifications;
import dev.rapport.notifier.delivery.Outcome.Retry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Sends the mails that ask whether an address is its member's: the only ones that go to an address before it is verified. */
@ApplicationScoped
class VerificationWorker {

    private static final Logger LOG = Logger.getLogger(VerificationWorker.class);
    private static final int AT_ONCE = 16;

    @Inject
    Verifications verifications;

    @Inject
    EmailChannel email;

    @Inject
    DeliveryConfig config;

    @Scheduled(
            identity = "verification-worker",
            every = "${rapport.delivery.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        var attempts = new HashMap<Verifications.Due, CompletableFuture<Outcome>>();
        for (var due : verifications.claim(AT_ONCE)) {
            attempts.put(due, email.send(due.wish(), due.address(), mail(due)));
        }
        for (var due : new ArrayList<>(attempts.keySet())) {
            var outcome = attempts.get(due).join();
            LOG.infof("verification=%s channel=%s", outcome.getClass().getSimpleName(), due.channel());
            if (outcome instanceof Retry) {
                verifications.later(due, config.longestRetry());
            } else {
                verifications.over(due);
            }
        }
    }

    private static Mail mail(Verifications.Due due) {
        var words = due.words();
        return MailPage.of(words.askAddress())
                .in(words.language())
                .says(words.whyAddressIsAsked())
                .link(words.sayAddress(), due.url())
                .mail();
    }
}
