package dev.rapport.engagement.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.precondition.IfMatch;
import io.quarkus.security.PermissionsAllowed;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/signals/{id}")
@Tag(name = "Signals")
@Produces(MediaType.APPLICATION_JSON)
class OneSignalResource {

    private static final String UNKNOWN = "There is none with this id.";
    private static final String STALE = "It is at another revision than If-Match says.";
    private static final String IF_MATCH =
            "The ETag of the signal as you know it. When absent, any revision is changed.";
    private static final String VERSION = "The revision, for If-Match.";

    @Inject
    Signals signals;

    @Inject
    ChangeSignal change;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(operationId = "getSignal", summary = "One signal")
    @APIResponse(
            responseCode = "200",
            description = "The signal.",
            headers = @Header(name = "ETag", description = VERSION),
            content =
                    @Content(
                            schema = @Schema(implementation = SignalView.class),
                            examples = @ExampleObject(name = "promotion", value = SignalExamples.SIGNAL)))
    @APIResponse(responseCode = "404", description = "There is none with this id, or it was retracted.")
    public Response get(@PathParam("id") UUID id) {
        return answer(signals.view(signals.require(id)));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "patchSignal",
            summary = "Correct a signal",
            description =
                    "JSON merge patch (RFC 7396): null clears a field. Naming another contact, by id or address, moves"
                            + " it there. Its source and external id stay. When the source sends again what it sent, the correction"
                            + " stays; when it sends something else, that counts.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewSignal.class),
                            examples = @ExampleObject(name = "title", value = SignalExamples.PATCH)))
    @APIResponse(
            responseCode = "200",
            description = "The signal as it is now.",
            headers = @Header(name = "ETag", description = VERSION),
            content =
                    @Content(
                            schema = @Schema(implementation = SignalView.class),
                            examples = @ExampleObject(name = "promotion", value = SignalExamples.SIGNAL)))
    @APIResponse(responseCode = "404", description = "There is none with this id, or it was retracted.")
    @APIResponse(responseCode = "412", description = STALE)
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH, example = "\"1\"") String ifMatch,
            @NotNull JsonNode body)
            throws SQLException {
        return answer(change.patch(id, IfMatch.optional(ifMatch), body));
    }

    @DELETE
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "retractSignal",
            summary = "Retract a signal",
            description = "Whoever was told of it is told that it is no more. If it stood for others, the first of them"
                    + " takes its place. Its source cannot bring it in again. Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Retracted, now or before.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = STALE)
    public void delete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH, example = "\"1\"") String ifMatch)
            throws SQLException {
        change.retract(id, IfMatch.optional(ifMatch));
    }

    @POST
    @Path("/restore")
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "restoreSignal",
            summary = "Restore a retracted signal",
            description = "It is told anew. Doing it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The signal, which counts again.",
            headers = @Header(name = "ETag", description = VERSION),
            content =
                    @Content(
                            schema = @Schema(implementation = SignalView.class),
                            examples = @ExampleObject(name = "promotion", value = SignalExamples.SIGNAL)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "The first request with this key is still running.")
    @APIResponse(responseCode = "422", description = "This key came with a different request before.")
    public Response restore(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Parameter(description = "Kept for 24 hours.") String key)
            throws SQLException {
        return change.restore(id);
    }

    static Response answer(SignalView view) {
        return Response.ok(view).tag(Long.toString(view.revision())).build();
    }
}
