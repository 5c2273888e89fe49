package dev.rapport.contacts.circle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.paging.Page;
import dev.rapport.contacts.contact.BatchResult;
import dev.rapport.contacts.contact.ContactFilter;
import dev.rapport.contacts.contact.ContactPage;
import dev.rapport.contacts.contact.ContactSort;
import dev.rapport.contacts.contact.ContactView;
import dev.rapport.contacts.contact.Contacts;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists who is in a circle, puts contacts into it and takes them out. */
@Path("/v1/circles/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "circles")
class CircleMembersResource {

    private static final String MERGED = "The contact was merged: Location has its survivor";
    private static final String UNKNOWN = "There is no such circle, or no such contact, in your workspace";
    private static final String FULL = "The contact is in 100 circles already";

    @Inject
    Circles circles;

    @Inject
    Contacts contacts;

    @Inject
    ContactView view;

    @Inject
    ChangeMembers changeMembers;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(
            operationId = "listCircleMembers",
            summary = "List the contacts of a circle",
            description = "The same as `GET /v1/contacts?circle=`, which has more filters.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = ContactPage.class),
                            examples = @ExampleObject(name = "one", value = CircleExamples.MEMBERS)))
    @APIResponse(responseCode = "404", description = CircleResource.UNKNOWN)
    public Page<ObjectNode> list(
            @PathParam("id") UUID id,
            @QueryParam("sort") @Parameter(description = "A minus stands for descending; `-created` when absent")
                    ContactSort sort,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        circles.require(id);
        return contacts.list(ContactFilter.ofCircle(id, sort, limit, cursor)).map(view::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "changeCircleMembers",
            summary = "Put up to 1,000 contacts into a circle, or take them out of it",
            description = "Good ids take effect together; bad ones are listed with their problem and spoil none of the"
                    + " others. The results come in the order of the ids, those to add first. Who is in the circle"
                    + " already, or is not in it, stays as it is.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MemberChanges.class),
                            examples = @ExampleObject(name = "both", value = CircleExamples.MEMBER_CHANGES)))
    @Parameter(
            name = CirclesResource.KEY,
            in = ParameterIn.HEADER,
            description = CirclesResource.KEY_MEANING,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "What became of each id",
            content =
                    @Content(
                            schema = @Schema(implementation = BatchResult.class),
                            examples = @ExampleObject(name = "both", value = CircleExamples.RESULTS)))
    @APIResponse(responseCode = "404", description = CircleResource.UNKNOWN)
    @APIResponse(responseCode = "409", description = "The first request with this Idempotency-Key is still running")
    @APIResponse(responseCode = "422", description = CirclesResource.KEY_REUSED)
    public Response change(@PathParam("id") UUID id, @Valid @NotNull MemberChanges body) {
        return Response.ok(changeMembers.change(id, body.steps())).build();
    }

    @PUT
    @Path("/{contactId}")
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "addCircleMember", summary = "Put a contact into a circle")
    @APIResponse(responseCode = "204", description = "The contact is in the circle")
    @APIResponse(responseCode = "308", description = MERGED)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = FULL)
    public void add(@PathParam("id") UUID id, @PathParam("contactId") UUID contactId) {
        changeMembers.change(id, contactId, true);
    }

    @DELETE
    @Path("/{contactId}")
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "removeCircleMember", summary = "Take a contact out of a circle")
    @APIResponse(responseCode = "204", description = "The contact is not in the circle")
    @APIResponse(responseCode = "308", description = MERGED)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public void remove(@PathParam("id") UUID id, @PathParam("contactId") UUID contactId) {
        changeMembers.change(id, contactId, false);
    }
}
