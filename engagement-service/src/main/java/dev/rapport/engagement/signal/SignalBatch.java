package dev.rapport.engagement.signal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Many signals in one request.
 *
 * @param items each read for itself, so that one that cannot be read does not take the others with it
 */
@Schema(description = "Up to 1,000 signals; each gets its own result.")
record SignalBatch(
        @Schema(implementation = NewSignal[].class) @NotNull @Size(min = 1, max = 1000)
        List<JsonNode> items) {}
