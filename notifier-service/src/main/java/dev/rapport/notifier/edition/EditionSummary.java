package dev.rapport.notifier.edition;

import static dev.rapport.api.sql.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An edition as the archive lists it. */
@Schema(name = "EditionSummary")
record EditionSummary(
        LocalDate date,
        Instant composedAt,

        @Schema(description = "Whether it came later than you wished: after an outage.")
        boolean late,

        @Schema(description = "How many items are worth a look.", examples = "5")
        int itemCount,

        @Schema(examples = "Anna Berg wrote on 2 March 2026 and has no answer yet")
        String headline) {

    static final String SELECT = """
            select local_date, composed_at, late, item_count, content ->> 'headline' as headline from edition
            where workspace_id = :workspace and member = :member""";

    static EditionSummary read(ResultSet row) throws SQLException {
        return new EditionSummary(
                row.getObject("local_date", LocalDate.class),
                instant(row, "composed_at"),
                row.getBoolean("late"),
                row.getInt("item_count"),
                row.getString("headline"));
    }
}
