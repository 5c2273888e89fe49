package dev.rapport.contacts.contact;

import dev.rapport.api.paging.Page;
import dev.rapport.events.Relationship;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which contacts a list shows: those that pass every condition that is given. */
record ContactFilter(
        @QueryParam("owner") @Parameter(description = "Contacts of this member") @Size(max = 64)
        String owner,

        @QueryParam("relationship") Relationship relationship,

        @QueryParam("interest")
        @Parameter(description = "Contacts with exactly this interest", example = "sailing")
        @Size(max = 100)
        String interest,

        @QueryParam("q")
        @Parameter(
                description =
                        "Words that all occur in the display name, organization, title or emails; case and accents"
                                + " do not matter, parts of words count",
                example = "jurgen acme")
        @Size(max = 200)
        String q,

        @QueryParam("updatedSince") @Parameter(description = "Contacts changed at or after this instant")
        Instant updatedSince,

        @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX)
        int limit,

        @QueryParam("cursor") @Parameter(description = "`next` of an earlier page")
        String cursor) {}
