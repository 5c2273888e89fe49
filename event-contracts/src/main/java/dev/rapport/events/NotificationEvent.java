package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** {@code rapport.notifications}: facts about what was told to members and what they made of it. */
public sealed interface NotificationEvent extends AboutContact {

    Topic<NotificationEvent> TOPIC = Topic.ofFacts(
            "rapport.notifications",
            Map.of(
                    "rapport.notification.delivered.v1", NotificationDelivered.class,
                    "rapport.notification.failed.v1", NotificationFailed.class,
                    "rapport.notification.acted-on.v1", NotificationActedOn.class));

    /** The member who was told. */
    String member();

    /** The reminder behind it. */
    UUID reminderId();

    /** A channel took the notification over: the mail server accepted it, the inbox shows it. */
    @JsonClassDescription("A channel took a notification over.")
    record NotificationDelivered(
            UUID notificationId, String member, UUID contactId, UUID reminderId, String channel, Instant deliveredAt)
            implements NotificationEvent {}

    /** A channel refused the notification for good; the inbox still has it. */
    @JsonClassDescription("A channel refused a notification for good.")
    record NotificationFailed(
            UUID notificationId,
            String member,
            UUID contactId,
            UUID reminderId,
            String channel,
            String cause,
            Instant failedAt)
            implements NotificationEvent {}

    /**
     * The member acted on a reminder.
     *
     * @param notificationId absent when the member acted before being notified
     * @param action {@code done}, {@code snoozed}, {@code dismissed} or {@code skipped}
     */
    @JsonClassDescription("A member acted on a reminder.")
    record NotificationActedOn(
            UUID notificationId, String member, UUID contactId, UUID reminderId, String action, Instant actedAt)
            implements NotificationEvent {}
}
