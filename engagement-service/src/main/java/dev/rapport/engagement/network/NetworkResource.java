package dev.rapport.engagement.network;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.chart.Svg;
import dev.rapport.engagement.profile.Profiles;
import dev.rapport.engagement.replies.ResponseTimes;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/network")
@Tag(name = "Network", description = "The figures that tell collecting contacts from engaging them.")
class NetworkResource {

    private static final Duration ANSWERS = Duration.ofDays(90);
    private static final int MONTHS = 24;
    private static final int MOST_WEEKS = 520;

    @Inject
    Networks networks;

    @Inject
    ResponseTimes responseTimes;

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
            operationId = "getNetwork",
            summary = "Size against engagement",
            description =
                    "Contacts, how many of them are engaged, cadences kept, bands, reciprocity, answering times and"
                            + " growth; now, and week by week as far as days were kept. With `Accept: image/svg+xml`, a"
                            + " line chart.")
    @APIResponse(
            responseCode = "200",
            description = "The figures.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NetworkView.class)),
                @Content(mediaType = Svg.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<Object> get(
            @QueryParam("owner") @Size(min = 1, max = 64) @Parameter(description = "Only this member's contacts.")
                    String owner,
            @QueryParam("weeks") @DefaultValue("52") @Min(1) @Max(MOST_WEEKS) @Parameter(description = "How far back.")
                    int weeks,
            @Context HttpHeaders headers) {
        var instant = clock.instant();
        var scoring = profiles.of(member.workspace());
        var now = networks.now(scoring, owner, instant);
        var month = YearMonth.from(now.day());
        var view = NetworkView.of(
                now,
                responseTimes.sides(scoring, owner, instant.minus(ANSWERS), instant),
                networks.growth(owner, month.minusMonths(MONTHS - 1), month),
                networks.weeks(owner, now.day().minusWeeks(weeks), now.day()));
        return Svg.isWanted(headers) ? Svg.answer(view.chart()) : Svg.json(view);
    }
}
