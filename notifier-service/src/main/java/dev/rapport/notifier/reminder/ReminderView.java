package dev.rapport.notifier.reminder;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.drafting.Drafts;
import dev.rapport.notifier.planning.ReminderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
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

        @Schema(description = "What you wrote besides the text of a reminder of your own.")
        String note,

        @Schema(
                description = "The local time that you chose; it follows you into another time zone.",
                examples = "2026-06-01T09:00:00")
        LocalDateTime localDateTime,

        @Schema(description = "The series of which this is the next occurrence.")
        UUID seriesId,

        @Schema(examples = "FREQ=MONTHLY;BYMONTHDAY=15") String rrule,

        @Schema(
                description = "A line to send, in the contact's language if that is known; absent when the contact was"
                        + " deleted.",
                examples = "Hi Anna, it has been a while. How are you?")
        String draft,

        @Schema(description = "What it is about; stays the same as long as that does.")
        String cause,

        Instant createdAt,
        Instant updatedAt) {

    /** The columns that {@link #read} reads. */
    static final String SELECT = """
            select r.id, r.kind, r.state, coalesce(c.survivor_id, r.contact_id) as contact_id,
                coalesce(c.display_name, s.display_name) as display_name, r.owner, r.due_at, r.wake_at, r.late, r.reason,
                r.note, r.local_at, r.series_id, q.rrule, r.cause, r.created_at, r.updated_at, %s
            from reminder r
            left join reminder_series q on q.workspace_id = r.workspace_id and q.id = r.series_id
            left join contact c on c.workspace_id = r.workspace_id and c.contact_id = r.contact_id
            left join contact s on s.workspace_id = r.workspace_id and s.contact_id = c.survivor_id
            %s
            where r.workspace_id = :workspace and r.owner = :member""".formatted(Drafts.COLUMNS, Drafts.JOIN);

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
                row.getString("note"),
                row.getObject("local_at", LocalDateTime.class),
                row.getObject("series_id", UUID.class),
                row.getString("rrule"),
                Drafts.of(row),
                row.getString("cause"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    /** Changes whenever anything shown does, and is the same at every instance. */
    String etag() {
        return Integer.toHexString(toString().hashCode());
    }
}
