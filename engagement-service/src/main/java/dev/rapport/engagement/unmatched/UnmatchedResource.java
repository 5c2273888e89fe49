package dev.rapport.engagement.unmatched;

import dev.rapport.api.address.Address;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.engagement.interaction.InteractionList;
import dev.rapport.engagement.interaction.InteractionView;
import dev.rapport.engagement.interaction.Named;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/unmatched")
@Blocking
@Tag(name = "Unmatched", description = "Who is written to and heard from but is no contact yet.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class UnmatchedResource {

    private static final String NAME = "The address in any form, or the id";
    private static final String NOTHING = "Nothing waits for this address or id.";

    @Inject
    UnmatchedGroups groups;

    @Inject
    InteractionList interactions;

    @Inject
    IgnoreAddress ignore;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "listUnmatched",
            summary = "Who is no contact yet",
            description =
                    "Interactions that wait for a contact with their address or id, one item for each of these. They"
                            + " attach by themselves once such a contact exists. What is ignored is left out.")
    public Page<UnmatchedView> list(
            @QueryParam("order") @DefaultValue("count") @Parameter(description = "By how many wait, or by the latest")
                    Order order,
            @QueryParam("ignored") @DefaultValue("false") @Parameter(description = "What is ignored, by name, instead")
                    boolean ignored,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return ignored ? groups.ignored(limit, cursor) : groups.page(order, limit, cursor);
    }

    @GET
    @Path("/{name}")
    @PermissionsAllowed("engagement:read")
    @Operation(operationId = "getUnmatched", summary = "One who is no contact yet")
    @APIResponse(
            responseCode = "200",
            description = "What waits, in short.",
            content = @Content(schema = @Schema(implementation = UnmatchedView.class)))
    @APIResponse(responseCode = "404", description = NOTHING)
    public UnmatchedView get(
            @PathParam("name") @Parameter(description = NAME, example = "jane@example.org") String name) {
        return groups.require(named(name).text());
    }

    @GET
    @Path("/{name}/interactions")
    @PermissionsAllowed("engagement:read")
    @Operation(operationId = "listUnmatchedInteractions", summary = "What waits for one, the newest first")
    @APIResponse(responseCode = "200", description = "What waits.")
    @APIResponse(responseCode = "404", description = "This is neither an address nor an id.")
    public Page<InteractionView> interactions(
            @PathParam("name") @Parameter(description = NAME, example = "jane@example.org") String name,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return interactions.waiting(named(name), limit, cursor);
    }

    @POST
    @Path("/ignore")
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "ignoreUnmatched",
            summary = "Ignore an address for good",
            description =
                    "It is not offered any more, now or later. What comes from it is stored nevertheless, and attaches"
                            + " if a contact with this address is added after all. Doing it again changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = IgnoredName.class),
                            examples = @ExampleObject(name = "newsletter", value = """
                                    {"address": "newsletter@example.org"}""")))
    @APIResponse(responseCode = "204", description = "Ignored, now or before.")
    @APIResponse(responseCode = "409", description = "The first request with this key is still running.")
    @APIResponse(responseCode = "422", description = "This key came with a different request before.")
    public Response ignore(
            @Valid @NotNull IgnoredName body,
            @HeaderParam("Idempotency-Key") @Parameter(description = "Kept for 24 hours.") String key) {
        return ignore.ignore(body.named());
    }

    @DELETE
    @Path("/ignore/{name}")
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "offerUnmatched",
            summary = "Offer an ignored address again",
            description = "Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Not ignored any more.")
    @APIResponse(responseCode = "404", description = "This is neither an address nor an id.")
    public void offer(
            @PathParam("name") @Parameter(description = NAME, example = "newsletter@example.org") String name) {
        ignore.offer(named(name));
    }

    private static Named named(String name) {
        try {
            return new Named(UUID.fromString(name), null);
        } catch (IllegalArgumentException e) {
            return Address.parse(name)
                    .map(address -> new Named(null, address.value()))
                    .orElseThrow(() -> ApiException.of(
                            ProblemType.NOT_FOUND, "This is neither an address nor the id of a contact."));
        }
    }
}
