package dev.rapport.notifier.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.events.Event;
import dev.rapport.events.InboundEvent;
import dev.rapport.events.NotificationEvent;
import dev.rapport.events.NotificationEvent.NotificationActedOn;
import dev.rapport.messaging.Messaging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Tells the other services, and partners, what a member does with reminders, in the transaction under way. */
@ApplicationScoped
class ActionEvents {

    private static final String NOTIFICATION =
            "select notification_id from reminder where workspace_id = :workspace and id = :id";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    Messaging messaging;

    @Inject
    ActedOnWebhook webhook;

    void actedOn(ReminderView reminder, Action action, Instant at) {
        var notification = sql.list(
                        NOTIFICATION, Map.of("id", reminder.id()), row -> row.getObject("notification_id", UUID.class))
                .get(0);
        NotificationEvent acted = new NotificationActedOn(
                notification, member.id(), reminder.contactId(), reminder.id(), action.told(), at);
        messaging.publish(
                NotificationEvent.TOPIC,
                new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), member.workspace(), at, acted));
        webhook.add(reminder, action.told(), at);
    }

    /** Has engagement-service log what passed; throws, before anything is told, when it cannot be. */
    void log(ReminderView reminder, LoggedInteraction interaction, Instant now) {
        interaction.requirePast(now);
        if (reminder.contactName() == null) {
            throw ApiException.of(
                    ProblemType.CONFLICT, "The contact was deleted: say that it is done, without an interaction.");
        }
        InboundEvent report = interaction.report(reminder.contactId(), reminder.id(), now);
        messaging.publish(
                InboundEvent.TOPIC,
                new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), member.workspace(), now, report));
    }
}
