package dev.rapport.notifier.reminder;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Many reminders in one request.
 *
 * @param items each read for itself, so that one that cannot be read does not take the others with it
 */
@Schema(name = "ReminderBatch", description = "Up to 1,000 reminders; each gets its own result.")
record ManualBatch(
        @Schema(implementation = NewManualReminder[].class) @NotNull @Size(min = 1, max = 1000)
        List<JsonNode> items) {}
