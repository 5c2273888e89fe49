package dev.rapport.engagement.replies;

import dev.rapport.api.paging.Page;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.profile.Profiles;
import dev.rapport.engagement.relevance.Owed;
import dev.rapport.engagement.relevance.Ranking;
import dev.rapport.engagement.relevance.RankingFilter;
import dev.rapport.engagement.relevance.Sort;
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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/replies-owed")
@Tag(name = "Replies", description = "Who waits for whose answer, and how long answers take.")
@Produces(MediaType.APPLICATION_JSON)
class RepliesOwedResource {

    @Inject
    Ranking ranking;

    @Inject
    Unanswered unanswered;

    @Inject
    Profiles profiles;

    @Inject
    CurrentMember member;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "listRepliesOwed",
            summary = "Who has not answered whom",
            description =
                    "Contacts who turned to their owner last, and were not answered by anything that the owner took"
                            + " part in since; or, with `side=theirs`, the other way round. Pitches, and whatever else the"
                            + " scoring profile gives no weight, ask for no answer. In the order `relevance` a page may be"
                            + " short, or even empty, though it has a `next`: it only looked so far.")
    public Page<ReplyOwedView> list(
            @QueryParam("side")
                    @DefaultValue("mine")
                    @Parameter(description = "Who owes the answer: `mine` the owner, `theirs` the contact.")
                    Owed side,
            @QueryParam("order")
                    @DefaultValue("oldest")
                    @Parameter(description = "What has waited for longest first, or the strongest tie first.")
                    OwedOrder order,
            @QueryParam("owner") @Size(min = 1, max = 64) @Parameter(description = "Only this member's contacts.")
                    String owner,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        boolean oldest = order == OwedOrder.OLDEST;
        var filter = new RankingFilter(owner, Set.of(), null, null, oldest ? null : side);
        var scoring = profiles.of(member.workspace());
        var told = ranking.list(scoring, oldest ? byAge(side) : Sort.STRONGEST, filter, clock.instant(), limit, cursor);
        var messages = unanswered.by(side, told.page().items(), scoring.base());
        return told.page()
                .map(contact -> ReplyOwedView.of(
                        side,
                        contact,
                        messages.getOrDefault(contact.id(), List.of()),
                        told.scale().of(contact.owner())));
    }

    private static Sort byAge(Owed side) {
        return side == Owed.MINE ? Sort.WAITING_FOR_OWNER : Sort.WAITING_FOR_CONTACT;
    }
}
