package dev.rapport.notifier.inbox;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.MemberKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One thing told to one member.
 *
 * @param kind what it is within its category: of a reminder, the reminder's kind
 * @param cause what may be told but once in its category; null for what its sender tells once by other means
 * @param contactId whom it is about; null for what is about nobody in particular
 * @param reminderId the reminder that is told; null for all but reminders
 * @param draft a line to send; null for none
 */
public record NewNotification(
        MemberKey member,
        UUID id,
        NotificationCategory category,
        String kind,
        String cause,
        UUID contactId,
        UUID reminderId,
        String title,
        String body,
        Instant createdAt,
        String draft) {

    /** One without a line to send. */
    public NewNotification(
            MemberKey member,
            UUID id,
            NotificationCategory category,
            String kind,
            String cause,
            UUID contactId,
            UUID reminderId,
            String title,
            String body,
            Instant createdAt) {
        this(member, id, category, kind, cause, contactId, reminderId, title, body, createdAt, null);
    }

    private static final String ADD = """
            insert into notification (workspace_id, member, id, category, kind, cause, contact_id, reminder_id, title, body,
                created_at, draft)
            select * from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[],
                ?::text[], ?::text[], ?::timestamptz[], ?::text[])
            on conflict (workspace_id, member, category, cause) where cause is not null do nothing
            returning id""";

    /**
     * Puts notifications into their members' inboxes, in the caller's transaction.
     *
     * @return the ids of those that were put there; what was told already is not told again
     */
    public static Set<UUID> add(Connection transaction, List<NewNotification> notifications) throws SQLException {
        var added = new HashSet<UUID>();
        if (notifications.isEmpty()) {
            return added;
        }
        try (var add = transaction.prepareStatement(ADD)) {
            Columns.of(add, notifications)
                    .text(it -> it.member().workspace())
                    .text(it -> it.member().member())
                    .uuid(NewNotification::id)
                    .text(it -> it.category().json())
                    .text(NewNotification::kind)
                    .text(NewNotification::cause)
                    .uuid(NewNotification::contactId)
                    .uuid(NewNotification::reminderId)
                    .text(NewNotification::title)
                    .text(NewNotification::body)
                    .instant(NewNotification::createdAt)
                    .text(NewNotification::draft);
            try (var rows = add.executeQuery()) {
                while (rows.next()) {
                    added.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return added;
    }
}
