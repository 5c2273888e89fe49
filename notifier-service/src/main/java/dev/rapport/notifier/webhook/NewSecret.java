package dev.rapport.notifier.webhook;

import dev.rapport.api.problem.ApiException;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of secret. */
@Schema(name = "NewWebhookSecret")
record NewSecret(
        @Schema(
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                description = "Your own: whsec_ and 24 to 64 bytes in base64; absent for a new one")
        @Size(max = 100)
        String secret,

        @Schema(
                examples = "PT24H",
                description = "How long those before still sign too, ISO-8601, at most P7D; default PT24H")
        @Size(max = 32)
        String overlap) {

    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(7);

    Duration validFor() {
        if (overlap == null) {
            return USUAL;
        }
        try {
            var duration = Duration.parse(overlap);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw overlapIsFaulty();
        }
        throw overlapIsFaulty();
    }

    private static ApiException overlapIsFaulty() {
        return ApiException.invalid("overlap", "must be from PT0S to P7D, as in PT24H");
    }
}
