package dev.rapport.notifier.reminder;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when a reminder rests. */
record Snooze(
        @Schema(description = "In the future, at most a year ahead.", examples = "2026-06-01T07:30:00Z") @NotNull
        Instant until) {}
