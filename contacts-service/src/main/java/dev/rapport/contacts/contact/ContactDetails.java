package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.events.Relationship;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything that can be said of a contact: as a client states it, and, after {@link ContactNorm}, in the one form that is
 * stored, in which equal contacts have equal details. Everything may be absent but one thing to recognise the contact by: a
 * name, an organization or an address.
 *
 * @param displayName what to call the contact, if the owner chose that; see {@link #name()}
 * @param emails the preferred one first, as for phones and handles
 * @param handles {@code network:name}
 * @param labels of emails, phones, handles and websites: what each is for, by the address
 * @param relationship {@code other} when absent
 * @param languages BCP 47 tags, the preferred one first
 * @param timeZone the contact's IANA time zone
 * @param introducedBy the contact of the same workspace who brought this one
 * @param circles ids of circles of the workspace
 * @param owner the member whose contact this is; who adds it when absent
 * @param customFields by their keys; each value has the type that the workspace gave to the key
 * @param photo read only
 */
@Recognisable
@Schema(name = "NewContact", description = "A contact as a client states it; every absent field is empty")
public record ContactDetails(
        @NotBlankIfPresent @Size(max = 300) @Schema(examples = "Jane Doe")
        String displayName,

        @NotBlankIfPresent @Size(max = 100) @Schema(examples = "Dr.")
        String namePrefix,

        @NotBlankIfPresent @Size(max = 150) @Schema(examples = "Jane")
        String givenName,

        @NotBlankIfPresent @Size(max = 150) String middleName,

        @NotBlankIfPresent @Size(max = 150) @Schema(examples = "Doe")
        String familyName,

        @NotBlankIfPresent @Size(max = 100) String nameSuffix,
        @NotBlankIfPresent @Size(max = 150) String nickname,
        @NotBlankIfPresent @Size(max = 150) String phoneticGivenName,
        @NotBlankIfPresent @Size(max = 150) String phoneticFamilyName,

        @Size(max = 50) @Schema(examples = "[\"jane@example.org\"]")
        List<@NotNull @Size(max = 254) String> emails,

        @Size(max = 50) @Schema(examples = "[\"+4930123456\"]")
        List<@NotNull @Size(max = 40) String> phones,

        @Size(max = 50) @Schema(examples = "[\"linkedin:jane-doe\"]")
        List<@NotNull @Size(max = 200) String> handles,

        @Size(max = 200) @Schema(examples = "{\"jane@example.org\": \"work\"}")
        Map<@Size(max = 1000) String, @NotNull @NotBlankIfPresent @Size(max = 50) String> labels,

        @Size(max = 50) @Schema(examples = "[\"https://jane.example.org\"]")
        List<@NotNull @Website @Size(max = 1000) String> websites,

        @Size(max = 20) List<@NotNull @Valid PostalAddress> postalAddresses,

        @NotBlankIfPresent @Size(max = 200) @Schema(examples = "Acme")
        String organization,

        @NotBlankIfPresent @Size(max = 200) String department,

        @NotBlankIfPresent @Size(max = 200) @Schema(examples = "Head of Purchasing")
        String title,

        @NotBlankIfPresent @Size(max = 200) String industry,
        Relationship relationship,

        @Size(max = 100) @Schema(examples = "[\"sailing\"]")
        List<@NotNull @NotBlankIfPresent @Size(max = 100) String> interests,

        @Size(max = 20) @Schema(examples = "[\"de-DE\", \"en\"]")
        List<@NotNull @LanguageTag @Size(max = 35) String> languages,

        @KnownTimeZone @Schema(examples = "Europe/Berlin") String timeZone,
        PartialDate birthday,

        @Size(max = 50) List<@NotNull @Valid Anniversary> anniversaries,

        @Valid FirstMeeting firstMeeting,
        UUID introducedBy,

        @Size(max = 100) List<@NotNull UUID> circles,

        @SoundCadence OwnCadence cadence,

        @Pattern(regexp = "[A-Za-z0-9._@+-]{1,64}", message = "must be a member: 1 to 64 letters, digits or . _ @ + -")
        @Schema(examples = "member-1")
        String owner,

        @Size(max = 20_000) String notes,

        @Size(max = 100) @Schema(examples = "{\"tier\": \"gold\"}")
        Map<@Size(max = 50) String, @NotNull JsonNode> customFields,

        @Schema(readOnly = true) Photo photo) {

    public ContactDetails {
        emails = orEmpty(emails);
        phones = orEmpty(phones);
        handles = orEmpty(handles);
        labels = orEmpty(labels);
        websites = orEmpty(websites);
        postalAddresses = orEmpty(postalAddresses);
        interests = orEmpty(interests);
        languages = orEmpty(languages);
        anniversaries = orEmpty(anniversaries);
        circles = orEmpty(circles);
        customFields = orEmpty(customFields);
    }

    /** What to call the contact: what the owner chose, else its names, its organization or its first address. */
    public String name() {
        return DisplayName.of(this).orElseThrow(() -> new IllegalStateException("nothing to recognise the contact by"));
    }

    /** Whether there is anything to recognise the contact by. */
    public boolean hasName() {
        return DisplayName.of(this).isPresent();
    }

    /** Emails, then phones, then handles. */
    public List<String> addresses() {
        return Stream.of(emails, phones, handles).flatMap(List::stream).toList();
    }

    private static <T> List<T> orEmpty(List<T> values) {
        return values == null ? List.of() : Collections.unmodifiableList(values);
    }

    private static <T> Map<String, T> orEmpty(Map<String, T> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(values);
    }
}
