package dev.rapport.notifier.reminder;

import dev.rapport.api.problem.ApiException;
import dev.rapport.events.Direction;
import dev.rapport.events.InboundEvent.InteractionReported;
import dev.rapport.events.InteractionKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What passed between the member and the contact when a reminder was done. */
@Schema(description = "Logged in engagement-service, once for each reminder.")
record LoggedInteraction(
        @NotNull InteractionKind kind,

        @Schema(description = "Default OUTBOUND") Direction direction,

        @Schema(description = "When it happened; now when absent. At most a minute ahead.")
        Instant occurredAt,

        @Schema(description = "One line.", examples = "Lunch next week") @Size(max = 500)
        String subject) {

    private static final String SOURCE = "rapport.notifier";

    /** Well within what engagement-service accepts: what is acknowledged here must not be refused there. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** Throws a 400 for one that has not happened yet, or in another time. */
    void requirePast(Instant now) {
        if (occurredAt != null && (occurredAt.isAfter(now.plus(AHEAD)) || occurredAt.isBefore(EARLIEST))) {
            throw ApiException.invalid("interaction.occurredAt", "must lie between 1900 and now");
        }
    }

    /** The report of it; the reminder is its id there, so that it is recorded once. */
    InteractionReported report(UUID contactId, UUID reminderId, Instant now) {
        return new InteractionReported(
                contactId,
                null,
                kind,
                Optional.ofNullable(direction).orElse(Direction.OUTBOUND),
                Optional.ofNullable(occurredAt).orElse(now),
                null,
                subject,
                null,
                SOURCE,
                reminderId.toString());
    }
}
