package dev.rapport.notifier.webhook;

import dev.rapport.api.problem.ApiException;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be sent once more. */
@Schema(name = "WebhookReplay")
record ReplayPeriod(
        @Schema(examples = "2026-03-01T00:00:00Z", description = "From when, inclusive") @NotNull
        Instant since,

        @Schema(examples = "2026-03-02T00:00:00Z", description = "Until when, exclusive; absent for now")
        Instant until,

        @Schema(examples = "false", description = "Also what was delivered; default false: only what failed")
        Boolean all) {

    void check() {
        if (until != null && !until.isAfter(since)) {
            throw ApiException.invalid("until", "must be later than since");
        }
    }
}
