package dev.rapport.notifier.channel;

import dev.rapport.api.address.Address;
import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calling member's addresses. */
@Path("/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Channels", description = "Where mail to you goes, and whether it arrives")
class ChannelResource {

    @Inject
    EmailChannels channels;

    @Inject
    ChangeChannels change;

    /** An address to be added. */
    record NewChannel(
            @Schema(examples = "email") @NotNull @Pattern(regexp = "email", message = "must be email")
            String kind,

            @Schema(examples = "alex@example.org") @NotNull @Size(max = 254)
            String address) {}

    @GET
    @PermissionsAllowed("notifier:read")
    @Operation(
            operationId = "listChannels",
            summary = "Your addresses, and how they do",
            description = "All of them, on one page. Endpoints for machines are under /v1/webhooks.")
    public Page<ChannelView> list() {
        return new Page<>(channels.all(), null, null);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "getChannel", summary = "One of your addresses")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "404", description = "You have no such channel.")
    public ChannelView get(@PathParam("id") UUID id) {
        return channels.require(id);
    }

    @POST
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "addChannel",
            summary = "Add an address",
            description =
                    "A mail with a link is sent to it; nothing else is until that link was followed, and what is told"
                            + " meanwhile waits. It becomes the address of your preferences if they name none. An address that"
                            + " you have already is answered as it is.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "409", description = "You have as many addresses as there may be.")
    public Response add(@Valid @NotNull NewChannel body) {
        var address = Address.email(body.address())
                .orElseThrow(
                        () -> ApiException.invalid("address", "must be an email address such as alex@example.org"));
        return Response.ok(change.add(address.value())).build();
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "deleteChannel",
            summary = "Delete an address",
            description = "No mail goes there any more, nor what waits for it; your inbox has it all.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "You have no such channel.")
    public void delete(@PathParam("id") UUID id) {
        change.delete(id);
    }

    @POST
    @Path("/{id}/verification")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "verifyChannel", summary = "Send the verification mail again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "404", description = "You have no such channel.")
    @APIResponse(responseCode = "409", description = "It is verified already.")
    public Response verification(@PathParam("id") UUID id) {
        return Response.ok(change.askAgain(id)).build();
    }

    @POST
    @Path("/{id}/pause")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "pauseChannel", summary = "Let mail to it wait")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "404", description = "You have no such channel.")
    public Response pause(@PathParam("id") UUID id) throws SQLException {
        return Response.ok(change.pause(id)).build();
    }

    @POST
    @Path("/{id}/resume")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "resumeChannel",
            summary = "Let mail go there again",
            description = "What waited follows: a few mails singly, many as one that lists them.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "404", description = "You have no such channel.")
    public Response resume(@PathParam("id") UUID id) throws SQLException {
        return Response.ok(change.resume(id)).build();
    }
}
