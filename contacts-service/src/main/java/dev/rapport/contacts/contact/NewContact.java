package dev.rapport.contacts.contact;

import dev.rapport.events.Relationship;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client says of a contact: the body of an addition, and what a merge patch is applied to. Everything may be absent
 * but one thing to recognise the contact by: a name, an organization or an address.
 *
 * @param displayName what to call the contact; derived from the names, the organization or the first address when absent
 * @param emails distinct after normalisation, as are phones and handles
 * @param handles {@code network:name}
 * @param relationship {@code other} when absent
 * @param owner the member whose contact this is; who adds it when absent
 * @param timeZone the contact's IANA time zone
 */
@Recognisable
@Schema(description = "A contact as a client states it; every absent field is empty")
record NewContact(
        @NotBlankIfPresent @Size(max = 300) @Schema(examples = "Jane Doe")
        String displayName,

        @NotBlankIfPresent @Size(max = 150) @Schema(examples = "Jane")
        String givenName,

        @NotBlankIfPresent @Size(max = 150) @Schema(examples = "Doe")
        String familyName,

        @Size(max = 50) @Schema(examples = "[\"jane@example.org\"]")
        List<@NotNull @Size(max = 254) String> emails,

        @Size(max = 50) @Schema(examples = "[\"+4930123456\"]")
        List<@NotNull @Size(max = 40) String> phones,

        @Size(max = 50) @Schema(examples = "[\"linkedin:jane-doe\"]")
        List<@NotNull @Size(max = 200) String> handles,

        @NotBlankIfPresent @Size(max = 200) @Schema(examples = "Acme")
        String organization,

        @NotBlankIfPresent @Size(max = 200) @Schema(examples = "Head of Purchasing")
        String title,

        Relationship relationship,

        @Size(max = 100) @Schema(examples = "[\"sailing\"]")
        List<@NotNull @NotBlankIfPresent @Size(max = 100) String> interests,

        @SoundCadence OwnCadence cadence,

        @Pattern(regexp = "[A-Za-z0-9._@+-]{1,64}", message = "must be a member: 1 to 64 letters, digits or . _ @ + -")
        @Schema(examples = "member-1")
        String owner,

        @Size(max = 20_000) String notes,

        @KnownTimeZone @Schema(examples = "Europe/Berlin") String timeZone) {

    /** The contact as its owner could state it again: a display name that merely follows from the rest is left out. */
    static NewContact of(Contact contact) {
        var it = contact.details();
        return new NewContact(
                it.chosenName().orElse(null),
                it.givenName(),
                it.familyName(),
                it.emails(),
                it.phones(),
                it.handles(),
                it.organization(),
                it.title(),
                it.relationship(),
                it.interests(),
                it.cadence(),
                it.owner(),
                it.notes(),
                it.timeZone());
    }

    boolean isRecognisable() {
        return DisplayName.derive(displayName, null, organization, List.of()).isPresent()
                || DisplayName.derive(givenName, familyName, null, List.of()).isPresent()
                || hasAny(emails)
                || hasAny(phones)
                || hasAny(handles);
    }

    private static boolean hasAny(List<String> addresses) {
        return addresses != null && !addresses.isEmpty();
    }
}
