package dev.rapport.engagement.signal;

import dev.rapport.api.paging.Page;
import dev.rapport.events.SignalKind;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/signals")
@Tag(name = "Signals", description = "What was seen about contacts that gives a reason to reach out or to read.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SignalResource {

    static final String PATH = "/v1/signals/";
    private static final String KEY = "Idempotency-Key";

    @Inject
    RecordOnce once;

    @Inject
    Signals signals;

    @POST
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "addSignal",
            summary = "Tell of a signal",
            description =
                    "Answered once it is durable. If nobody with this id or address is known yet, it is stored unmatched and"
                            + " attaches by itself as soon as such a contact exists. The same source and external id is the"
                            + " same signal: told again it changes nothing, told otherwise it is changed. A signal that"
                            + " another source told within 30 days, in these or other words, is kept as one of that one's"
                            + " `sources`, and `sameAs` says so; posts are one by their link alone.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewSignal.class),
                            examples = @ExampleObject(name = "promotion", value = SignalExamples.NEW_SIGNAL)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content =
                    @Content(
                            schema = @Schema(implementation = SignalView.class),
                            examples = @ExampleObject(name = "promotion", value = SignalExamples.SIGNAL)))
    @APIResponse(
            responseCode = "200",
            description = "This source and external id were there before: the signal as it is now.",
            content =
                    @Content(
                            schema = @Schema(implementation = SignalView.class),
                            examples = @ExampleObject(name = "promotion", value = SignalExamples.SIGNAL)))
    @APIResponse(responseCode = "409", description = "The first request with this key is still running.")
    @APIResponse(responseCode = "422", description = "This key came with a different request before.")
    public Response add(
            @Valid @NotNull NewSignal body, @HeaderParam(KEY) @Parameter(description = "Kept for 24 hours.") String key)
            throws SQLException {
        return once.one(body);
    }

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "listSignals",
            summary = "Signals, the newest first",
            description =
                    "By when they were published or, where that is unknown, seen. A contact's are listed with those of"
                            + " the contacts that were merged into it, or of the one that it was merged into. Of signals that are"
                            + " one the first is listed, with the others as its sources.")
    public Page<SignalView> list(
            @QueryParam("contact") @Parameter(description = "Only this contact's.") UUID contact,
            @QueryParam("owner") @Size(min = 1, max = 64) @Parameter(description = "Only of this member's contacts.")
                    String owner,
            @QueryParam("kind") @Parameter(description = "Only this kind.") SignalKind kind,
            @QueryParam("since") @Parameter(description = "From this instant on.") Instant since,
            @QueryParam("until") @Parameter(description = "Before this instant.") Instant until,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return signals.newest(new SignalFilter(contact, owner, kind, since, until), limit, cursor);
    }

    static Response answer(int status, SignalView view) {
        return Response.status(status)
                .header(HttpHeaders.LOCATION, PATH + view.id())
                .tag(Long.toString(view.revision()))
                .entity(view)
                .build();
    }
}
