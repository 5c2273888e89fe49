package dev.rapport.engagement.relevance;

import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.interaction.InteractionHistory;
import dev.rapport.engagement.scoring.ScoringProfile;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/relevance")
@Tag(name = "Relevance", description = "How strong each tie is right now, and why.")
class RelevanceResource {

    private static final String PATH = "/v1/relevance/";
    /** RFC 9110, section 15.4.9. */
    private static final int PERMANENT_REDIRECT = 308;

    @Inject
    Ranking ranking;

    @Inject
    CurrentMember member;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            summary = "The ranking, the strongest tie first",
            description = "Contacts with whom nothing has happened yet are not in it.")
    public Page<RelevanceView> list(
            @QueryParam("owner") @Size(min = 1, max = 64) @Parameter(description = "Only this member's contacts.")
                    String owner,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        var now = clock.instant();
        return ranking.strongest(owner, limit, cursor).map(contact -> RelevanceView.of(contact, now));
    }

    @GET
    @Path("/{contactId}")
    @PermissionsAllowed("engagement:read")
    @Operation(summary = "One contact's relevance", description = "Score 0 while nothing has happened yet.")
    @APIResponse(
            responseCode = "200",
            description = "What the tie is worth now.",
            content = @Content(schema = @Schema(implementation = RelevanceView.class)))
    @APIResponse(responseCode = "308", description = "It was merged: Location names the contact that stands for it.")
    @APIResponse(responseCode = "404", description = "There is no contact with this id.")
    public RelevanceView get(UUID contactId) {
        return RelevanceView.of(require(contactId, ""), clock.instant());
    }

    @GET
    @Path("/{contactId}/explanation")
    @PermissionsAllowed("engagement:read")
    @Operation(summary = "Why a contact's relevance is what it is")
    @APIResponse(
            responseCode = "200",
            description = "Every interaction's share.",
            content = @Content(schema = @Schema(implementation = Explanation.class)))
    @APIResponse(responseCode = "308", description = "It was merged: Location names the contact that stands for it.")
    @APIResponse(responseCode = "404", description = "There is no contact with this id.")
    public Explanation explain(UUID contactId) throws SQLException {
        require(contactId, "/explanation");
        var key = new ContactKey(member.workspace(), contactId);
        try (var connection = database.getConnection()) {
            var touches =
                    InteractionHistory.ofContacts(connection, List.of(key)).getOrDefault(key, List.of());
            return Explanation.of(contactId, touches, clock.instant(), ScoringProfile.DEFAULT);
        }
    }

    /** The contact; 308 to the one that stands for it when it was merged, 404 when there is none. */
    private KnownContact require(UUID contact, String rest) {
        var known = ranking.find(contact);
        if (known.isEmpty()) {
            ranking.survivor(contact).ifPresent(survivor -> {
                throw new RedirectionException(Response.status(PERMANENT_REDIRECT)
                        .header(HttpHeaders.LOCATION, PATH + survivor + rest)
                        .build());
            });
        }
        return known.orElseThrow(() -> ApiException.notFound("contact"));
    }
}
