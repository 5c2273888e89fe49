package dev.rapport.contacts.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day of the year that matters, other than the birthday.
 *
 * @param label what is remembered
 */
@Schema(description = "A day of the year that matters")
public record Anniversary(
        @NotBlank @Size(max = 100) @Schema(examples = "wedding")
        String label,

        @NotNull PartialDate date) {}
