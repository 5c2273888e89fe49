package dev.rapport.notifier.inbox;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.MemberKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One thing told to one member. */
public record NewNotification(
        MemberKey member,
        UUID id,
        UUID contactId,
        UUID reminderId,
        String kind,
        String title,
        String body,
        Instant createdAt) {

    private static final String ADD = """
            insert into notification (workspace_id, member, id, contact_id, reminder_id, kind, title, body, created_at)
            select * from unnest(?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                ?::text[], ?::timestamptz[])""";

    /** Puts notifications into their members' inboxes, in the caller's transaction. */
    public static void add(Connection transaction, List<NewNotification> notifications) throws SQLException {
        try (var add = transaction.prepareStatement(ADD)) {
            Columns.of(add, notifications)
                    .text(it -> it.member().workspace())
                    .text(it -> it.member().member())
                    .uuid(NewNotification::id)
                    .uuid(NewNotification::contactId)
                    .uuid(NewNotification::reminderId)
                    .text(NewNotification::kind)
                    .text(NewNotification::title)
                    .text(NewNotification::body)
                    .instant(NewNotification::createdAt)
                    .update();
        }
    }
}
