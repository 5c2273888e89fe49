package dev.rapport.engagement.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A network on one day, counted. */
@Schema(name = "NetworkFigures")
record Figures(
        @Schema(description = "By UTC.") LocalDate day,

        @Schema(description = "How many contacts there are.", examples = "420")
        long contacts,

        @Schema(description = "With how many something happened in the 30 days before.", examples = "61")
        long engaged30,

        @Schema(description = "In the 90 days before.", examples = "133")
        long engaged90,

        InBands bands,

        @Schema(description = "How many contacts have a cadence.", examples = "35")
        long withCadence,

        @Schema(
                description =
                        "With how many of them something that counts happened within the longest gap of the cadence.",
                examples = "28")
        long inCadence,

        @Schema(
                description =
                        "How alike both sides' parts are, 0 to 1, on average of those engaged in 90 days; absent if"
                                + " there are none.",
                examples = "0.61")
        Double reciprocity) {

    /** How many contacts are in each band. */
    @Schema(name = "NetworkBands")
    record InBands(
            @Schema(examples = "6") long close,
            @Schema(examples = "21") long active,
            @Schema(examples = "44") long warm,
            @Schema(examples = "57") long cooling,

            @Schema(description = "With those with whom nothing happened yet.", examples = "292")
            long dormant) {}

    /** From a row with the columns of {@code network_day}. */
    static Figures read(ResultSet row) throws SQLException {
        return new Figures(
                row.getObject("day", LocalDate.class),
                row.getLong("contacts"),
                row.getLong("engaged30"),
                row.getLong("engaged90"),
                new InBands(
                        row.getLong("close"),
                        row.getLong("active"),
                        row.getLong("warm"),
                        row.getLong("cooling"),
                        row.getLong("dormant")),
                row.getLong("with_cadence"),
                row.getLong("in_cadence"),
                row.getObject("reciprocity", Double.class));
    }

    static Figures none(LocalDate day) {
        return new Figures(day, 0, 0, 0, new InBands(0, 0, 0, 0, 0), 0, 0, null);
    }
}
