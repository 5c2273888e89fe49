package dev.rapport.contacts.contact;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A postal address, in the parts of RFC 6350 (section 6.3.1).
 *
 * @param label which one it is, for example {@code home} or {@code work}
 * @param postBox a post office box
 * @param extended an apartment or suite
 * @param street house number and street; may have several lines
 * @param locality the city
 * @param region the state or province
 * @param country in words or as an ISO 3166 code, as its owner wrote it
 */
@Schema(description = "A postal address; every absent part is empty")
public record PostalAddress(
        @NotBlankIfPresent @Size(max = 50) @Schema(examples = "work")
        String label,

        @NotBlankIfPresent @Size(max = 100) String postBox,
        @NotBlankIfPresent @Size(max = 200) String extended,

        @NotBlankIfPresent @Size(max = 500) @Schema(examples = "Unter den Linden 1")
        String street,

        @NotBlankIfPresent @Size(max = 200) @Schema(examples = "Berlin")
        String locality,

        @NotBlankIfPresent @Size(max = 200) String region,

        @NotBlankIfPresent @Size(max = 50) @Schema(examples = "10117")
        String postalCode,

        @NotBlankIfPresent @Size(max = 100) @Schema(examples = "Germany")
        String country) {}
