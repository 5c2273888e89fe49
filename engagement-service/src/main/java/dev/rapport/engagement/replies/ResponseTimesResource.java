package dev.rapport.engagement.replies;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.profile.Profiles;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/response-times")
@Tag(name = "Replies")
@Produces(MediaType.APPLICATION_JSON)
class ResponseTimesResource {

    private static final Duration USUAL = Duration.ofDays(90);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    @Inject
    ResponseTimes times;

    @Inject
    Profiles profiles;

    @Inject
    CurrentMember member;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "getResponseTimes",
            summary = "How long answers take",
            description =
                    "Of owners and of contacts, by the band in which the contact is now and by the kind of message."
                            + " Messages in a row wait for one answer, from the first of them on; anything that the other"
                            + " side took part in answers them. Only what lies within the period counts, pitches and other"
                            + " noise never. Of a period in which more happened, the newest 100,000 interactions are"
                            + " looked at.")
    @APIResponse(
            responseCode = "200",
            description = "Medians and 90th percentiles.",
            content = @Content(schema = @Schema(implementation = ResponseTimesView.class)))
    public ResponseTimesView get(
            @QueryParam("from") @Parameter(description = "90 days before the end if not given.") Instant from,
            @QueryParam("to") @Parameter(description = "Exclusive; now if not given.") Instant to,
            @QueryParam("owner") @Size(min = 1, max = 64) @Parameter(description = "Only this member's contacts.")
                    String owner) {
        var end = to == null ? clock.instant() : within("to", to);
        var begin = from == null ? end.minus(USUAL) : within("from", from);
        if (!begin.isBefore(end)) {
            throw ApiException.invalid("from", "must be before to");
        }
        return times.of(profiles.of(member.workspace()), owner, begin, end);
    }

    private static Instant within(String name, Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw ApiException.invalid(name, "must be of the years 1900 to 2199");
        }
        return at;
    }
}
