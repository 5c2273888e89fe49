package dev.rapport.contacts.merging;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.precondition.IfMatch;
import dev.rapport.contacts.contact.ContactView;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
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

/** Merges contacts into one. */
@Path("/v1/contacts/{id}/merge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "merges")
class MergeResource {

    private static final String ANSWER_EXAMPLE = """
            {
              "id": "0199e3a0-5c00-7000-8000-0000000000c1",
              "displayName": "Jane Doe",
              "givenName": "Jane",
              "familyName": "Doe",
              "emails": ["jane@example.org", "j.doe@example.com"],
              "title": "Managing Director",
              "relationship": "client",
              "owner": "alex",
              "version": 4,
              "createdAt": "2026-01-05T08:00:00Z",
              "updatedAt": "2026-03-01T09:30:00Z",
              "mergeId": "0199e3a0-5c00-7000-8000-0000000000d1"
            }""";

    @Inject
    MergeContacts mergeContacts;

    @Inject
    ContactView view;

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "mergeContacts",
            summary = "Merge contacts into this one",
            description =
                    "The survivor's value stands where it has one, else the first other's. Lists are united, the survivor's"
                            + " items first; labels and custom fields key by key; notes are joined. `relationship` counts as"
                            + " absent while it is `other`; a display name comes from another contact only when the survivor"
                            + " has no name at all. `choose` takes a field, lists included, from one contact as it is. The"
                            + " others' URLs answer 308 from then on. DELETE /v1/merges/{mergeId} undoes it for 30 days.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MergeRequest.class),
                            examples = @ExampleObject(name = "two", value = MergeRequest.EXAMPLE)))
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "A request repeated with its key repeats the answer, not the effect; 24 hours",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The survivor as it is now, with the id of the merge",
            headers = {
                @Header(name = "Location", description = "The URL of the merge"),
                @Header(name = "ETag", description = "The version of the survivor")
            },
            content =
                    @Content(
                            schema = @Schema(implementation = Document.class),
                            examples = @ExampleObject(name = "survivor", value = ANSWER_EXAMPLE)))
    @APIResponse(responseCode = "308", description = "The survivor was merged: Location has what stands for it")
    @APIResponse(responseCode = "404", description = "The survivor, or one of the others, is not in your workspace")
    @APIResponse(
            responseCode = "409",
            description = "One of the others was merged already; or the first request with this key is still running")
    @APIResponse(responseCode = "412", description = "The survivor, or one of the others, is at another version")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key came with another request before")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response merge(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the survivor as you know it", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid MergeRequest body) {
        var outcome = mergeContacts.merge(id, IfMatch.required(ifMatch), body);
        var survivor =
                view.of(outcome.survivor()).put("mergeId", outcome.merge().toString());
        return Response.ok(survivor)
                .tag(outcome.survivor().entityTag())
                .location(UriBuilder.fromPath("/v1/merges/{id}").build(outcome.merge()))
                .build();
    }

    /** The survivor, for the API document. */
    @Schema(
            name = "MergedContact",
            description = "The survivor of a merge",
            allOf = {ContactView.Document.class, MergeId.class})
    interface Document {}

    /** What a merge adds to its survivor. */
    @Schema(name = "MergeId", description = "By which merge it became so")
    record MergeId(@Schema(required = true) UUID mergeId) {}
}
