package dev.rapport.notifier.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.paging.Page;
import dev.rapport.api.precondition.IfMatch;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registers, shows, changes and deletes the workspace's endpoints. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Webhooks", description = "Where events are sent to")
class WebhooksResource {

    static final String UNKNOWN = "There is no such webhook in your workspace";
    static final String KEY = "Idempotency-Key";
    private static final String TAG_EXAMPLE = "\"1-2f\"";
    private static final String STALE = "The webhook is at another version";
    private static final String UNGUARDED = "If-Match is missing";

    @Inject
    Webhooks webhooks;

    @Inject
    AddWebhook add;

    @Inject
    ChangeWebhook change;

    @POST
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "addWebhook",
            summary = "Register a webhook",
            description = "Events are sent as CloudEvents, signed by Standard Webhooks. The secret is shown this once.")
    @Parameter(name = KEY, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The workspace has 50 webhooks; or the first request with this"
                    + " Idempotency-Key is still running")
    public Response add(@Valid @NotNull NewWebhook body) {
        var view = add.add(body);
        return Response.created(UriBuilder.fromPath("/v1/webhooks/{id}").build(view.id()))
                .tag(view.tag())
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "listWebhooks", summary = "The webhooks of your workspace, oldest first")
    public Page<WebhookView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return webhooks.page(limit, cursor);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "getWebhook", summary = "One webhook, and how well it works")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "304", description = "It is as your If-None-Match says")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        var view = webhooks.require(id);
        var unchanged = request.evaluatePreconditions(view.tag());
        return (unchanged == null ? Response.ok(view) : unchanged)
                .tag(view.tag())
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "patchWebhook",
            summary = "Change a webhook",
            description = "JSON merge patch (RFC 7396): null clears a field. What waits goes to the new URL.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WebhookDetails.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Parameter(example = TAG_EXAMPLE) String ifMatch,
            @NotNull JsonNode body) {
        var view = change.patch(id, IfMatch.required(ifMatch).versions(), body);
        return Response.ok(view).tag(view.tag()).build();
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook, its log and what waits for it")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public void delete(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Parameter(example = TAG_EXAMPLE) String ifMatch) {
        change.delete(id, IfMatch.required(ifMatch).versions());
    }
}
