package dev.rapport.notifier.webhook;

import static dev.rapport.api.sql.Timestamps.instant;

import jakarta.ws.rs.core.EntityTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An endpoint as the API shows it. */
@Schema(name = "Webhook")
record WebhookView(
        UUID id,

        @Schema(examples = "https://partner.example/rapport")
        String url,

        @Schema(examples = "Our CRM") String description,

        @Schema(examples = "[\"rapport.reminder.due.v1\"]", description = "Types of events; none for all")
        List<String> events,

        @Schema(examples = "alex", description = "Whose events; absent for everybody's")
        String member,

        @Schema(examples = "alex", description = "Who registered it, and is told when it does not work")
        String createdBy,

        Health health,

        @Schema(
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                description = "Only in the answer to its registration.")
        String secret,

        @Schema(examples = "1") long version,
        Instant createdAt,
        Instant updatedAt) {

    /** The columns that {@link #read} reads; the table alias is {@code w}. */
    static final String SELECT = """
            select w.*, (select count(*) from webhook_delivery d where d.workspace_id = w.workspace_id
                and d.webhook_id = w.id and d.state = 'waiting') as waiting
            from webhook w where w.workspace_id = :workspace""";

    /**
     * How well it works.
     *
     * @param status disabled (it answered 410; enable it to go on), paused (it failed for long and is tried now and then),
     *     failing (its last attempt failed) or healthy
     * @param since since when, unless healthy
     * @param waiting how many deliveries are still to be made
     */
    @Schema(name = "WebhookHealth")
    record Health(
            @Schema(
                    examples = "healthy",
                    enumeration = {"healthy", "failing", "paused", "disabled"})
            String status,

            Instant since,

            @Schema(examples = "it answered 503", description = "Why the last attempt failed.")
            String lastFault,

            @Schema(examples = "0") long waiting) {}

    static WebhookView read(ResultSet row) throws SQLException {
        return new WebhookView(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("description"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getString("member"),
                row.getString("created_by"),
                health(row),
                null,
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    WebhookView withSecret(String shown) {
        return new WebhookView(
                id, url, description, events, member, createdBy, health, shown, version, createdAt, updatedAt);
    }

    WebhookDetails details() {
        return new WebhookDetails(url, description, events, member);
    }

    boolean isDisabled() {
        return health.status().equals("disabled");
    }

    /** Its version and, after a dash, what else is shown: a change is meant for a version, health comes and goes. */
    EntityTag tag() {
        return new EntityTag(
                version + "-" + Integer.toHexString(withSecret(null).hashCode()));
    }

    private static Health health(ResultSet row) throws SQLException {
        var disabled = instant(row, "disabled_at");
        var paused = instant(row, "paused_at");
        var failing = instant(row, "failing_since");
        var fault = row.getString("last_fault");
        var waiting = row.getLong("waiting");
        if (disabled != null) {
            return new Health("disabled", disabled, fault, waiting);
        } else if (paused != null) {
            return new Health("paused", paused, fault, waiting);
        }
        return new Health(failing == null ? "healthy" : "failing", failing, fault, waiting);
    }
}
