package dev.rapport.engagement.interaction;

import dev.rapport.api.paging.Page;
import dev.rapport.api.security.CurrentMember;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
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
class InteractionResource {

    private static final String PATH = "/v1/interactions/";
    private static final String KEY = "Idempotency-Key";

    @Inject
    RecordInteractions record;

    @Inject
    RecordOnce once;

    @Inject
    RetractInteraction retract;

    @Inject
    Interactions interactions;

    @Inject
    Messaging messaging;

    @Inject
    CurrentMember member;

    @Inject
    Clock clock;

    @POST
    @PermissionsAllowed("engagement:write")
    @Operation(
            summary = "Record an interaction",
            description =
                    "Answered once it is durable. If nobody with this id or address is known yet, it is stored unmatched"
                            + " and attaches by itself as soon as such a contact exists.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewInteraction.class),
                            examples = @ExampleObject(name = "mail", value = """
                                                    {"address": "jane@example.org", "kind": "email", "direction": "OUTBOUND",
                                                     "occurredAt": "2026-03-01T09:30:00Z", "subject": "Offer for the new site",
                                                     "source": "acme-crm", "externalId": "m-20260301-17"}""")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = InteractionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "This source and external id were there before: the stored interaction.",
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
            summary = "Record up to 1,000 interactions",
            description = "Good items are stored together; bad ones are listed with what is wrong with them.")
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
            summary = "A contact's interactions, the newest first",
            description = "With those of the contacts that were merged into it, or of the one that it was merged into.")
    public Page<InteractionView> list(
            @QueryParam("contact") @NotNull @Parameter(required = true) UUID contact,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return interactions.newest(contact, limit, cursor).map(InteractionView::of);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("engagement:read")
    @Operation(summary = "One interaction")
    @APIResponse(
            responseCode = "200",
            description = "The interaction.",
            content = @Content(schema = @Schema(implementation = InteractionView.class)))
    @APIResponse(responseCode = "404", description = "There is none with this id, or it was retracted.")
    public InteractionView get(UUID id) {
        return InteractionView.of(interactions.require(id));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("engagement:write")
    @Operation(
            summary = "Retract an interaction",
            description = "Whatever followed from it is derived anew without it. Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Retracted, now or before.")
    @APIResponse(responseCode = "404", description = "There is none with this id.")
    public void delete(UUID id) {
        retract.retract(id);
    }

    static Response answer(Recorded recorded) {
        var view = InteractionView.of(recorded.interaction());
        return Response.status(recorded.status())
                .header(HttpHeaders.LOCATION, PATH + view.id())
                .entity(view)
                .build();
    }
}
