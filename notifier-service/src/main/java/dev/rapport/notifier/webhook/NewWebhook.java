package dev.rapport.notifier.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An endpoint as a member registers it. */
@Schema(name = "NewWebhook")
record NewWebhook(
        @Schema(examples = "https://partner.example/rapport", description = "http or https, at a public address")
        @NotBlank
        @Size(max = 2048)
        String url,

        @Schema(examples = "Our CRM") @Size(max = 500) String description,

        @Schema(examples = "[\"rapport.reminder.due.v1\"]", description = "Types of events; none for all")
        @Size(max = 20)
        List<String> events,

        @Schema(examples = "alex", description = "Whose events; absent for everybody's")
        String member,

        @Schema(
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                description = "Your own secret: whsec_ and 24 to 64 bytes in base64; absent for a new one")
        @Size(max = 100)
        String secret) {

    WebhookDetails details() {
        return new WebhookDetails(url, description, events, member);
    }
}
