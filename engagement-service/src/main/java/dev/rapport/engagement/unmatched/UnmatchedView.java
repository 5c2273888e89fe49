package dev.rapport.engagement.unmatched;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.address.Address;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Interactions that wait for the same contact. Kinds, directions and subjects are those of the newest hundred. */
@Schema(name = "Unmatched", description = "Somebody who is no contact yet, as interactions named them.")
record UnmatchedView(
        @Schema(
                description = "By which they name the contact in a path: the address or the id.",
                examples = "jane@example.org")
        String name,

        @Schema(description = "The address, normalised, unless an id was given.", examples = "jane@example.org")
        String address,

        @Schema(
                description = "What kind of address it is.",
                examples = "email",
                enumeration = {"email", "phone", "handle"})
        String addressKind,

        @Schema(description = "The id of the contact, if one was given.")
        UUID contactId,

        @Schema(description = "How many interactions wait.", examples = "12")
        long count,

        @Schema(description = "When the earliest happened.") Instant firstAt,
        @Schema(description = "When the latest happened.") Instant lastAt,
        List<InteractionKind> kinds,
        List<Direction> directions,

        @Schema(description = "Up to three of the latest subjects.", examples = "[\"Offer for the new site\"]")
        List<String> subjects,

        @Schema(description = "Whether it is not offered any more.")
        boolean ignored) {

    private static final int SUBJECTS = 3;

    static UnmatchedView read(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var contact = row.getObject("wanted_contact_id", UUID.class);
        return new UnmatchedView(
                name,
                contact == null ? name : null,
                Address.parse(contact == null ? name : null)
                        .map(address -> address.kind().json())
                        .orElse(null),
                contact,
                row.getLong("waiting"),
                instant(row, "first_at"),
                instant(row, "last_at"),
                values(row, "kinds", text -> InteractionKind.valueOf(text.toUpperCase(Locale.ROOT)))
                        .toList(),
                values(row, "directions", Direction::valueOf).toList(),
                values(row, "subjects", text -> text).limit(SUBJECTS).toList(),
                row.getObject("ignored_at") != null);
    }

    private static <T> Stream<T> values(ResultSet row, String column, Function<String, T> value) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? Stream.empty()
                : Arrays.stream((String[]) array.getArray())
                        .filter(Objects::nonNull)
                        .map(value)
                        .distinct();
    }
}
