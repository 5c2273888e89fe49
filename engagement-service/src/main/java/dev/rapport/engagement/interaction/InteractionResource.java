package dev.rapport.engagement.interaction;

import dev.rapport.api.paging.Page;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.events.Direction;
import dev.rapport.messaging.Messaging;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.time.Clock;
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

@Path("/v1/interactions")
@Tag(name = "Interactions", description = "What passed between contacts and their owners.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class InteractionResource {

    private static final String PATH = "/v1/interactions/";
    private static final String KEY = "Idempotency-Key";

    @Inject
    RecordInteractions record;

    @Inject
    RecordOnce once;

    @Inject
    InteractionList list;

    @Inject
    Messaging messaging;

    @Inject
    CurrentMember member;

    @Inject
    Clock clock;

    @POST
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "addInteraction",
            summary = "Record an interaction",
            description = "Answered once it is durable. If nobody with this id or address is known yet, it is stored"
                    + " unmatched and attaches by itself as soon as such a contact exists. An occasion with"
                    + " several contacts is stored as one interaction for each; the answer is the first, with all"
                    + " participants.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewInteraction.class),
                            examples = {
                                @ExampleObject(name = "mail", value = """
                                        {"address": "jane@example.org", "kind": "email", "direction": "OUTBOUND",
                                         "occurredAt": "2026-03-01T09:30:00Z", "subject": "Offer for the new site",
                                         "source": "acme-crm", "externalId": "m-20260301-17"}"""),
                                @ExampleObject(name = "meeting", value = """
                                        {"participants": [{"address": "jane@example.org"},
                                          {"contactId": "0199e3a0-5c00-7000-8000-0000000000c1"}],
                                         "kind": "meeting", "direction": "MUTUAL", "durationSeconds": 1800,
                                         "occurredAt": "2026-03-02T14:00:00Z", "subject": "Kick-off"}""")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = InteractionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "This source and external id were there before: the stored interaction, which is now what the"
                    + " source tells. What the source had told already changes nothing, and what was retracted"
                    + " stays so.",
            content = @Content(schema = @Schema(implementation = InteractionView.class)))
    @APIResponse(responseCode = "409", description = "The first request with this key is still running.")
    @APIResponse(responseCode = "422", description = "This key came with a different request before.")
    public Uni<Response> add(
            @Valid @NotNull NewInteraction body,
            @HeaderParam(KEY) @Parameter(description = "Kept for 24 hours.") String key) {
        if (key != null) {
            return Uni.createFrom()
                    .item(Unchecked.supplier(() -> once.one(body)))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(messaging::wakeRelay);
        }
        var interaction = Interaction.of(body, member.workspace(), clock.instant());
        return Uni.createFrom().completionStage(record.one(interaction)).map(InteractionResource::answer);
    }

    @POST
    @Path("/batch")
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "addInteractions",
            summary = "Record up to 1,000 interactions",
            description = "Good items are stored together; bad ones are listed with what is wrong with them.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = InteractionBatch.class),
                            examples = @ExampleObject(name = "two", value = """
                                    {"items": [
                                      {"address": "jane@example.org", "kind": "call", "direction": "INBOUND"},
                                      {"address": "+4930123456", "kind": "message", "direction": "OUTBOUND",
                                       "occurredAt": "2026-03-01T09:30:00Z"}]}""")))
    @APIResponse(
            responseCode = "200",
            description = "One result per item.",
            content = @Content(schema = @Schema(implementation = BatchResults.class)))
    @APIResponse(responseCode = "409", description = "The first request with this key is still running.")
    @APIResponse(responseCode = "422", description = "This key came with a different request before.")
    public Response addAll(
            @Valid @NotNull InteractionBatch body,
            @HeaderParam(KEY) @Parameter(description = "Kept for 24 hours.") String key)
            throws SQLException {
        var answer = once.all(body);
        messaging.wakeRelay();
        return answer;
    }

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "listInteractions",
            summary = "Interactions, the newest first",
            description =
                    "All filters combine. Of a contact with those of the contacts that were merged into it, or of the"
                            + " one that it was merged into. An occasion with several contacts has one for each; they"
                            + " share `occasionId`.")
    public Page<InteractionView> list(
            @QueryParam("contact") @Parameter(description = "With this contact") UUID contact,
            @QueryParam("owner")
                    @Parameter(
                            description = "With contacts of this member, as it was when they were recorded",
                            example = "alex")
                    String owner,
            @QueryParam("kind") @Parameter(description = "Kinds, comma separated", example = "call,meeting")
                    String kind,
            @QueryParam("direction") Direction direction,
            @QueryParam("since")
                    @Parameter(description = "The earliest, itself included", example = "2026-03-01T00:00:00Z")
                    Instant since,
            @QueryParam("until")
                    @Parameter(description = "What happened before this instant", example = "2026-04-01T00:00:00Z")
                    Instant until,
            @QueryParam("source") @Parameter(description = "Only what this source told", example = "acme-crm")
                    String source,
            @QueryParam("retracted")
                    @DefaultValue("false")
                    @Parameter(description = "What was taken back, instead of what counts")
                    boolean retracted,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        var kinds = InteractionFilter.kinds(kind);
        var filter = new InteractionFilter(contact, owner, kinds, direction, since, until, source, retracted);
        return list.newest(filter, limit, cursor).map(InteractionView::of);
    }

    static Response answer(Recorded recorded) {
        var interaction = recorded.interaction();
        return Response.status(recorded.status())
                .header(HttpHeaders.LOCATION, PATH + interaction.id())
                .tag(InteractionTag.of(interaction))
                .entity(InteractionView.of(interaction, interaction))
                .build();
    }
}
