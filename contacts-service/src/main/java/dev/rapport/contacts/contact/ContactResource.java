package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.precondition.IfMatch;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads, changes and deletes one contact. */
@Path("/v1/contacts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
class ContactResource {

    private static final String IF_MATCH = "If-Match";
    private static final String VERSION = "The version of the contact";
    private static final String MERGED = "The contact was merged: Location has its survivor";
    private static final String UNKNOWN = "There is no such contact in your workspace";
    private static final String STALE = "The contact is at another version";
    private static final String UNGUARDED = "If-Match is missing";

    @Inject
    Contacts contacts;

    @Inject
    ChangeContact changeContact;

    @Inject
    ContactErasure erasure;

    @Inject
    ContactView view;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "getContact", summary = "Read a contact")
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "Answers 304 while the contact is at this ETag",
            example = "\"1\"",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            headers = @Header(name = "ETag", description = VERSION),
            content = @Content(schema = @Schema(implementation = ContactView.Document.class)))
    @APIResponse(responseCode = "304", description = "The contact is still at the version of If-None-Match")
    @APIResponse(responseCode = "308", description = MERGED)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        var contact = contacts.require(id);
        var unchanged = request.evaluatePreconditions(contact.entityTag());
        return unchanged != null ? unchanged.tag(contact.entityTag()).build() : answer(contact);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "patchContact",
            summary = "Change a contact",
            description =
                    "JSON merge patch (RFC 7396): null clears a field, arrays are replaced as a whole. A patch that"
                            + " changes nothing keeps the ETag.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ContactDetails.class),
                            examples = @ExampleObject(name = "promotion", value = ContactExamples.PATCH)))
    @APIResponse(
            responseCode = "200",
            description = "The contact as it is now",
            headers = @Header(name = "ETag", description = VERSION),
            content = @Content(schema = @Schema(implementation = ContactView.Document.class)))
    @APIResponse(responseCode = "308", description = MERGED)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = "The ETag of the contact as you know it", example = "\"1\"")
                    String ifMatch,
            @NotNull JsonNode body) {
        return answer(changeContact.patch(id, IfMatch.required(ifMatch), body));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "replaceContact",
            summary = "Replace a contact",
            description =
                    "The contact gets these details and no others: an absent field becomes empty. Owner and photo stay"
                            + " unless stated. What changes nothing keeps the ETag.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ContactDetails.class),
                            examples = @ExampleObject(name = "client", value = ContactExamples.NEW_CONTACT)))
    @APIResponse(
            responseCode = "200",
            description = "The contact as it is now",
            headers = @Header(name = "ETag", description = VERSION),
            content = @Content(schema = @Schema(implementation = ContactView.Document.class)))
    @APIResponse(responseCode = "308", description = MERGED)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = "The ETag of the contact as you know it", example = "\"1\"")
                    String ifMatch,
            @NotNull JsonNode body) {
        return answer(changeContact.replace(id, IfMatch.required(ifMatch), body));
    }

    @DELETE
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "deleteContact",
            summary = "Delete a contact",
            description =
                    "It stays in the bin for 30 days. With `erase=true` it is forgotten for good, by all services,"
                            + " with every contact that was merged with it; also out of the bin.")
    @APIResponse(
            responseCode = "202",
            description = "The contact is gone here, and being forgotten by the other services",
            headers =
                    @Header(
                            name = "Location",
                            description = "The URL of the erasure, which tells who has forgotten it"),
            content = @Content(schema = @Schema(ref = "Erasure")))
    @APIResponse(responseCode = "204", description = "The contact is in the bin")
    @APIResponse(responseCode = "308", description = MERGED)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public Response delete(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = "The ETag of the contact as you know it", example = "\"1\"")
                    String ifMatch,
            @QueryParam("erase") @DefaultValue("false") @Parameter(description = "Forget the contact for good")
                    boolean erase) {
        if (!erase) {
            changeContact.delete(id, IfMatch.required(ifMatch));
            return Response.noContent().build();
        }
        var started = erasure.erase(id, IfMatch.required(ifMatch));
        return Response.accepted(started.view())
                .location(UriBuilder.fromPath("/v1/erasures/{id}").build(started.id()))
                .build();
    }

    private Response answer(Contact contact) {
        return Response.ok(view.of(contact)).tag(contact.entityTag()).build();
    }
}
