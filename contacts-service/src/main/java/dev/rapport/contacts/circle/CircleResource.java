package dev.rapport.contacts.circle;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads, changes and deletes one circle. */
@Path("/v1/circles/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "circles")
class CircleResource {

    static final String UNKNOWN = "There is no such circle in your workspace";
    private static final String IF_MATCH = "If-Match";
    private static final String VERSION = "The version of the circle, with its number of members";
    private static final String ETAG = "The ETag of the circle as you know it";
    private static final String STALE = "The circle is at another version";
    private static final String UNGUARDED = "If-Match is missing";
    private static final String TAKEN = "Another circle has this name, in whatever case: `detail` names its id";
    private static final String EFFECT =
            "Another cadence or priority is told with every contact of the circle, at its next version. A change of"
                    + " nothing keeps the ETag.";

    @Inject
    Circles circles;

    @Inject
    ChangeCircle changeCircle;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "getCircle", summary = "Read a circle")
    @Parameter(name = "If-None-Match", in = ParameterIn.HEADER, description = "Answers 304 while it is at this ETag")
    @APIResponse(
            responseCode = "200",
            description = "The circle",
            headers = @Header(name = "ETag", description = VERSION),
            content =
                    @Content(
                            schema = @Schema(implementation = CircleView.class),
                            examples = @ExampleObject(name = "clients", value = CircleExamples.CIRCLE)))
    @APIResponse(responseCode = "304", description = "The circle still is as If-None-Match says")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        var view = circles.view(circles.require(id));
        var tag = CircleTag.of(view);
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged != null ? unchanged.tag(tag).build() : answer(view);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "patchCircle",
            summary = "Change a circle",
            description = "JSON merge patch (RFC 7396): null clears a field. " + EFFECT)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewCircle.class),
                            examples = @ExampleObject(name = "cadence", value = CircleExamples.PATCH)))
    @APIResponse(
            responseCode = "200",
            description = "The circle as it is now",
            headers = @Header(name = "ETag", description = VERSION),
            content =
                    @Content(
                            schema = @Schema(implementation = CircleView.class),
                            examples = @ExampleObject(name = "clients", value = CircleExamples.CIRCLE)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = TAKEN)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = ETAG, example = "\"1-12\"") String ifMatch,
            @NotNull JsonNode body) {
        return answer(circles.view(changeCircle.patch(id, CircleTag.expected(ifMatch), body)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "replaceCircle",
            summary = "Replace a circle",
            description = "An absent cadence is cleared, an absent priority is 50; who is in it stays. " + EFFECT)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewCircle.class),
                            examples = @ExampleObject(name = "clients", value = CircleExamples.NEW_CIRCLE)))
    @APIResponse(
            responseCode = "200",
            description = "The circle as it is now",
            headers = @Header(name = "ETag", description = VERSION),
            content =
                    @Content(
                            schema = @Schema(implementation = CircleView.class),
                            examples = @ExampleObject(name = "clients", value = CircleExamples.CIRCLE)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = TAKEN)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = ETAG, example = "\"1-12\"") String ifMatch,
            @Valid @NotNull NewCircle body) {
        return answer(circles.view(changeCircle.replace(id, CircleTag.expected(ifMatch), body)));
    }

    @DELETE
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "deleteCircle",
            summary = "Delete a circle",
            description = "Its contacts stay; each is told anew, at its next version, without the circle.")
    @APIResponse(responseCode = "204", description = "The circle is gone")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public void delete(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = ETAG, example = "\"1-12\"") String ifMatch) {
        changeCircle.delete(id, CircleTag.expected(ifMatch));
    }

    private static Response answer(CircleView view) {
        return Response.ok(view).tag(CircleTag.of(view)).build();
    }
}
