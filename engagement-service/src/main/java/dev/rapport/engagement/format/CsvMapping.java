package dev.rapport.engagement.format;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a CSV file mean.
 *
 * @param columns from a column, by its header whatever its case or by its position from "1", to a field of {@link #FIELDS};
 *     an empty field leaves the column out; columns that it does not name go by their own names
 * @param kind of the rows that do not state theirs; null for none
 * @param direction of the rows that do not state theirs; null for none
 */
public record CsvMapping(Map<String, String> columns, InteractionKind kind, Direction direction) {

    /** The fields that a column can mean; {@code address}, {@code email}, {@code phone} and {@code contactId} name the contact. */
    public static final List<String> FIELDS = List.of(
            "occurredAt",
            "time",
            "kind",
            "direction",
            "contactId",
            "address",
            "email",
            "phone",
            "name",
            "subject",
            "excerpt",
            "channel",
            "duration",
            "source",
            "externalId");

    /** Columns go by their names. */
    public static final CsvMapping NONE = new CsvMapping(Map.of(), null, null);

    /** Takes a copy of the columns. */
    public CsvMapping {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
    }

    /** The field that a column is mapped to but that does not exist; empty when the mapping is sound. */
    public Optional<String> unknownField() {
        return columns.values().stream()
                .filter(field -> !field.isBlank() && !FIELDS.contains(field))
                .findFirst();
    }
}
