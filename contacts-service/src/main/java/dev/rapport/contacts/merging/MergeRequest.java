package dev.rapport.contacts.merging;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to merge into a contact.
 *
 * @param contacts the others, each once
 * @param versions of others, that they must be at
 * @param choose whose value to take, by the name of the field
 */
@Schema(name = "MergeRequest", description = "The contacts to merge into the one of the URL")
record MergeRequest(
        @NotNull @Size(min = 1, max = 100) @Schema(description = "The others, the first the most telling")
        List<@NotNull UUID> contacts,

        @Schema(description = "Versions that others must be at, by their ids; those left out may be at any")
        Map<UUID, @NotNull Long> versions,

        @Size(max = 100)
        @Schema(
                description =
                        "Whose value to take, by the name of the field: the survivor's id, or another's of this merge")
        Map<String, @NotNull UUID> choose) {

    static final String EXAMPLE = """
            {
              "contacts": ["0199e3a0-5c00-7000-8000-0000000000c2", "0199e3a0-5c00-7000-8000-0000000000c3"],
              "choose": {"title": "0199e3a0-5c00-7000-8000-0000000000c2"}
            }""";

    MergeRequest {
        contacts = contacts == null ? null : List.copyOf(new LinkedHashSet<>(contacts));
        versions = versions == null ? Map.of() : versions;
        choose = choose == null ? Map.of() : choose;
    }
}
