package dev.rapport.notifier.webhook;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an endpoint was sent, and what became of it. */
@Path("/v1/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Webhooks")
class WebhookDeliveriesResource {

    private static final String UNKNOWN = "There is no such delivery of a webhook in your workspace";

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    SendAgain send;

    @GET
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "listWebhookDeliveries", summary = "What a webhook was sent, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    @APIResponse(responseCode = "404", description = WebhooksResource.UNKNOWN)
    public Page<DeliveryView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only those in this state") @QueryParam("state") DeliveryState state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return deliveries.page(id, state, limit, cursor);
    }

    @GET
    @Path("/{delivery}")
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "getWebhookDelivery", summary = "One delivery with its attempts")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public DeliveryView get(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        return deliveries.require(id, delivery);
    }

    @POST
    @Path("/{delivery}/replay")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "replayWebhookDelivery", summary = "Send it once more, under the same id")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "The webhook is disabled")
    public Response replay(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        return Response.accepted(send.one(id, delivery)).build();
    }
}
