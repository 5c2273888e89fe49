package dev.rapport.notifier.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.notifier.webhook.EventTypes;
import dev.rapport.notifier.webhook.NewWebhookEvent;
import dev.rapport.notifier.webhook.WebhookEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Tells partners what a member did with a reminder, in the transaction in which it is done. */
@ApplicationScoped
class ActedOnWebhook {

    @Inject
    CurrentMember member;

    @Inject
    DataSource database;

    @Inject
    WebhookEvents webhooks;

    /** @param action done, dismissed, skipped or snoozed */
    void add(ReminderView reminder, String action, Instant at) {
        var event = new NewWebhookEvent(
                member.workspace(),
                UuidCreator.getTimeOrderedEpochPlus1(),
                EventTypes.REMINDER_ACTED_ON,
                at,
                member.id(),
                reminder.contactId(),
                new ActedOn(reminder.id(), reminder.contactId(), action));
        try (var transaction = database.getConnection()) {
            webhooks.add(transaction, List.of(event));
        } catch (SQLException e) {
            throw new IllegalStateException("the event of an action could not be queued", e);
        }
    }

    /** The data of the event. */
    private record ActedOn(UUID reminderId, UUID contactId, String action) {}
}
