package dev.rapport.notifier.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same action on many reminders. */
record BulkActions(
        @Schema(description = "Reminders, at most 200.") @NotNull @Size(min = 1, max = 200)
        List<@NotNull UUID> ids,

        @NotNull Verb action,

        @Schema(description = "Of a snooze: this or `for`.") Instant until,

        @Schema(
                name = "for",
                description = "Of a snooze: tomorrow_morning, next_week, or an ISO-8601 duration such as PT3H.")
        @JsonProperty("for")
        @Size(max = 32)
        String phrase,

        @Schema(description = "Of done: what passed with each of the contacts, to be logged.") @Valid
        LoggedInteraction interaction) {}
