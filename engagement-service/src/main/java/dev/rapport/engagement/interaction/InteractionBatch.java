package dev.rapport.engagement.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Many interactions in one request.
 *
 * @param items each read for itself, so that one that cannot be read does not take the others with it
 */
@Schema(description = "Up to 1,000 interactions; each gets its own result.")
record InteractionBatch(
        @Schema(implementation = NewInteraction[].class) @NotNull @Size(min = 1, max = 1000)
        List<JsonNode> items) {}
