package dev.rapport.engagement.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.precondition.IfMatch;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads, corrects, retracts and restores one interaction. */
@Path("/v1/interactions/{id}")
@Blocking
@Tag(name = "Interactions")
@Produces(MediaType.APPLICATION_JSON)
class OneInteractionResource {

    private static final String IF_MATCH = "If-Match";
    private static final String KNOWN_TAG = "The ETag of the interaction as you know it; without it, whatever it is at";
    private static final String VERSION = "The version of the interaction and its occasion";
    private static final String UNKNOWN = "There is none with this id.";
    private static final String GONE = "There is none with this id, or it was retracted.";
    private static final String STALE = "It is at another version.";

    @Inject
    Interactions interactions;

    @Inject
    PatchInteraction patch;

    @Inject
    RetractInteraction retract;

    @Inject
    RestoreInteraction restore;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "getInteraction",
            summary = "One interaction",
            description = "With all participants of its occasion, if it has several.")
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "Answers 304 while it is at this ETag",
            example = "\"1\"",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The interaction.",
            headers = @Header(name = "ETag", description = VERSION),
            content = @Content(schema = @Schema(implementation = InteractionView.class)))
    @APIResponse(responseCode = "304", description = "It is as If-None-Match says.")
    @APIResponse(responseCode = "404", description = GONE)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        var occasion = interactions.requireOccasion(id);
        var tag = InteractionTag.of(occasion);
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged != null ? unchanged.tag(tag).build() : answer(id, occasion);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "patchInteraction",
            summary = "Correct an interaction",
            description =
                    "JSON merge patch (RFC 7396): null clears a field. Another contact moves this interaction to it,"
                            + " with all that follows from it; everything else changes the whole occasion. A patch that"
                            + " changes nothing keeps the ETag.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = InteractionDetails.class),
                            examples = @ExampleObject(name = "correction", value = """
                                    {"kind": "call", "durationSeconds": 900, "subject": null}""")))
    @APIResponse(
            responseCode = "200",
            description = "The interaction as it is now.",
            headers = @Header(name = "ETag", description = VERSION),
            content = @Content(schema = @Schema(implementation = InteractionView.class)))
    @APIResponse(responseCode = "404", description = GONE)
    @APIResponse(responseCode = "412", description = STALE)
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = KNOWN_TAG, example = "\"1\"") String ifMatch,
            @NotNull JsonNode body)
            throws SQLException {
        return answer(id, patch.patch(id, IfMatch.optional(ifMatch), body));
    }

    @DELETE
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "retractInteraction",
            summary = "Retract an interaction",
            description =
                    "With its whole occasion. Whatever followed from it is derived anew without it. Doing it again"
                            + " changes nothing.")
    @APIResponse(responseCode = "204", description = "Retracted, now or before.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = STALE)
    public void delete(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = KNOWN_TAG, example = "\"1\"") String ifMatch)
            throws SQLException {
        retract.retract(id, IfMatch.optional(ifMatch));
    }

    @POST
    @Path("/restore")
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "restoreInteraction",
            summary = "Restore a retracted interaction",
            description = "With its whole occasion, as if it had never been retracted. Doing it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The interaction, which counts again.",
            headers = @Header(name = "ETag", description = VERSION),
            content = @Content(schema = @Schema(implementation = InteractionView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "The first request with this key is still running.")
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "422", description = "This key came with a different request before.")
    public Response restore(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = KNOWN_TAG, example = "\"1\"") String ifMatch,
            @HeaderParam("Idempotency-Key") @Parameter(description = "Kept for 24 hours.") String key)
            throws SQLException {
        return restore.restore(id, ifMatch);
    }

    /** One interaction of an occasion. */
    static Response answer(UUID id, Interaction occasion) {
        return occasion.row(id)
                .map(row -> Response.ok(InteractionView.of(row, occasion)).tag(InteractionTag.of(occasion)))
                .orElseThrow()
                .build();
    }
}
