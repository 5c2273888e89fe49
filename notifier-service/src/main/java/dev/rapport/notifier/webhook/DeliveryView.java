package dev.rapport.notifier.webhook;

import static dev.rapport.api.sql.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One event on its way to one endpoint. */
@Schema(name = "WebhookDelivery")
record DeliveryView(
        UUID id,

        @Schema(description = "The id of the event: webhook-id, the same in every attempt.")
        UUID eventId,

        @Schema(examples = "rapport.reminder.due.v1") String type,
        UUID contactId,

        @Schema(
                examples = "delivered",
                enumeration = {"waiting", "delivered", "failed"},
                description = "Failed: given up after the last attempt; it can be replayed.")
        String state,

        @Schema(examples = "1") int attempts,

        @Schema(description = "When it is tried next; absent unless it waits.")
        Instant nextAttemptAt,

        @Schema(examples = "204", description = "What the endpoint answered last.")
        Integer lastStatus,

        @Schema(description = "Why the last attempt failed.", examples = "no connection")
        String lastFault,

        Instant createdAt,
        Instant finishedAt,

        @Schema(description = "Every attempt, oldest first; only of a single delivery.")
        List<Attempt> log) {

    static final String SELECT = """
            select d.id, d.message_id, m.type, m.contact_id, d.state, d.attempts, d.next_attempt_at, d.last_status,
                d.last_fault, d.created_at, d.finished_at
            from webhook_delivery d
            join webhook_message m on m.workspace_id = d.workspace_id and m.id = d.message_id
            where d.workspace_id = :workspace and d.webhook_id = :webhook""";

    /**
     * One attempt.
     *
     * @param excerpt the beginning of what the endpoint answered
     */
    @Schema(name = "WebhookAttempt")
    record Attempt(
            @Schema(examples = "1") int number,
            Instant at,
            @Schema(examples = "120") int millis,
            @Schema(examples = "204") Integer status,

            @Schema(examples = "no connection", description = "Why there is no status.")
            String fault,

            @Schema(examples = "ok", description = "The beginning of the answer's body.")
            String excerpt) {

        static final String SELECT = """
                select number, at, millis, status, fault, excerpt from webhook_attempt
                where workspace_id = :workspace and delivery_id = :id order by number""";

        static Attempt read(ResultSet row) throws SQLException {
            return new Attempt(
                    row.getInt("number"),
                    instant(row, "at"),
                    row.getInt("millis"),
                    row.getObject("status", Integer.class),
                    row.getString("fault"),
                    row.getString("excerpt"));
        }
    }

    static DeliveryView read(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return new DeliveryView(
                row.getObject("id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getString("type"),
                row.getObject("contact_id", UUID.class),
                state,
                row.getInt("attempts"),
                state.equals("waiting") ? instant(row, "next_attempt_at") : null,
                row.getObject("last_status", Integer.class),
                row.getString("last_fault"),
                instant(row, "created_at"),
                instant(row, "finished_at"),
                null);
    }

    DeliveryView with(List<Attempt> made) {
        return new DeliveryView(
                id,
                eventId,
                type,
                contactId,
                state,
                this.attempts,
                nextAttemptAt,
                lastStatus,
                lastFault,
                createdAt,
                finishedAt,
                made);
    }
}
