package dev.rapport.contacts.erasure;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

/** Erases workspaces as a whole. */
@Path("/v1/workspace/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "workspace")
class WorkspaceErasureResource {

    private static final String REQUEST = "{\"confirm\": \"demo\"}";

    private static final String EXAMPLE = """
            {"id": "0199e3a0-5c00-7000-8000-0000000000e2", "contacts": [], "workspace": true,
             "requestedAt": "2026-03-01T09:00:00Z", "requestedBy": "alex", "complete": false,
             "receipts": [{"service": "contacts-service", "complete": false},
               {"service": "engagement-service", "complete": false},
               {"service": "notifier-service", "complete": false}]}""";

    @Inject
    EraseWorkspace erase;

    @Inject
    CurrentMember member;

    /** @param confirm the workspace's own id */
    @Schema(name = "WorkspaceErasureRequest", description = "A safety catch")
    record Request(
            @Schema(required = true, examples = "demo", description = "The id of your workspace")
            @NotNull
            @Size(max = 64)
            String confirm) {}

    @POST
    @Idempotent
    @PermissionsAllowed("workspace:admin")
    @Operation(
            operationId = "eraseWorkspace",
            summary = "Erase the whole workspace",
            description =
                    "Everything that any service has of the workspace is deleted for good, in the background. What is"
                            + " added before the erasure is complete may be erased too. Needs the scope `workspace:admin`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples = @ExampleObject(name = "demo", value = REQUEST)))
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "A request repeated with its key repeats the answer, not the effect; 24 hours",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "202",
            description = "The erasure has begun, or was under way already",
            headers = @Header(name = "Location", description = "The URL of the erasure, which tells who has forgotten"),
            content =
                    @Content(
                            schema = @Schema(implementation = ErasureView.class),
                            examples = @ExampleObject(name = "begun", value = EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The first request with this Idempotency-Key is still running")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key came with another request before")
    public Response start(@Valid @NotNull Request body) {
        if (!member.workspace().equals(body.confirm)) {
            throw ApiException.invalid("confirm", "must be the id of your workspace");
        }
        var erasure = erase.start();
        return Response.accepted(erasure)
                .location(UriBuilder.fromPath("/v1/erasures/{id}").build(erasure.id()))
                .build();
    }
}
