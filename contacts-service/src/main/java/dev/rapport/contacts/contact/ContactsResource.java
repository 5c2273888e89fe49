package dev.rapport.contacts.contact;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** Adds contacts and lists them. */
@Path("/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
class ContactsResource {

    private static final String KEY = "Idempotency-Key";
    private static final String KEY_MEANING =
            "A request repeated with its key repeats the answer, not the effect; 24 hours";
    private static final String KEY_RUNNING = "The first request with this Idempotency-Key is still running";
    private static final String KEY_REUSED = "This Idempotency-Key came with another request before";

    @Inject
    Contacts contacts;

    @Inject
    AddContact addContact;

    @Inject
    AddContacts addContacts;

    @POST
    @Idempotent
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "addContact", summary = "Add a contact")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewContact.class),
                            examples = @ExampleObject(name = "client", value = ContactExamples.NEW_CONTACT)))
    @Parameter(
            name = KEY,
            in = ParameterIn.HEADER,
            description = KEY_MEANING,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "The contact was added",
            headers = {
                @Header(name = "Location", description = "The URL of the contact"),
                @Header(name = "ETag", description = "The version of the contact")
            },
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "409", description = KEY_RUNNING)
    @APIResponse(responseCode = "422", description = KEY_REUSED)
    public Response add(@Valid @NotNull NewContact body) {
        var contact = addContact.add(body);
        return Response.created(UriBuilder.fromPath("/v1/contacts/{id}").build(contact.id()))
                .tag(contact.entityTag())
                .entity(ContactView.of(contact))
                .build();
    }

    @POST
    @Path("/batch")
    @Idempotent
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "addContacts",
            summary = "Add up to 1,000 contacts",
            description =
                    "Good items are added together; bad ones are listed with their problem and spoil none of the others.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewContacts.class),
                            examples = @ExampleObject(name = "two", value = ContactExamples.NEW_CONTACTS)))
    @Parameter(
            name = KEY,
            in = ParameterIn.HEADER,
            description = KEY_MEANING,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "What became of each item, in their order",
            content = @Content(schema = @Schema(implementation = BatchResult.class)))
    @APIResponse(responseCode = "409", description = KEY_RUNNING)
    @APIResponse(responseCode = "422", description = KEY_REUSED)
    public Response addAll(@Valid @NotNull NewContacts body) {
        return Response.ok(addContacts.add(body.items())).build();
    }

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "listContacts", summary = "List contacts, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""))
    public Page<ContactView> list(@Valid @BeanParam ContactFilter filter) {
        return contacts.list(filter).map(ContactView::of);
    }
}
