package dev.rapport.notifier.webhook;

import dev.rapport.api.idempotency.Idempotent;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done with an endpoint besides changing it. */
@Path("/v1/webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Webhooks")
class WebhookActionsResource {

    private static final String DISABLED = "The webhook is disabled";

    @Inject
    WebhookSecrets secrets;

    @Inject
    ChangeWebhook change;

    @Inject
    SendAgain send;

    @POST
    @Path("/secrets")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description =
                    "Shown this once. Until the overlap ends, each message carries a signature of the old one, too.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Secret.class)))
    @APIResponse(responseCode = "404", description = WebhooksResource.UNKNOWN)
    @APIResponse(responseCode = "409", description = "It has five valid secrets")
    public Response rotate(@PathParam("id") UUID id, @Valid @NotNull NewSecret body) {
        return Response.ok(new Secret(secrets.rotate(id, body))).build();
    }

    @POST
    @Path("/test")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "testWebhook", summary = "Send a test event")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = WebhooksResource.UNKNOWN)
    @APIResponse(responseCode = "409", description = DISABLED)
    public Response test(@PathParam("id") UUID id) throws SQLException {
        return Response.accepted(send.test(id)).build();
    }

    @POST
    @Path("/replay")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "replayWebhook",
            summary = "Send what failed in a period once more, or everything",
            description = "Under the same ids, so that receivers can tell what they have.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Replayed.class)))
    @APIResponse(responseCode = "404", description = WebhooksResource.UNKNOWN)
    @APIResponse(responseCode = "409", description = DISABLED)
    public Response replay(@PathParam("id") UUID id, @Valid @NotNull ReplayPeriod body) {
        return Response.accepted(new Replayed(send.period(id, body))).build();
    }

    @POST
    @Path("/enable")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "enableWebhook",
            summary = "Enable a webhook that was disabled, or end its pause",
            description = "What waits is sent at once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = WebhooksResource.UNKNOWN)
    public Response enable(@PathParam("id") UUID id) {
        var view = change.enable(id);
        return Response.ok(view).tag(view.tag()).build();
    }

    /** A secret, shown once. */
    @Schema(name = "WebhookSecret")
    record Secret(
            @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            String secret) {}

    /** How much is sent once more. */
    @Schema(name = "WebhookReplayed")
    record Replayed(@Schema(examples = "3") int replayed) {}
}
