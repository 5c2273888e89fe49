package dev.rapport.contacts.history;

import dev.rapport.api.paging.Page;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets clients keep a copy of the workspace's contacts. */
@Path("/v1/contacts/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
class ChangeFeedResource {

    private static final String NOW = "now";
    private static final String EXAMPLE = """
            {"items": [
              {"type": "changed", "id": "0199e3a0-5c00-7000-8000-0000000000c1", "version": 2,
               "at": "2026-03-01T09:00:00Z", "contact": {"id": "0199e3a0-5c00-7000-8000-0000000000c1",
               "displayName": "Jane Doe", "owner": "alex", "relationship": "client", "version": 2,
               "createdAt": "2026-02-01T09:00:00Z", "updatedAt": "2026-03-01T09:00:00Z"}},
              {"type": "deleted", "id": "0199e3a0-5c00-7000-8000-0000000000c2", "version": 5,
               "at": "2026-03-01T09:00:01Z"}],
             "next": "Y29udGFjdC1jaGFuZ2Vz", "more": false}""";

    @Inject
    ChangeFeed feed;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(
            operationId = "listContactChanges",
            summary = "Follow the changes of all contacts",
            description =
                    "Every change and every tombstone once and in order; one contact's in the order of its versions."
                            + " Call again with `next` as `since`: at once while `more` is true, else whenever you want news."
                            + " Without `since` the feed starts with the oldest change kept. A contact is shown as it is now,"
                            + " so that a later item of it may add nothing new.")
    @APIResponse(
            responseCode = "200",
            description = "The changes since",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactUpdates.class),
                            examples = @ExampleObject(name = "two", value = EXAMPLE)))
    @APIResponse(
            responseCode = "410",
            description =
                    "The token is too old (`urn:rapport:problem:sync-token-expired`): start again without `since`")
    public ContactUpdates list(
            @QueryParam("since")
                    @Size(max = 400)
                    @Parameter(description = "`next` of an earlier answer; `now` gives a token and no changes")
                    String since,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit) {
        return NOW.equals(since) ? feed.now() : feed.since(since, limit);
    }
}
