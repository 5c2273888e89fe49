package dev.rapport.notifier.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when a reminder rests: either an instant, or how long in words. */
record Snooze(
        @Schema(description = "In the future, at most a year ahead.", examples = "2026-06-01T07:30:00Z")
        Instant until,

        @Schema(
                name = "for",
                description = "In place of until: tomorrow_morning and next_week, which is its Monday, at your edition"
                        + " time; or an ISO-8601 duration such as PT3H or P2D.")
        @JsonProperty("for")
        @Size(max = 32)
        String phrase) {}
