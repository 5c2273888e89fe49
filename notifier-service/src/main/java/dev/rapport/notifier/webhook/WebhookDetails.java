package dev.rapport.notifier.webhook;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.Problem.Violation;
import dev.rapport.api.security.CurrentMember;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member decides of an endpoint. */
@Schema(name = "WebhookDetails")
record WebhookDetails(
        @Schema(examples = "https://partner.example/rapport", description = "http or https, at a public address")
        @NotBlank
        @Size(max = 2048)
        String url,

        @Schema(examples = "Our CRM") @Size(max = 500) String description,

        @Schema(examples = "[\"rapport.reminder.due.v1\"]", description = "Types of events; none for all")
        @Size(max = 20)
        List<String> events,

        @Schema(examples = "alex", description = "Whose events; absent for everybody's")
        String member) {

    WebhookDetails {
        events = events == null ? List.of() : events.stream().distinct().toList();
    }

    /** Throws a 400 that names every faulty field. */
    void check() {
        var violations = new ArrayList<Violation>();
        if (!EventTypes.ALL.containsAll(events)) {
            violations.add(new Violation("events", "must list any of " + String.join(", ", EventTypes.ALL)));
        }
        if (member != null && !CurrentMember.isId(member)) {
            violations.add(new Violation("member", "must be the id of a member, as in the claim sub of a token"));
        }
        if (!violations.isEmpty()) {
            throw ApiException.invalid(violations);
        }
    }
}
