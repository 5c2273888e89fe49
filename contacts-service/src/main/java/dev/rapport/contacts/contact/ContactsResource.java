package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

/** Adds contacts and lists them. */
@Path("/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
class ContactsResource {

    static final String KEY = "Idempotency-Key";
    static final String KEY_MEANING = "A request repeated with its key repeats the answer, not the effect; 24 hours";
    static final String KEY_RUNNING = "The first request with this Idempotency-Key is still running";
    static final String KEY_REUSED = "This Idempotency-Key came with another request before";

    @Inject
    Contacts contacts;

    @Inject
    AddUnlessKnown addContact;

    @Inject
    ContactView view;

    @POST
    @Idempotent
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "addContact", summary = "Add a contact")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ContactDetails.class),
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
            content = @Content(schema = @Schema(implementation = ContactView.Document.class)))
    @APIResponse(
            responseCode = "200",
            description = "onDuplicate=merge: the known contact, which has got what was new",
            headers = {
                @Header(name = "Content-Location", description = "The URL of the contact"),
                @Header(name = "ETag", description = "The version of the contact")
            },
            content = @Content(schema = @Schema(implementation = ContactView.Document.class)))
    @APIResponse(
            responseCode = "409",
            description = "onDuplicate=refuse: Location, and the member `contact`, name the contact that has one of the"
                    + " addresses. Or: " + KEY_RUNNING)
    @APIResponse(responseCode = "422", description = KEY_REUSED)
    public Response add(
            @QueryParam("onDuplicate")
                    @DefaultValue("allow")
                    @Parameter(
                            description = "What to do when a contact has one of the emails, phones or handles already:"
                                    + " add another one (`allow`), answer 409 (`refuse`), or fill the known contact's"
                                    + " empty fields and add to its lists (`merge`)")
                    OnDuplicate onDuplicate,
            @NotNull JsonNode body) {
        var added = addContact.add(body, onDuplicate);
        var contact = added.contact();
        var url = UriBuilder.fromPath("/v1/contacts/{id}").build(contact.id());
        var answer = added.isNew() ? Response.created(url) : Response.ok().contentLocation(url);
        return answer.tag(contact.entityTag()).entity(view.of(contact)).build();
    }

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "listContacts", summary = "List, filter, sort and search contacts")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content = @Content(schema = @Schema(implementation = ContactPage.class)))
    public Page<ObjectNode> list(@Valid @BeanParam ContactFilter filter) {
        var fields = ContactView.selection(filter.fields());
        return contacts.list(filter).map(contact -> view.of(contact, fields));
    }
}
