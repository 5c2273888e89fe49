package dev.rapport.engagement.relevance;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.profile.Profiles;
import dev.rapport.engagement.scoring.Levels;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/relevance/{contactId}/explanation")
@Tag(name = "Relevance")
@Produces(MediaType.APPLICATION_JSON)
class ExplanationResource {

    private static final String PATH = "/v1/relevance/%s/explanation";

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
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "explainRelevance",
            summary = "Why a contact's relevance is what it is",
            description =
                    "Every interaction's share, and in words what makes most of it, who turns to whom and after how"
                            + " long: in English or German, by Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "Every interaction's share.",
            content = @Content(schema = @Schema(implementation = Explanation.class)))
    @APIResponse(responseCode = "308", description = "It was merged: Location names the contact that stands for it.")
    @APIResponse(responseCode = "404", description = "There is no contact with this id.")
    public RestResponse<Explanation> explain(UUID contactId, @Context HttpHeaders headers) {
        var scoring = profiles.of(member.workspace());
        var contact = contacts.require(scoring, contactId, PATH);
        var levels = new Levels(scoring.profileOf(contact.owner()), clock.instant());
        var language = Language.of(headers);
        return RestResponse.ResponseBuilder.ok(Explanation.of(contact, touches.of(contactId), levels, language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
