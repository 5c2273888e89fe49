package dev.rapport.contacts.merging;

import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists merges and undoes them. */
@Path("/v1/merges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "merges")
class MergesResource {

    private static final String UNKNOWN = "There is no such merge in your workspace";

    @Inject
    Merges merges;

    @Inject
    UndoMerge undoMerge;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "listMerges", summary = "List merges, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = MergeView.Listing.class),
                            examples = @ExampleObject(name = "page", value = MergeView.PAGE_EXAMPLE)))
    public Page<MergeView> list(
            @QueryParam("contact") @Parameter(description = "Merges in which this contact took part") UUID contact,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        var now = clock.instant();
        return merges.list(contact, limit, cursor).map(merge -> MergeView.of(merge, now));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "getMerge", summary = "Read a merge")
    @APIResponse(
            responseCode = "200",
            description = "The merge",
            content =
                    @Content(
                            schema = @Schema(implementation = MergeView.class),
                            examples = @ExampleObject(name = "merge", value = MergeView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public MergeView get(@PathParam("id") UUID id) {
        return MergeView.of(merges.require(id), clock.instant());
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "undoMerge",
            summary = "Undo a merge",
            description =
                    "For 30 days. Every contact is again exactly what it was before. Where the survivor was edited since,"
                            + " fields that the merge had not changed keep the edits, and fields that it had changed go back;"
                            + " of lists, labels, custom fields and notes only what the merge did to them is taken back, so"
                            + " that later additions and removals stay. Later merges into the same survivor stay as if this"
                            + " one had never been. Circles that were deleted since, and values of custom fields that were,"
                            + " are left out. Undoing it once more changes nothing.")
    @APIResponse(responseCode = "204", description = "The merge is undone")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(
            responseCode = "409",
            description = "The survivor is in the bin, or was merged since: `detail` says what to undo first")
    @APIResponse(
            responseCode = "410",
            description = "It is too late: 30 days have passed, or a contact of it is erased")
    public void undo(@PathParam("id") UUID id) {
        undoMerge.undo(id);
    }
}
