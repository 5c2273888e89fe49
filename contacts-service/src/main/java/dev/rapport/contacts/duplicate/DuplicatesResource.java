package dev.rapport.contacts.duplicate;

import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists pairs of contacts that may be one person, and remembers which are not. */
@Path("/v1/contacts/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "duplicates")
class DuplicatesResource {

    private static final String PAIR = "The `id` of a pair: two ids of contacts, joined by _";

    @Inject
    DuplicatePairs pairs;

    @Inject
    DismissPair dismissPair;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(
            operationId = "listDuplicates",
            summary = "List pairs of contacts that may be one person",
            description =
                    "The most confident first. Pairs follow changes of contacts within about a second. Contacts are compared"
                            + " that share an address, a name, or a name that sounds or is written alike. An address or a"
                            + " name that more than 50 contacts share tells nobody apart: by it alone no new pair is found;"
                            + " of such a name, contacts of the same organization are still compared.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = DuplicateView.Listing.class),
                            examples = @ExampleObject(name = "page", value = DuplicateView.PAGE_EXAMPLE)))
    public Page<DuplicateView> list(@Valid @BeanParam DuplicateFilter filter) {
        return pairs.list(filter);
    }

    @PUT
    @Path("/{pair}/not-a-duplicate")
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "dismissDuplicate",
            summary = "Say that two contacts are not the same",
            description =
                    "Remembered until it is taken back, however the contacts change; it also holds for contacts that either"
                            + " is merged into. The pair need not be listed at present.")
    @APIResponse(responseCode = "204", description = "It is remembered")
    @APIResponse(responseCode = "404", description = "These are not two contacts of your workspace")
    public void dismiss(@PathParam("pair") @Parameter(description = PAIR) String pair) {
        dismissPair.dismiss(Pair.parse(pair));
    }

    @DELETE
    @Path("/{pair}/not-a-duplicate")
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "undismissDuplicate",
            summary = "Take back that two contacts are not the same",
            description = "What was never said may be taken back too.")
    @APIResponse(responseCode = "204", description = "It is not remembered any more")
    @APIResponse(responseCode = "404", description = "There is no such pair of contacts in your workspace")
    public void takeBack(@PathParam("pair") @Parameter(description = PAIR) String pair) {
        dismissPair.takeBack(Pair.parse(pair));
    }
}
