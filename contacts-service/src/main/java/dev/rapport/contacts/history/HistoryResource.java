package dev.rapport.contacts.history;

import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what became of one contact. */
@Path("/v1/contacts/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
class HistoryResource {

    private static final String EXAMPLE = """
            {"items": [{"kind": "changed", "version": 2, "at": "2026-03-01T09:00:00Z", "member": "alex",
              "cause": "request", "fields": {"title": {"from": "Engineer", "to": "CTO"}}}]}""";

    @Inject
    ContactHistory history;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(
            operationId = "getContactHistory",
            summary = "Read who changed a contact, when and by what",
            description = "Newest first. Also of a contact in the bin; an erased contact has no history.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = HistoryPage.class),
                            examples = @ExampleObject(name = "promotion", value = EXAMPLE)))
    @APIResponse(responseCode = "308", description = "The contact was merged: Location has its survivor's history")
    @APIResponse(responseCode = "404", description = "There is no such contact in your workspace")
    public Page<HistoryEntry> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        return history.of(id, limit, cursor);
    }
}
