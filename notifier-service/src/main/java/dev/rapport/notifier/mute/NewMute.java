package dev.rapport.notifier.mute;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long something is muted. */
record NewMute(
        @Schema(description = "When it ends, in the future; absent for never.", examples = "2026-06-01T07:30:00Z")
        Instant until) {}
