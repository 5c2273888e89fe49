package dev.rapport.notifier.feed;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.paging.Page;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calling member's feeds. */
@Path("/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Feeds", description = "Secret addresses for calendars and feed readers")
class FeedResource {

    @Inject
    Feeds feeds;

    /** A feed to be made. */
    record NewFeed(@NotNull FeedKind kind) {}

    @GET
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "listFeeds", summary = "Your feeds, newest first; without their addresses")
    public Page<FeedView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return feeds.page(limit, cursor);
    }

    @POST
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "addFeed",
            summary = "Make a feed",
            description = "Whoever has its address can read it: keep the address, it is told only here.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FeedView.class)))
    public Response add(@Valid @NotNull NewFeed body) throws SQLException {
        return Response.ok(feeds.add(body.kind())).build();
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "revokeFeed", summary = "Revoke a feed", description = "Its address works no more.")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    @APIResponse(responseCode = "404", description = "You have no such feed.")
    public void revoke(@PathParam("id") UUID id) {
        feeds.revoke(id);
    }
}
