package dev.rapport.notifier.alert;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.alert.Candidate.Verdict;
import dev.rapport.notifier.alert.Waiting.About;
import dev.rapport.notifier.alert.WaitingSql.Held;
import dev.rapport.notifier.delivery.NewDelivery;
import dev.rapport.notifier.inbox.NewNotification;
import dev.rapport.notifier.inbox.NotificationCategory;
import dev.rapport.notifier.preference.ChannelChoices;
import dev.rapport.notifier.preference.ChannelKind;
import dev.rapport.notifier.webhook.EventTypes;
import dev.rapport.notifier.webhook.NewWebhookEvent;
import dev.rapport.notifier.webhook.WebhookEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Judges what waits in the queue, and tells what is an alert: inbox item and deliveries in one transaction. */
@ApplicationScoped
class RaiseAlerts {

    private static final Logger LOG = Logger.getLogger(RaiseAlerts.class);

    @Inject
    DataSource database;

    @Inject
    AlertConfig config;

    @Inject
    WebhookEvents webhooks;

    @Inject
    Clock clock;

    /** Judges one round; returns how many were judged or held back. */
    @Transactional(rollbackOn = SQLException.class)
    int round() throws SQLException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (var transaction = database.getConnection()) {
            var waiting = WaitingSql.next(transaction, now, config.round());
            if (waiting.isEmpty()) {
                return 0;
            }
            var raised = new ArrayList<Waiting>();
            var held = new ArrayList<Held>();
            var judged = new ArrayList<Waiting>();
            for (var one : waiting) {
                if (one.isEarly(now.minus(config.fresh()))) {
                    held.add(new Held(one, now.plus(config.settle())));
                    continue;
                }
                var verdict = one.about().map(it -> it.candidate().verdict(now)).orElse(Verdict.LEAVE);
                if (verdict == Verdict.HOLD) {
                    held.add(new Held(
                            one, one.about().get().candidate().schedule().awake(now)));
                } else {
                    judged.add(one);
                    if (verdict == Verdict.RAISE) {
                        raised.add(one);
                    }
                }
            }
            WaitingSql.hold(transaction, held);
            WaitingSql.remove(transaction, judged);
            raise(transaction, raised, now);
            LOG.infof("alerts=judged raised=%d held=%d of=%d", raised.size(), held.size(), waiting.size());
            return waiting.size();
        }
    }

    private void raise(Connection transaction, List<Waiting> raised, Instant now) throws SQLException {
        var notifications = new ArrayList<NewNotification>();
        var deliveries = new ArrayList<NewDelivery>();
        var events = new HashMap<UUID, NewWebhookEvent>();
        for (var one : raised) {
            var about = one.about().orElseThrow();
            var shown = one.toldBy().orElseGet(UuidCreator::getTimeOrderedEpochPlus1);
            if (one.toldBy().isEmpty()) {
                notifications.add(notification(one, about, shown, now));
            }
            about.preferences()
                    .mailedTo(ChannelChoices.ALERT)
                    .map(address -> new NewDelivery(about.member().workspace(), shown, "email", address))
                    .ifPresent(deliveries::add);
            if (about.preferences().wants(ChannelChoices.ALERT, ChannelKind.WEBHOOK)) {
                events.put(shown, event(about, shown, now));
            }
        }
        var added = NewNotification.add(transaction, notifications);
        NewDelivery.add(
                transaction,
                deliveries.stream()
                        .filter(it -> isShown(it.notificationId(), added, raised))
                        .toList());
        events.keySet().removeIf(shown -> !isShown(shown, added, raised));
        webhooks.add(transaction, List.copyOf(events.values()));
    }

    /** What was an alert before is not sent again; what the inbox shows as a reminder already only takes the faster way. */
    private static boolean isShown(UUID notification, Set<UUID> added, List<Waiting> raised) {
        return added.contains(notification)
                || raised.stream()
                        .anyMatch(it -> it.toldBy().filter(notification::equals).isPresent());
    }

    private static NewWebhookEvent event(About about, UUID notification, Instant now) {
        return new NewWebhookEvent(
                about.member().workspace(),
                UuidCreator.getTimeOrderedEpochPlus1(),
                EventTypes.ALERT_RAISED,
                now,
                about.member().member(),
                about.contactId(),
                new Raised(notification, about.contactId(), about.name(), about.kind(), about.happenedAt()));
    }

    /** The data of a webhook's event. What the source wrote stays in the inbox. */
    private record Raised(UUID notificationId, UUID contactId, String contactName, String kind, Instant happenedAt) {}

    private static NewNotification notification(Waiting one, About about, UUID id, Instant now) {
        var words = new AlertWords(
                about.preferences().language(), about.preferences().schedule().zone());
        return new NewNotification(
                about.member(),
                id,
                NotificationCategory.ALERT,
                about.kind(),
                one.cause(),
                about.contactId(),
                null,
                words.title(about.kind(), about.name()),
                words.body(about.happenedAt(), about.candidate().score(), about.title(), about.link()),
                now);
    }
}
