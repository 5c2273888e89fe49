package dev.rapport.notifier.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.Event;
import dev.rapport.events.NotificationEvent;
import dev.rapport.events.NotificationEvent.NotificationDelivered;
import dev.rapport.messaging.Messaging;
import dev.rapport.notifier.delivery.NewDelivery;
import dev.rapport.notifier.inbox.NewNotification;
import dev.rapport.notifier.planning.DailyCap;
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
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Tells members what is due: reminder, inbox item, email to be sent and event in one transaction. */
@ApplicationScoped
class TellDue {

    private static final Logger LOG = Logger.getLogger(TellDue.class);

    @Inject
    DataSource database;

    @Inject
    ReminderConfig config;

    @Inject
    Messaging messaging;

    @Inject
    WebhookEvents webhooks;

    @Inject
    Clock clock;

    /** Tells one round of members; returns how many reminders were told or put off to the next day. */
    @Transactional(rollbackOn = SQLException.class)
    int tell() throws SQLException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (var transaction = database.getConnection()) {
            var members = Waking.holdMembers(transaction, now, config);
            if (members.isEmpty()) {
                return 0;
            }
            var waking = Waking.read(transaction, members, now);
            if (waking.isEmpty()) {
                return 0;
            }
            var told = new ArrayList<Told>();
            var putOff = new ArrayList<PutOff>();
            share(transaction, waking, now, told, putOff);
            TellingSql.tell(transaction, told, now);
            TellingSql.putOff(transaction, putOff);
            NewNotification.add(
                    transaction, told.stream().map(it -> it.notification(now)).toList());
            NewDelivery.add(
                    transaction,
                    told.stream().flatMap(it -> it.email().stream()).toList());
            webhooks.add(
                    transaction,
                    told.stream().flatMap(it -> it.webhookEvent(now).stream()).toList());
            messaging.publish(
                    NotificationEvent.TOPIC,
                    told.stream().map(it -> shown(it, now)).toList());
            LOG.infof("reminders=told told=%d putOff=%d members=%d", told.size(), putOff.size(), members.size());
            return waking.size();
        }
    }

    /** Shares each member's waking reminders out between now, the end of the quiet time, and the next day of theirs. */
    private void share(Connection transaction, List<Waking> waking, Instant now, List<Told> told, List<PutOff> putOff)
            throws SQLException {
        var toldToday = TellingSql.toldToday(transaction, waking, now);
        var lateBefore = now.minus(config.lateAfter());
        waking.stream().collect(Collectors.groupingBy(Waking::member)).forEach((member, theirs) -> {
            var preferences = theirs.get(0).preferences();
            var schedule = preferences.schedule();
            var timed = theirs.stream().filter(Waking::timedByMember).toList();
            var planned = theirs.stream().filter(it -> !it.timedByMember()).toList();
            var awake = schedule.awake(now);
            if (awake.isAfter(now)) {
                planned.forEach(it -> putOff.add(new PutOff(member.workspace(), it.id(), awake)));
                planned = List.of();
            }
            var split = new DailyCap(preferences.dailyCap())
                    .split(
                            planned.stream().map(Waking::candidate).toList(),
                            toldToday.getOrDefault(member, 0) + timed.size(),
                            now);
            timed.forEach(it -> told.add(Told.of(it, lateBefore)));
            planned.stream()
                    .filter(it -> split.now().contains(it.id()))
                    .forEach(it -> told.add(Told.of(it, lateBefore)));
            var nextDay = schedule.nextDay(now);
            split.later().forEach(id -> putOff.add(new PutOff(member.workspace(), id, nextDay)));
        });
    }

    private static Event<NotificationEvent> shown(Told told, Instant now) {
        var waking = told.waking();
        return new Event<>(
                UuidCreator.getTimeOrderedEpochPlus1(),
                waking.member().workspace(),
                now,
                new NotificationDelivered(
                        told.notificationId(),
                        waking.member().member(),
                        waking.contactId(),
                        waking.id(),
                        "inbox",
                        now));
    }
}
