package dev.rapport.engagement.referral;

import dev.rapport.api.paging.Page;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.profile.Profiles;
import dev.rapport.engagement.relevance.Scale;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/referrals")
@Tag(name = "Referrals", description = "Who brought whom.")
@Produces(MediaType.APPLICATION_JSON)
class ReferralResource {

    private static final int DEEPEST = 5;

    @Inject
    Introducers introducers;

    @Inject
    Trees trees;

    @Inject
    Profiles profiles;

    @Inject
    CurrentMember member;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "listReferrals",
            summary = "Everybody who introduced somebody",
            description =
                    "Who introduced most contacts first: those that name this one as who introduced them, and what"
                            + " became of them; and the introductions and referrals that were recorded, received and"
                            + " given.")
    public Page<IntroducerView> list(
            @QueryParam("owner")
                    @Size(min = 1, max = 64)
                    @Parameter(description = "Only introducers who are this member's contacts.")
                    String owner,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return introducers.list(scale(), owner, limit, cursor);
    }

    @GET
    @Path("/{contactId}")
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "getReferralTree",
            summary = "Whom a contact brought, and whom they brought",
            description = "Of a contact that was merged, the tree of the one that stands for it.")
    @APIResponse(
            responseCode = "200",
            description = "The tree, of up to 500 people.",
            content = @Content(schema = @Schema(implementation = TreeView.class)))
    @APIResponse(responseCode = "404", description = "There is no contact with this id.")
    public TreeView tree(
            UUID contactId,
            @QueryParam("depth") @DefaultValue("5") @Min(1) @Max(DEEPEST) @Parameter(description = "How many levels.")
                    int depth) {
        return trees.below(contactId, depth, scale());
    }

    private Scale scale() {
        return new Scale(profiles.of(member.workspace()), clock.instant());
    }
}
