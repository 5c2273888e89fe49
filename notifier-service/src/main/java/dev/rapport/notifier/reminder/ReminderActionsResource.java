package dev.rapport.notifier.reminder;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.problem.ApiException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the calling member does with reminders. */
@Path("/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Reminders")
class ReminderActionsResource {

    @Inject
    ActOnReminder act;

    @Inject
    SnoozeTimes times;

    @POST
    @Path("/actions")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "actOnReminders",
            summary = "Do the same with many reminders",
            description = "It is done with all with which it can be done; the others are listed with their problem.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BulkResult.class)))
    public Response actOnAll(@Valid @NotNull BulkActions body) throws SQLException {
        return Response.ok(act.act(body.ids(), action(body))).build();
    }

    @POST
    @Path("/{id}/done")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "doneReminder",
            summary = "You did it",
            description = "With an interaction, that is logged in engagement-service as well. Saying so again changes"
                    + " nothing.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = Done.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @APIResponse(responseCode = "404", description = "You have no such reminder.")
    @APIResponse(responseCode = "409", description = "It was dismissed, or took care of itself.")
    public Response done(@PathParam("id") UUID id, @Valid Done body) throws SQLException {
        return Response.ok(act.act(id, Action.done(body == null ? null : body.interaction())))
                .build();
    }

    @POST
    @Path("/{id}/dismiss")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "dismissReminder", summary = "You do not want to do it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @APIResponse(responseCode = "404", description = "You have no such reminder.")
    @APIResponse(responseCode = "409", description = "It is done, or took care of itself.")
    public Response dismiss(@PathParam("id") UUID id) throws SQLException {
        return Response.ok(act.act(id, Action.dismiss())).build();
    }

    @POST
    @Path("/{id}/skip")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "skipReminder",
            summary = "Not this time",
            description = "Keeping in touch waits for another cadence, a recurring reminder for its next occurrence;"
                    + " any other is dismissed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @APIResponse(responseCode = "404", description = "You have no such reminder.")
    @APIResponse(responseCode = "409", description = "It is done, or took care of itself.")
    public Response skip(@PathParam("id") UUID id) throws SQLException {
        return Response.ok(act.act(id, Action.skip())).build();
    }

    @POST
    @Path("/{id}/snooze")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "snoozeReminder", summary = "You want to be told again later")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @APIResponse(responseCode = "404", description = "You have no such reminder.")
    @APIResponse(responseCode = "409", description = "It is not due yet, or closed already.")
    public Response snooze(@PathParam("id") UUID id, @Valid @NotNull Snooze body) throws SQLException {
        var until = times.until(body.until(), body.phrase());
        return Response.ok(act.act(id, Action.snooze(until))).build();
    }

    private Action action(BulkActions body) {
        if (body.interaction() != null && body.action() != Verb.DONE) {
            throw ApiException.invalid("interaction", "goes with the action done only");
        }
        return switch (body.action()) {
            case DONE -> Action.done(body.interaction());
            case DISMISS -> Action.dismiss();
            case SKIP -> Action.skip();
            case SNOOZE -> Action.snooze(times.until(body.until(), body.phrase()));
        };
    }
}
