package dev.rapport.contacts.contact;

import dev.rapport.api.paging.Page;
import dev.rapport.events.Relationship;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which contacts a list shows, in which order: those that pass every condition that is given. */
public record ContactFilter(
        @QueryParam("owner") @Parameter(description = "Contacts of this member") @Size(max = 64)
        String owner,

        @QueryParam("relationship") Relationship relationship,

        @QueryParam("interest")
        @Parameter(description = "Contacts with this interest; case and accents do not matter", example = "sailing")
        @Size(max = 100)
        String interest,

        @QueryParam("circle") @Parameter(description = "Contacts in this circle")
        UUID circle,

        @QueryParam("organization")
        @Parameter(description = "Contacts of exactly this organization; case and accents do not matter")
        @Size(max = 200)
        String organization,

        @QueryParam("introducedBy") @Parameter(description = "Contacts whom this contact introduced")
        UUID introducedBy,

        @QueryParam("address")
        @Parameter(description = "Contacts with exactly this email, phone or handle", example = "jane@example.org")
        @Size(max = 254)
        String address,

        @QueryParam("customField")
        @Parameter(description = "`key=value`; may be repeated, then all must hold", example = "tier=gold")
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[^=]{1,50}=.{0,1000}", message = "must be key=value") String> customField,

        @QueryParam("q")
        @Parameter(
                description = "Words, or beginnings of words, that all occur in names, organization, title, addresses,"
                        + " interests or notes; case and accents do not matter. Where nothing has them,"
                        + " words alike are tried. Without `sort`, those come first whose names begin so, then those whose"
                        + " names have the words, then the others; each by name.",
                example = "jurgen acme")
        @Size(max = 200)
        String q,

        @QueryParam("updatedSince") @Parameter(description = "Contacts changed at or after this instant")
        Instant updatedSince,

        @QueryParam("sort") @Parameter(description = "A minus stands for descending; `-created` when absent")
        ContactSort sort,

        @QueryParam("fields")
        @Parameter(
                description = "Only these fields of each contact, beside its id, separated by commas",
                example = "displayName,emails")
        @Size(max = 1000)
        String fields,

        @QueryParam("total") @DefaultValue("false") @Parameter(description = "Also count all pages' contacts")
        boolean total,

        @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX)
        int limit,

        @QueryParam("cursor") @Parameter(description = "`next` of an earlier page")
        String cursor) {

    public ContactFilter {
        customField = customField == null ? List.of() : List.copyOf(customField);
    }

    /** The contacts of a circle. */
    public static ContactFilter ofCircle(UUID circle, ContactSort sort, int limit, String cursor) {
        return new ContactFilter(
                null, null, null, circle, null, null, null, null, null, null, sort, null, false, limit, cursor);
    }
}
