package dev.rapport.notifier.mute;

import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.events.ReminderKind;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the calling member does not want to hear of. */
@Path("/v1/mutes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Mutes", description = "Contacts and kinds of reminders that you do not want to hear of")
class MuteResource {

    @Inject
    ChangeMutes mutes;

    @Inject
    MuteList list;

    @GET
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "listMutes", summary = "What you have muted")
    public Page<MuteView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return list.page(limit, cursor);
    }

    @PUT
    @Path("/contacts/{id}")
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "muteContact",
            summary = "Mute one of your contacts",
            description = "There are no reminders, alerts and news of it any more, but those that you set by hand. When"
                    + " the mute ends, its reminders are there again.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = NewMute.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MuteView.class)))
    @APIResponse(responseCode = "404", description = "You have no such contact.")
    public MuteView muteContact(@PathParam("id") UUID id, @Valid NewMute body) throws SQLException {
        return mutes.mute(id, body == null ? null : body.until());
    }

    @DELETE
    @Path("/contacts/{id}")
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "unmuteContact",
            summary = "Unmute a contact",
            description = "Its reminders are planned anew.")
    @APIResponse(responseCode = "204", description = "It is muted no more.")
    @APIResponse(responseCode = "404", description = "You have not muted it.")
    public void unmuteContact(@PathParam("id") UUID id) throws SQLException {
        mutes.unmute(id);
    }

    @PUT
    @Path("/kinds/{kind}")
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "muteKind",
            summary = "Mute a kind of reminders",
            description = "Manual reminders cannot be muted.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = NewMute.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MuteView.class)))
    @APIResponse(responseCode = "404", description = "There is no such kind.")
    public MuteView muteKind(
            @Parameter(schema = @Schema(implementation = ReminderKind.class)) @PathParam("kind") String kind,
            @Valid NewMute body)
            throws SQLException {
        return mutes.mute(kind(kind), body == null ? null : body.until());
    }

    @DELETE
    @Path("/kinds/{kind}")
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "unmuteKind",
            summary = "Unmute a kind of reminders",
            description = "All of it is planned anew.")
    @APIResponse(responseCode = "204", description = "It is muted no more.")
    @APIResponse(responseCode = "404", description = "You have not muted it.")
    public void unmuteKind(
            @Parameter(schema = @Schema(implementation = ReminderKind.class)) @PathParam("kind") String kind)
            throws SQLException {
        mutes.unmute(kind(kind));
    }

    private static ReminderKind kind(String json) {
        return Arrays.stream(ReminderKind.values())
                .filter(kind -> kind.json().equals(json))
                .findFirst()
                .orElseThrow(() -> ApiException.of(
                        ProblemType.NOT_FOUND,
                        "There is no such kind of reminders. It is one of keep_in_touch, drifting, reply_owed,"
                                + " follow_up, congratulate, birthday."));
    }
}
