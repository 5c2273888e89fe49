package dev.rapport.notifier.reminder;

import dev.rapport.api.paging.Page;
import dev.rapport.events.ReminderKind;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calling member's reminders. */
@Path("/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Reminders", description = "Whom to engage, when and why")
class ReminderResource {

    @Inject
    Reminders reminders;

    @Inject
    CountReminders counts;

    @GET
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "listReminders", summary = "Your reminders, earliest due first")
    public Page<ReminderView> list(
            @Parameter(description = "States, comma separated; default the open ones", example = "due,scheduled")
                    @QueryParam("state")
                    String state,
            @QueryParam("kind") ReminderKind kind,
            @QueryParam("contact") UUID contact,
            @Parameter(description = "Only those due before this instant", example = "2026-06-01T00:00:00Z")
                    @QueryParam("dueBefore")
                    Instant dueBefore,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return reminders.page(ReminderFilter.of(state, kind, contact, dueBefore), limit, cursor);
    }

    @GET
    @Path("/counts")
    @PermissionsAllowed("notifier:read")
    @Operation(
            operationId = "countReminders",
            summary = "How many reminders you have",
            description = "By state, by kind, and how many of them are for today or an earlier day.")
    public ReminderCounts count() {
        return counts.count();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "getReminder", summary = "One of your reminders")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @APIResponse(responseCode = "304", description = "It is as your If-None-Match says.")
    @APIResponse(responseCode = "404", description = "You have no such reminder.")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        var view = reminders.require(id);
        var tag = new EntityTag(view.etag());
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view).tag(tag) : unchanged.tag(tag)).build();
    }
}
