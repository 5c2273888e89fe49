package dev.rapport.contacts.circle;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
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

/** Adds circles and lists them. */
@Path("/v1/circles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "circles")
class CirclesResource {

    static final String KEY = "Idempotency-Key";
    static final String KEY_MEANING = "A request repeated with its key repeats the answer, not the effect; 24 hours";
    static final String KEY_REUSED = "This Idempotency-Key came with another request before";

    @Inject
    Circles circles;

    @Inject
    AddCircle addCircle;

    @POST
    @Idempotent
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "addCircle", summary = "Add a circle")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewCircle.class),
                            examples = @ExampleObject(name = "clients", value = CircleExamples.NEW_CIRCLE)))
    @Parameter(
            name = KEY,
            in = ParameterIn.HEADER,
            description = KEY_MEANING,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "The circle was added",
            headers = {
                @Header(name = "Location", description = "The URL of the circle"),
                @Header(name = "ETag", description = "The version of the circle, with its number of members")
            },
            content =
                    @Content(
                            schema = @Schema(implementation = CircleView.class),
                            examples = @ExampleObject(name = "clients", value = CircleExamples.CIRCLE)))
    @APIResponse(
            responseCode = "409",
            description = "Another circle has this name, in whatever case: `detail` names its id; or the first request"
                    + " with this Idempotency-Key is still running")
    @APIResponse(responseCode = "422", description = KEY_REUSED)
    public Response add(@Valid @NotNull NewCircle body) {
        var view = CircleView.of(addCircle.add(body), 0);
        return Response.created(UriBuilder.fromPath("/v1/circles/{id}").build(view.id()))
                .tag(CircleTag.of(view))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "listCircles", summary = "List circles by name")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = CircleView.Listed.class),
                            examples = @ExampleObject(name = "one", value = CircleExamples.CIRCLES)))
    public Page<CircleView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        return circles.list(limit, cursor);
    }
}
