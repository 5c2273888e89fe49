package dev.rapport.notifier.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.delivery.NewDelivery;
import dev.rapport.notifier.inbox.NewNotification;
import dev.rapport.notifier.inbox.NotificationCategory;
import dev.rapport.notifier.preference.ChannelKind;
import dev.rapport.notifier.preference.Language;
import dev.rapport.notifier.webhook.EventTypes;
import dev.rapport.notifier.webhook.NewWebhookEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A reminder that is told now, as one notification. */
record Told(Waking waking, UUID notificationId, boolean late) {

    static Told of(Waking waking, Instant lateBefore) {
        return new Told(
                waking, UuidCreator.getTimeOrderedEpochPlus1(), waking.sinceAt().isBefore(lateBefore));
    }

    NewNotification notification(Instant now) {
        return new NewNotification(
                waking.member(),
                notificationId,
                NotificationCategory.REMINDER,
                waking.kind().json(),
                null,
                waking.contactId(),
                waking.id(),
                title(),
                body(),
                now,
                waking.draft());
    }

    Optional<NewDelivery> email() {
        return waking.preferences()
                .mailedTo(waking.kind().json())
                .map(address -> new NewDelivery(waking.member().workspace(), notificationId, "email", address));
    }

    Optional<NewWebhookEvent> webhookEvent(Instant now) {
        var kind = waking.kind().json();
        if (!waking.preferences().wants(kind, ChannelKind.WEBHOOK)) {
            return Optional.empty();
        }
        return Optional.of(new NewWebhookEvent(
                waking.member().workspace(),
                UuidCreator.getTimeOrderedEpochPlus1(),
                EventTypes.REMINDER_DUE,
                now,
                waking.member().member(),
                waking.contactId(),
                new Due(
                        waking.id(),
                        notificationId,
                        waking.contactId(),
                        kind,
                        title(),
                        waking.reason(),
                        waking.draft(),
                        late)));
    }

    /** The data of a webhook's event. */
    private record Due(
            UUID reminderId,
            UUID notificationId,
            UUID contactId,
            String kind,
            String title,
            String reason,
            String draft,
            boolean late) {}

    private String title() {
        return ReminderTitle.of(waking.kind(), waking.preferences().language(), waking.contactName(), waking.reason());
    }

    private String body() {
        if (waking.kind() != ReminderKind.MANUAL) {
            return waking.reason() + ".";
        }
        var about = waking.preferences().language() == Language.DE ? "Es geht um " : "About ";
        return waking.note() == null ? about + waking.contactName() + "." : waking.note();
    }
}
