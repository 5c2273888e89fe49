package dev.rapport.contacts.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field that a workspace adds to its contacts.
 *
 * @param key as in {@code customFields}
 * @param name as people see it
 * @param choices of a {@link FieldType#CHOICE}; empty for all others
 */
@Schema(name = "CustomField", description = "A field that your workspace adds to its contacts")
record CustomField(
        @Schema(required = true, examples = "tier") String key,
        @Schema(required = true, examples = "Tier") String name,
        @Schema(required = true) FieldType type,

        @Schema(required = true, examples = "[\"gold\", \"silver\"]")
        List<String> choices) {

    /** The value in its normal form; empty when it is none of this field's. */
    Optional<JsonNode> normal(JsonNode value) {
        return type.normal(value, choices);
    }

    /** What a value must be. */
    String wanted() {
        return type == FieldType.CHOICE ? "must be one of " + choices : "must be " + type.meaning();
    }

    /** Whether every value of the other field is one of this field, too. */
    boolean takesAllOf(CustomField other) {
        return type == other.type && choices.containsAll(other.choices);
    }

    /** A page of fields, for the API document. */
    @Schema(name = "CustomFieldPage", description = "One page of custom fields")
    record Listed(
            @Schema(required = true) List<CustomField> items,

            @Schema(description = "Opaque; give it back as ?cursor=.")
            String next) {}
}
