package dev.rapport.notifier.reminder;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.ReminderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reminder as its member sees it. */
@Schema(name = "Reminder")
record ReminderView(
        UUID id,
        ReminderKind kind,
        ReminderState state,

        @Schema(description = "The contact, or the one that it was merged into.")
        UUID contactId,

        @Schema(description = "Absent when the contact was deleted.", examples = "Anna Berg")
        String contactName,

        String owner,

        @Schema(description = "When it is due by its cause.")
        Instant dueAt,

        @Schema(description = "When you are told of it: later than dueAt when snoozed, or when that day was full.")
        Instant wakesAt,

        @Schema(description = "Whether you were told minutes or more after you could have been: after an outage.")
        boolean late,

        @Schema(examples = "Last contact on 3 May 2026 (email); you want to be in touch every 30 days")
        String reason,

        @Schema(description = "What it is about; stays the same as long as that does.")
        String cause,

        Instant createdAt,
        Instant updatedAt) {

    /** The columns that {@link #read} reads. */
    static final String SELECT = """
            select r.id, r.kind, r.state, coalesce(c.survivor_id, r.contact_id) as contact_id,
                coalesce(c.display_name, s.display_name) as display_name, r.owner, r.due_at, r.wake_at, r.late, r.reason,
                r.cause, r.created_at, r.updated_at
            from reminder r
            left join contact c on c.workspace_id = r.workspace_id and c.contact_id = r.contact_id
            left join contact s on s.workspace_id = r.workspace_id and s.contact_id = c.survivor_id
            where r.workspace_id = :workspace and r.owner = :member""";

    static ReminderView read(ResultSet row) throws SQLException {
        return new ReminderView(
                row.getObject("id", UUID.class),
                ReminderKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                ReminderState.of(row.getString("state")),
                row.getObject("contact_id", UUID.class),
                row.getString("display_name"),
                row.getString("owner"),
                instant(row, "due_at"),
                instant(row, "wake_at"),
                row.getBoolean("late"),
                row.getString("reason"),
                row.getString("cause"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    /** Changes whenever anything shown does. */
    String etag() {
        return Integer.toHexString(hashCode());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
