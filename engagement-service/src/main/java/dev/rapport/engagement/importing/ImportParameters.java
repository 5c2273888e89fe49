package dev.rapport.engagement.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.address.Address;
import dev.rapport.api.problem.ApiException;
import dev.rapport.engagement.format.CsvMapping;
import dev.rapport.engagement.format.FileFormat;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a client says of its file in the query. */
record ImportParameters(
        @QueryParam("format")
        @Parameter(
                description = "`ndjson`, `csv`, `mbox`, `eml`, `ics` or `linkedin` (messages.csv of its export);"
                        + " without it the Content-Type tells, or the file itself")
        @Pattern(regexp = FormatName.PATTERN, message = "must be ndjson, csv, mbox, eml, ics or linkedin")
        String format,

        @QueryParam("fileName")
        @Parameter(description = "To tell imports apart", example = "sent.mbox")
        @Size(max = 255)
        String fileName,

        @QueryParam("dryRun")
        @DefaultValue("false")
        @Parameter(description = "Only tell what would happen: counts and lists, and nothing is recorded")
        boolean dryRun,

        @QueryParam("own")
        @Parameter(
                description =
                        "An address of yours; may be repeated. Tells what you sent from what you received, and you"
                                + " from those you met; of a LinkedIn export, your name does as well. Remembered: needed once for"
                                + " mail and calendars, once for LinkedIn.",
                example = "alex@example.org")
        @Size(max = 50)
        List<@NotNull @Size(min = 1, max = 300) String> own,

        @QueryParam("source")
        @Parameter(
                description =
                        "Where the records come from, unless they say so; with their own ids it makes a record that"
                                + " comes again the same one. `mail`, `calendar`, `linkedin`, or the name of the file",
                example = "acme-crm")
        @Size(min = 1, max = 100)
        String source,

        @QueryParam("timeZone")
        @DefaultValue("UTC")
        @Parameter(description = "IANA time zone of times that state none", example = "Europe/Berlin")
        String timeZone,

        @QueryParam("mapping")
        @Parameter(
                description =
                        "Of CSV: a JSON object of fields by column, percent-encoded. Columns are named by their header,"
                                + " or numbered from 1. Fields are `occurredAt` (or a date in it and a `time`), `kind`,"
                                + " `direction`, `contactId`, `address`, `email`, `phone`, `name`, `subject`, `excerpt`, `channel`,"
                                + " `duration`, `source`, `externalId`; an empty one leaves the column out.",
                example = "{\"Datum\": \"occurredAt\", \"Kunde\": \"email\"}")
        String mapping,

        @QueryParam("kind")
        @Parameter(description = "Of CSV: the kind of rows that do not state theirs", example = "call")
        String kind,

        @QueryParam("direction")
        @Parameter(description = "Of CSV: the direction of rows that do not state theirs", example = "OUTBOUND")
        String direction) {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};
    private static final int LONGEST_SOURCE = 100;

    /** All of it, checked; 400 naming the parameters that are not valid. */
    ImportSettings settings(FileFormat fileFormat, ObjectMapper json) {
        return new ImportSettings(
                fileFormat,
                fileName,
                dryRun,
                own(fileFormat),
                source == null ? source(fileFormat) : source,
                zone(),
                mapping(json),
                read(
                        "kind",
                        kind,
                        () -> json.convertValue(kind, InteractionKind.class),
                        "a kind of interaction, such as call"),
                read("direction", direction, () -> Direction.valueOf(direction), "OUTBOUND, INBOUND or MUTUAL"));
    }

    private List<String> own(FileFormat fileFormat) {
        boolean isNameEnough = fileFormat == FileFormat.LINKEDIN_MESSAGES;
        return own.stream()
                .map(it -> Address.parse(it).map(Address::value).orElseGet(() -> {
                    if (isNameEnough && !it.isBlank()) {
                        return it.strip();
                    }
                    throw ApiException.invalid("own", "must be addresses of yours, such as alex@example.org");
                }))
                .toList();
    }

    private String source(FileFormat fileFormat) {
        var name = FormatName.source(fileFormat, fileName);
        return name.length() <= LONGEST_SOURCE ? name : name.substring(0, LONGEST_SOURCE);
    }

    private String zone() {
        try {
            return ZoneId.of(timeZone).getId();
        } catch (DateTimeException e) {
            throw ApiException.invalid("timeZone", "must be an IANA time zone, such as Europe/Berlin");
        }
    }

    private Map<String, String> mapping(ObjectMapper json) {
        var columns = columns(json);
        if (columns.values().stream().anyMatch(Objects::isNull)) {
            throw ApiException.invalid("mapping", "must map each column to a field, or to \"\" to leave it out");
        }
        new CsvMapping(columns, null, null).unknownField().ifPresent(it -> {
            throw ApiException.invalid("mapping", "must map to fields of an interaction; " + it + " is none");
        });
        return columns;
    }

    private Map<String, String> columns(ObjectMapper json) {
        try {
            var columns = mapping == null ? null : json.readValue(mapping, MAPPING);
            return columns == null ? Map.of() : columns;
        } catch (JsonProcessingException e) {
            throw ApiException.invalid("mapping", "must be a JSON object of fields by column");
        }
    }

    private static <T> T read(String name, String value, Supplier<T> reader, String what) {
        try {
            return value == null ? null : reader.get();
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid(name, "must be " + what);
        }
    }
}
