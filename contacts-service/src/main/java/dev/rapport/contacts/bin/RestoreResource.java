package dev.rapport.contacts.bin;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.contacts.contact.ContactView;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes contacts out of the bin. */
@Path("/v1/contacts/{id}/restore")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bin")
class RestoreResource {

    private static final String EXAMPLE = """
            {"id": "0199e3a0-5c00-7000-8000-0000000000c1", "displayName": "Jane Doe", "owner": "alex",
             "relationship": "client", "version": 4, "createdAt": "2026-02-01T09:00:00Z",
             "updatedAt": "2026-03-02T09:00:00Z"}""";

    @Inject
    RestoreContact restoreContact;

    @Inject
    ContactView view;

    @POST
    @Idempotent
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "restoreContact",
            summary = "Take a contact out of the bin",
            description = "It comes back as it was; circles that were deleted meanwhile are left out.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "A request repeated with its key repeats the answer, not the effect; 24 hours",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The contact as it is now",
            headers = @Header(name = "ETag", description = "The version of the contact"),
            content =
                    @Content(
                            schema = @Schema(ref = "Contact"),
                            examples = @ExampleObject(name = "restored", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "There is no such contact in your workspace's bin")
    @APIResponse(
            responseCode = "409",
            description = "The contact was merged, not deleted; or the first request with this key is still running")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key came with another request before")
    public Response restore(@PathParam("id") UUID id) {
        var contact = restoreContact.restore(id);
        return Response.ok(view.of(contact))
                .tag(new EntityTag(Long.toString(contact.version())))
                .build();
    }
}
