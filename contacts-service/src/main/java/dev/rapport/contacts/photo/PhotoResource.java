package dev.rapport.contacts.photo;

import dev.rapport.api.precondition.IfMatch;
import dev.rapport.contacts.contact.ContactView;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.Photo;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows, sets and removes the photo of a contact. */
@Path("/v1/contacts/{id}/photo")
@Tag(name = "contacts")
class PhotoResource {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String GIF = "image/gif";
    private static final String WEBP = "image/webp";
    private static final String IF_MATCH = "If-Match";
    private static final String ETAG = "The ETag of the contact, not of the photo, as you know it";
    private static final String MERGED = "The contact was merged: Location has its survivor's photo";
    private static final String UNKNOWN = "There is no such contact in your workspace";
    private static final String NONE = "There is no such contact in your workspace, or it has no photo";
    private static final String STALE = "The contact is at another version";
    private static final String UNGUARDED = "If-Match is missing";
    private static final String CONTACT = """
            {
              "id": "0199e3a0-5c00-7000-8000-0000000000c1",
              "displayName": "Jane Doe",
              "owner": "member-1",
              "photo": {
                "mediaType": "image/jpeg",
                "size": 48213,
                "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
              },
              "version": 2,
              "createdAt": "2026-03-01T09:30:00Z",
              "updatedAt": "2026-03-02T10:00:00Z"
            }""";

    @Inject
    Contacts contacts;

    @Inject
    Photos photos;

    @Inject
    ChangePhoto changePhoto;

    @Inject
    ContactView view;

    @GET
    @Produces({JPEG, PNG, GIF, WEBP})
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "getContactPhoto", summary = "Get the photo of a contact")
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "Answers 304 while the photo has this ETag",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The photo",
            headers = @Header(name = "ETag", description = "The SHA-256 of the photo"),
            content = {
                @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = GIF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = WEBP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "The photo still has the ETag of If-None-Match")
    @APIResponse(responseCode = "308", description = MERGED)
    @APIResponse(responseCode = "404", description = NONE)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        var photo = contacts.require(id).details().photo();
        if (photo == null) {
            throw ChangePhoto.none();
        }
        var unchanged = request.evaluatePreconditions(new EntityTag(photo.sha256()));
        return secured(unchanged != null ? unchanged : answer(photo), photo);
    }

    @PUT
    @Consumes({JPEG, PNG, GIF, WEBP})
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "putContactPhoto",
            summary = "Set the photo of a contact",
            description = "At most 2 MiB. The same photo again keeps the contact's ETag.")
    @RequestBody(
            content = {
                @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = GIF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = WEBP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The contact as it is now",
            headers = @Header(name = "ETag", description = "The version of the contact"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactView.Document.class),
                            examples = @ExampleObject(name = "photographed", value = CONTACT)))
    @APIResponse(responseCode = "308", description = MERGED)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "415", description = "The body is in no media type that a photo may have")
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = ETAG, example = "\"1\"") String ifMatch,
            @Context HttpHeaders headers,
            @NotNull byte[] body) {
        var type = headers.getMediaType();
        var contact = changePhoto.put(id, IfMatch.required(ifMatch), body, type.getType() + "/" + type.getSubtype());
        return Response.ok(view.of(contact)).tag(contact.entityTag()).build();
    }

    @DELETE
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "deleteContactPhoto", summary = "Remove the photo of a contact")
    @APIResponse(responseCode = "204", description = "The contact has no photo")
    @APIResponse(responseCode = "308", description = MERGED)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public void delete(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = ETAG, example = "\"1\"") String ifMatch) {
        changePhoto.remove(id, IfMatch.required(ifMatch));
    }

    private Response.ResponseBuilder answer(Photo photo) {
        var bytes = photos.bytes(photo.sha256()).orElseThrow(ChangePhoto::none);
        return Response.ok(bytes).type(photo.mediaType());
    }

    /** A picture is data: no browser shall ever run it, guess that it is something else, or show it to another member. */
    private static Response secured(Response.ResponseBuilder answer, Photo photo) {
        var caching = new CacheControl();
        caching.setPrivate(true);
        caching.setNoCache(true);
        return answer.tag(new EntityTag(photo.sha256()))
                .cacheControl(caching)
                .header("Content-Security-Policy", "default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
