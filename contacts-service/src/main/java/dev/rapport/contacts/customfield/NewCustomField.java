package dev.rapport.contacts.customfield;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A custom field as a member states it.
 *
 * @param name as people see it
 * @param choices 1 to 100 different ones of a choice; nothing of any other type
 */
@Schema(name = "NewCustomField", description = "A custom field as a client states it")
record NewCustomField(
        @NotBlank @Size(max = 100) @Schema(examples = "Tier", required = true)
        String name,

        @NotNull @Schema(required = true) FieldType type,

        @Size(max = 100)
        @Schema(examples = "[\"gold\", \"silver\"]", description = "1 to 100 different ones, only of a choice")
        List<@NotBlank @Size(max = 200) String> choices) {

    NewCustomField {
        choices = choices == null ? List.of() : choices;
    }

    @AssertTrue(message = "must be 1 to 100 different ones for a choice, and none for any other type")
    @Schema(hidden = true)
    boolean isWithItsChoices() {
        return (type == FieldType.CHOICE) != choices.isEmpty() && new HashSet<>(choices).size() == choices.size();
    }

    CustomField as(String key) {
        return new CustomField(key, name, type, List.copyOf(choices));
    }
}
