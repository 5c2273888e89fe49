package dev.rapport.notifier.inbox;

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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calling member's inbox. */
@Path("/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Inbox", description = "What you were told")
class InboxResource {

    @Inject
    Inboxes inbox;

    @GET
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "listInbox", summary = "What you were told, newest first")
    public Page<InboxItem> list(
            @Parameter(description = "Whether to show only what you have not read")
                    @QueryParam("unread")
                    @DefaultValue("false")
                    boolean unread,
            @Parameter(description = "Whether to show what you put away, instead of what you did not")
                    @QueryParam("archived")
                    @DefaultValue("false")
                    boolean archived,
            @QueryParam("category") NotificationCategory category,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return inbox.page(new InboxFilter(unread, archived, category), limit, cursor);
    }

    @GET
    @Path("/unread-count")
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "countUnread", summary = "How much of it you have not read")
    public UnreadCount unread() {
        return new UnreadCount(inbox.unread());
    }

    @POST
    @Path("/{id}/read")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "readInboxItem", summary = "You read it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InboxItem.class)))
    @APIResponse(responseCode = "404", description = "Your inbox has no such item.")
    public Response read(@PathParam("id") UUID id) {
        return Response.ok(inbox.markRead(id)).build();
    }

    @POST
    @Path("/{id}/unread")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "unreadInboxItem", summary = "You want to read it again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InboxItem.class)))
    @APIResponse(responseCode = "404", description = "Your inbox has no such item.")
    public Response unread(@PathParam("id") UUID id) {
        return Response.ok(inbox.markUnread(id)).build();
    }

    @POST
    @Path("/{id}/archive")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "archiveInboxItem", summary = "You put it away")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InboxItem.class)))
    @APIResponse(responseCode = "404", description = "Your inbox has no such item.")
    public Response archive(@PathParam("id") UUID id) {
        return Response.ok(inbox.archive(id)).build();
    }

    @POST
    @Path("/read-all")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "readInbox",
            summary = "You read an item and all that is older",
            description = "What came since you looked stays unread.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReadAll.class)))
    @APIResponse(responseCode = "404", description = "Your inbox has no such item.")
    public Response readAll(@Valid @NotNull UpTo body) {
        return Response.ok(new ReadAll(inbox.markAllRead(body.upTo()))).build();
    }

    /** The newest item that was read. */
    record UpTo(
            @Schema(description = "The id of the newest item that you saw.") @NotNull
            UUID upTo) {}

    /** How many items were unread until now. */
    record ReadAll(@Schema(examples = "3") int read) {}

    /** How many items are unread. */
    record UnreadCount(@Schema(examples = "3") long unread) {}
}
