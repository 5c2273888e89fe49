package dev.rapport.engagement.relevance;

import dev.rapport.api.paging.Page;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.profile.Profiles;
import dev.rapport.events.Band;
import dev.rapport.events.Relationship;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/relevance")
@Tag(name = "Relevance", description = "How strong each tie is right now, and why.")
@Produces(MediaType.APPLICATION_JSON)
class RelevanceResource {

    private static final String PATH = "/v1/relevance/%s";

    @Inject
    Ranking ranking;

    @Inject
    NowList nowList;

    @Inject
    KnownContacts contacts;

    @Inject
    Trends trends;

    @Inject
    Profiles profiles;

    @Inject
    CurrentMember member;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "listRelevance",
            summary = "The ranking",
            description =
                    "Contacts with whom something happened, the strongest tie first unless another order is asked for."
                            + " `coolingFastest` begins with those whose score falls by most points a day: that is not the"
                            + " weakest, nor the strongest, but what is near a score of 63. `now` begins with running"
                            + " conversations, of which what came in the last hours counts most, and ends after 1,000"
                            + " contacts. All pages tell of the instant of the first one. With `circle`, `relationship`,"
                            + " or `band` in the order `longestSilent`, a page may be short, or even empty, though it has"
                            + " a `next`: it only looked so far.")
    public Page<RelevanceView> list(
            @QueryParam("order") @DefaultValue("strongest") @Parameter(description = "Which comes first.") Order order,
            @QueryParam("band") @Parameter(description = "Only these; may be given several times.") List<Band> bands,
            @QueryParam("owner") @Size(min = 1, max = 64) @Parameter(description = "Only this member's contacts.")
                    String owner,
            @QueryParam("circle") @Parameter(description = "Only contacts in it.") UUID circle,
            @QueryParam("relationship") @Parameter(description = "Only contacts of this one.")
                    Relationship relationship,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        var wanted = EnumSet.noneOf(Band.class);
        bands.stream().filter(band -> band != null).forEach(wanted::add);
        var filter = new RankingFilter(owner, wanted, circle, relationship, null);
        var scoring = profiles.of(member.workspace());
        var told = order == Order.NOW
                ? nowList.list(scoring, filter, clock.instant(), limit, cursor)
                : ranking.list(scoring, order.sort(), filter, clock.instant(), limit, cursor);
        var trend = trends.of(told.page().items(), told.scale());
        return told.page()
                .map(contact -> RelevanceView.of(
                        contact, trend.apply(contact), told.scale().of(contact.owner())));
    }

    @GET
    @Path("/{contactId}")
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "getRelevance",
            summary = "One contact's relevance",
            description = "Score 0 while nothing has happened yet.")
    @APIResponse(
            responseCode = "200",
            description = "What the tie is worth now.",
            content = @Content(schema = @Schema(implementation = RelevanceView.class)))
    @APIResponse(responseCode = "308", description = "It was merged: Location names the contact that stands for it.")
    @APIResponse(responseCode = "404", description = "There is no contact with this id.")
    public RelevanceView get(UUID contactId) {
        var scoring = profiles.of(member.workspace());
        var contact = contacts.require(scoring, contactId, PATH);
        var scale = new Scale(scoring, clock.instant());
        var trend = trends.of(List.of(contact), scale).apply(contact);
        return RelevanceView.of(contact, trend, scale.of(contact.owner()));
    }
}
