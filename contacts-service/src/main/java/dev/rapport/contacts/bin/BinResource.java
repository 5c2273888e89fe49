package dev.rapport.contacts.bin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.paging.Page;
import dev.rapport.contacts.contact.ContactView;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists deleted contacts. */
@Path("/v1/contact-bin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bin")
class BinResource {

    private static final String EXAMPLE = """
            {"items": [{"id": "0199e3a0-5c00-7000-8000-0000000000c1", "displayName": "Jane Doe", "owner": "alex",
              "relationship": "client", "version": 3, "createdAt": "2026-02-01T09:00:00Z",
              "updatedAt": "2026-03-01T09:00:00Z", "deletedAt": "2026-03-01T09:00:00Z"}]}""";

    @Inject
    BinnedContacts bin;

    @Inject
    ContactView view;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(
            operationId = "listDeletedContacts",
            summary = "List the contacts in the bin",
            description = "The last deleted first. Each is erased 30 days after its deletion.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(ref = "ContactPage"),
                            examples = @ExampleObject(name = "one", value = EXAMPLE)))
    public Page<ObjectNode> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        return bin.list(limit, cursor).map(view::of);
    }
}
