package dev.rapport.notifier.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.delivery.NewDelivery;
import dev.rapport.notifier.inbox.NewNotification;
import dev.rapport.notifier.inbox.NotificationCategory;
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
                waking.reason() + ".",
                now);
    }

    Optional<NewDelivery> email() {
        return waking.preferences()
                .mailedTo(waking.kind().json())
                .map(address -> new NewDelivery(waking.member().workspace(), notificationId, "email", address));
    }

    private String title() {
        return switch (waking.kind()) {
            case REPLY_OWED -> "Answer " + waking.contactName();
            case CONGRATULATE -> "Congratulate " + waking.contactName();
            case DRIFTING -> "Get back in touch with " + waking.contactName();
            default -> "Keep in touch with " + waking.contactName();
        };
    }
}
