package dev.rapport.notifier.reminder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.precondition.IfMatch;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reminders that members, and partners for them, set themselves. */
@Path("/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Reminders", description = "Whom to engage, when and why")
class ManualRemindersResource {

    private static final String KEY = "Idempotency-Key";
    private static final String TAG_EXAMPLE = "\"3f2a\"";
    private static final String STALE = "The reminder has changed since";
    private static final String UNGUARDED = "If-Match is missing";
    private static final String UNKNOWN = "You have no such reminder";
    private static final String PLANNED = "It was planned for you, not set by you; or it is closed";

    @Inject
    AddManual add;

    @Inject
    ChangeManual change;

    @POST
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "addReminder",
            summary = "Set a reminder",
            description =
                    "Of kind manual, for one of your contacts: once, or again and again by a rule of RFC 5545. Of a"
                            + " series one occurrence is open at a time: the next is planned when it is closed, and takes its"
                            + " place when its own time has come.")
    @Parameter(name = KEY, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewManualReminder.class),
                            examples = {
                                @ExampleObject(name = "once", value = """
                                        {"contactId": "0199e3a0-5c00-7000-8000-0000000000c1",
                                         "text": "Send Anna the photos of the workshop",
                                         "dueAt": "2027-06-01T07:00:00Z"}"""),
                                @ExampleObject(name = "monthly", value = """
                                        {"contactId": "0199e3a0-5c00-7000-8000-0000000000c1",
                                         "text": "Ask Anna how the project goes", "localDateTime": "2027-06-15T09:00:00",
                                         "rrule": "FREQ=MONTHLY;BYMONTHDAY=15"}""")
                            }))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @APIResponse(responseCode = "404", description = "You have no such contact")
    @APIResponse(responseCode = "409", description = "The first request with this Idempotency-Key is still running")
    public Response add(@Valid @NotNull NewManualReminder body) throws SQLException {
        var view = add.one(body);
        return Response.created(UriBuilder.fromPath("/v1/reminders/{id}").build(view.id()))
                .tag(new EntityTag(view.etag()))
                .entity(view)
                .build();
    }

    @POST
    @Path("/batch")
    @Idempotent
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "addReminders",
            summary = "Set up to 1,000 reminders",
            description = "Good items are set together; bad ones are listed with what is wrong with them.")
    @Parameter(name = KEY, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ManualBatch.class),
                            examples = @ExampleObject(name = "one", value = """
                                    {"items": [{"contactId": "0199e3a0-5c00-7000-8000-0000000000c1",
                                      "text": "Renewal of the contract", "dueAt": "2027-06-01T07:00:00Z"}]}""")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ManualResults.class)))
    @APIResponse(responseCode = "409", description = "The first request with this Idempotency-Key is still running")
    public Response addAll(@Valid @NotNull ManualBatch body) throws SQLException {
        return Response.ok(add.all(body)).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "patchReminder",
            summary = "Change a reminder that you set",
            description =
                    "JSON merge patch (RFC 7396): null clears a field, and a null rrule lets it come once. Where it"
                            + " recurs, this changes all that are still to come.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ManualDetails.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = PLANNED)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Parameter(example = TAG_EXAMPLE) String ifMatch,
            @NotNull JsonNode body)
            throws SQLException {
        var view = change.patch(id, IfMatch.required(ifMatch), body);
        return Response.ok(view).tag(new EntityTag(view.etag())).build();
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "cancelReminder",
            summary = "Cancel a reminder that you set",
            description =
                    "Where it recurs, the whole series. One that you were told of already is dismissed and stays in"
                            + " your history.")
    @APIResponse(responseCode = "204", description = "It comes no more")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "It was planned for you, not set by you")
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = UNGUARDED)
    public void cancel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Parameter(example = TAG_EXAMPLE) String ifMatch)
            throws SQLException {
        change.cancel(id, IfMatch.required(ifMatch));
    }
}
