package dev.rapport.contacts.duplicate;

import dev.rapport.api.paging.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which pairs a list shows. */
record DuplicateFilter(
        @QueryParam("contact") @Parameter(description = "Pairs of this contact")
        UUID contact,

        @QueryParam("minConfidence")
        @DefaultValue("0.5")
        @Parameter(
                description = "Pairs of at least this confidence, 0 to 1. There are none below 0.3",
                schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1", defaultValue = "0.5"))
        @Pattern(
                regexp = "0(\\.\\d{1,3})?|1(\\.0{1,3})?",
                message = "must be a number from 0 to 1 with up to three decimals")
        String minConfidence,

        @QueryParam("dismissed")
        @DefaultValue("false")
        @Parameter(description = "Instead, the pairs that were dismissed as not the same")
        boolean dismissed,

        @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX)
        int limit,

        @QueryParam("cursor") @Parameter(description = "`next` of an earlier page")
        String cursor) {

    /** The least confidence in thousandths. */
    int least() {
        return new BigDecimal(minConfidence).movePointRight(3).intValueExact();
    }
}
