package dev.rapport.engagement.timeline;

import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.engagement.directory.ContactGroups;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.SignalKind;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/timeline/{contactId}")
@Tag(name = "Timeline", description = "All that happened with a contact, in one list.")
@Produces(MediaType.APPLICATION_JSON)
class TimelineResource {

    private static final String PATH = "/v1/timeline/";

    private static final List<String> KINDS = Stream.concat(
                    Arrays.stream(InteractionKind.values()).map(InteractionKind::json),
                    Arrays.stream(SignalKind.values())
                            .filter(kind -> kind != SignalKind.OTHER)
                            .map(SignalKind::json))
            .toList();

    @Inject
    ContactGroups groups;

    @Inject
    Timeline timeline;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "getTimeline",
            summary = "A contact's interactions and signals, the newest first",
            description =
                    "With those of the contacts that were merged into it. Of signals that are one the first is listed.")
    @APIResponse(responseCode = "200", description = "A page of the timeline.")
    @APIResponse(responseCode = "308", description = "It was merged: Location names the contact that stands for it.")
    @APIResponse(responseCode = "404", description = "There is no contact with this id.")
    public Page<TimelineItem> list(
            @PathParam("contactId") UUID contactId,
            @QueryParam("type") @Parameter(description = "Only interactions or only signals.") TimelineType type,
            @QueryParam("kind")
                    @Parameter(
                            description = "Only this kind of interaction or of signal, such as call or promotion.",
                            example = "promotion")
                    String kind,
            @QueryParam("since") @Parameter(description = "From this instant on.") Instant since,
            @QueryParam("until") @Parameter(description = "Before this instant.") Instant until,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        if (kind != null && !KINDS.contains(kind)) {
            throw ApiException.invalid("kind", "must be one of " + String.join(", ", KINDS));
        }
        var filter = new Timeline.Filter(contactId, type, kind, since, until);
        return timeline.newest(groups.require(contactId, PATH), filter, limit, cursor);
    }
}
