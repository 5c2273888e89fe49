package dev.rapport.engagement.relevance;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.chart.Svg;
import dev.rapport.engagement.profile.Profiles;
import dev.rapport.engagement.scoring.Course;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/relevance/{contactId}/history")
@Tag(name = "Relevance")
class HistoryResource {

    private static final String PATH = "/v1/relevance/%s/history";

    @Inject
    KnownContacts contacts;

    @Inject
    TouchesOfContact touches;

    @Inject
    Profiles profiles;

    @Inject
    CurrentMember member;

    @Inject
    Clock clock;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Svg.TYPE})
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "getRelevanceHistory",
            summary = "How a contact's score went",
            description = "As figures or, with `Accept: image/svg+xml`, as a line chart in English or German by"
                    + " Accept-Language. Told from what is recorded today and by today's scoring profile: an"
                    + " interaction that was recorded late counts from when it happened. What lies ahead is what"
                    + " silence will make of it.")
    @APIResponse(
            responseCode = "200",
            description = "A point at every step, and one at the end.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = History.class)),
                @Content(mediaType = Svg.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "308", description = "It was merged: Location names the contact that stands for it.")
    @APIResponse(responseCode = "404", description = "There is no contact with this id.")
    public RestResponse<Object> get(
            UUID contactId,
            @QueryParam("from") @Parameter(description = "90 days before the end if not given.") Instant from,
            @QueryParam("to") @Parameter(description = "Now if not given; may lie ahead.") Instant to,
            @QueryParam("step")
                    @Parameter(
                            description =
                                    "An ISO-8601 duration of at least PT1M that makes at most 2,000 points. If not"
                                            + " given, one that makes about 180.",
                            example = "P1D")
                    String step,
            @Context HttpHeaders headers) {
        var period = HistoryPeriod.of(from, to, step, clock.instant());
        var scoring = profiles.of(member.workspace());
        var contact = contacts.require(scoring, contactId, PATH);
        var profile = scoring.profileOf(contact.owner());
        var course = Course.of(touches.of(contactId), period.from(), period.to(), period.step(), profile);
        var history = History.of(contact, period, course);
        return Svg.isWanted(headers) ? Svg.answer(history.chart(profile, Language.of(headers))) : Svg.json(history);
    }
}
