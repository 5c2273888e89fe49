package dev.rapport.contacts.contact;

import dev.rapport.api.idempotency.Idempotent;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Adds, changes and deletes up to 1,000 contacts in one request. */
@Path("/v1/contacts/batch")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
class ContactBatchResource {

    private static final String EACH =
            "Good items take effect together; bad ones are listed with their problem and spoil none of the others.";
    private static final String RESULTS = "What became of each item, in their order";

    @Inject
    ChangeContacts changeContacts;

    @POST
    @Idempotent
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "addContacts", summary = "Add up to 1,000 contacts", description = EACH)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ContactBatch.Additions.class),
                            examples = @ExampleObject(name = "two", value = ContactExamples.NEW_CONTACTS)))
    @Parameter(
            name = ContactsResource.KEY,
            in = ParameterIn.HEADER,
            description = ContactsResource.KEY_MEANING,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = RESULTS,
            content =
                    @Content(
                            schema = @Schema(implementation = BatchResult.class),
                            examples = @ExampleObject(name = "both", value = ContactExamples.RESULTS)))
    @APIResponse(responseCode = "409", description = ContactsResource.KEY_RUNNING)
    @APIResponse(responseCode = "422", description = ContactsResource.KEY_REUSED)
    public Response add(@Valid @NotNull ContactBatch.Additions body) {
        return Response.ok(changeContacts.add(body.items())).build();
    }

    @PATCH
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "patchContacts", summary = "Change up to 1,000 contacts", description = EACH)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ContactBatch.Changes.class),
                            examples = @ExampleObject(name = "one", value = ContactExamples.CHANGES)))
    @APIResponse(
            responseCode = "200",
            description = RESULTS,
            content =
                    @Content(
                            schema = @Schema(implementation = BatchResult.class),
                            examples = @ExampleObject(name = "both", value = ContactExamples.RESULTS)))
    public BatchResult patch(@Valid @NotNull ContactBatch.Changes body) {
        return changeContacts.patch(body.items());
    }

    @POST
    @Path("/delete")
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "deleteContacts", summary = "Delete up to 1,000 contacts", description = EACH)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ContactBatch.Deletions.class),
                            examples = @ExampleObject(name = "one", value = ContactExamples.DELETIONS)))
    @APIResponse(
            responseCode = "200",
            description = RESULTS,
            content =
                    @Content(
                            schema = @Schema(implementation = BatchResult.class),
                            examples = @ExampleObject(name = "both", value = ContactExamples.RESULTS)))
    public BatchResult delete(@Valid @NotNull ContactBatch.Deletions body) {
        return changeContacts.delete(body.items());
    }
}
