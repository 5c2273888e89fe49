package dev.rapport.notifier.inbox;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.notifier.batch.MemberKey;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calling member's inbox as server-sent events. */
@Path("/v1/inbox/stream")
@Blocking
@Tag(name = "Inbox", description = "What you were told")
class StreamResource {

    private static final long RECONNECT_MILLIS = 1_000;

    @Inject
    CurrentMember member;

    @Inject
    JsonWebToken token;

    @Inject
    StreamReaders readers;

    @Inject
    StreamQuery query;

    @Inject
    Inboxes inbox;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed("notifier:read")
    @Operation(
            operationId = "streamInbox",
            summary = "What you are told, as it is told",
            description =
                    "Server-sent events. `ready` comes first, with `{\"unread\": 3}`; then a `notification` for each"
                            + " inbox item. A client that was cut off sends the id of the last event that it saw and misses"
                            + " nothing. The stream ends with the token that it was opened with.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "event: notification"))
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "The id of the last event that you saw") @HeaderParam("Last-Event-ID")
                    String lastEvent,
            @Parameter(description = "The same, for clients that cannot set headers") @QueryParam("lastEventId")
                    String lastEventId,
            @Context Sse sse)
            throws SQLException {
        var last = lastEvent == null ? lastEventId : lastEvent;
        var position = last == null || last.isBlank() ? query.end() : StreamPosition.of(last);
        return readers.open(
                        new MemberKey(member.workspace(), member.id()),
                        StreamEvent.ready(position, inbox.unread()),
                        Instant.ofEpochSecond(token.getExpirationTime()))
                .map(event -> outbound(event, sse));
    }

    private static OutboundSseEvent outbound(StreamEvent event, Sse sse) {
        var builder = sse.newEventBuilder();
        if (event.item() != null) {
            return builder.id(event.position().toString())
                    .name("notification")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(InboxItem.class, event.item())
                    .build();
        }
        if (event.unread() != null) {
            return builder.id(event.position().toString())
                    .name("ready")
                    .reconnectDelay(RECONNECT_MILLIS)
                    .data("{\"unread\": " + event.unread() + "}")
                    .build();
        }
        return builder.comment("alive").build();
    }
}
