package dev.rapport.notifier.inbox;

import static dev.rapport.api.sql.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notification as its member sees it. */
@Schema(name = "InboxItem")
record InboxItem(
        UUID id,
        NotificationCategory category,

        @Schema(description = "Of a reminder, its kind; of an alert, what happened.", examples = "reply_owed")
        String kind,

        @Schema(examples = "Answer Anna Berg") String title,

        @Schema(examples = "Anna Berg wrote on 2 March 2026 and has no answer yet.")
        String body,

        @Schema(description = "A line to send, where there is one.", examples = "Hi Anna, thank you for your message.")
        String draft,

        @Schema(description = "Absent when it is about nobody in particular.")
        UUID contactId,

        @Schema(description = "Absent for all but reminders.")
        UUID reminderId,

        Instant createdAt,
        @Schema(description = "Absent while unread.") Instant readAt,

        @Schema(description = "When you put it away; absent while it is in sight.")
        Instant archivedAt) {

    /** The columns that {@link #read} reads. */
    static final String COLUMNS =
            "id, category, kind, title, body, draft, contact_id, reminder_id, created_at, read_at, archived_at";

    static final String SELECT =
            "select " + COLUMNS + " from notification where workspace_id = :workspace and member = :member";

    static InboxItem read(ResultSet row) throws SQLException {
        return new InboxItem(
                row.getObject("id", UUID.class),
                NotificationCategory.of(row.getString("category")),
                row.getString("kind"),
                row.getString("title"),
                row.getString("body"),
                row.getString("draft"),
                row.getObject("contact_id", UUID.class),
                row.getObject("reminder_id", UUID.class),
                instant(row, "created_at"),
                instant(row, "read_at"),
                instant(row, "archived_at"));
    }
}
