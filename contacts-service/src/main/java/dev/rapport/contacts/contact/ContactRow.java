package dev.rapport.contacts.contact;

import static dev.rapport.api.sql.Timestamps.instant;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.rapport.events.ContactEvent.CareerChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A contact as a row: its document, and what is derived from it to find it by. */
record ContactRow(
        UUID id,
        @JsonRawValue String details,
        CareerChange career,
        long version,
        Instant createdAt,
        Instant updatedAt,
        Instant deletedAt,
        UUID mergedInto,
        String nameKey,
        String organizationKey,
        Set<String> keys,
        Set<String> words) {

    /** Rises whenever keys or words are derived in another way. */
    static final int DERIVED_VERSION = 3;

    /** The columns that {@link #read} needs of {@code contact c}. */
    static final String COLUMNS =
            "c.id, c.details, c.career, c.version, c.created_at, c.updated_at, c.deleted_at, c.merged_into";

    static ContactRow of(String workspace, Contact contact) {
        var details = contact.details();
        return new ContactRow(
                contact.id(),
                DetailsJson.write(details),
                contact.career(),
                contact.version(),
                contact.createdAt(),
                contact.updatedAt(),
                contact.deletedAt(),
                contact.mergedInto(),
                SearchWords.fold(details.name()),
                details.organization() == null ? "" : SearchWords.fold(details.organization()),
                ContactKeys.in(workspace).of(details),
                lexemes(workspace, details));
    }

    private static Set<String> lexemes(String workspace, ContactDetails details) {
        var lexemes = Lexemes.in(workspace).of(SearchWords.all(details));
        lexemes.addAll(Lexemes.ofNames(workspace).of(SearchWords.names(details)));
        return lexemes;
    }

    /** The contact of a row. */
    static Contact read(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                DetailsJson.read(row.getString("details"), ContactDetails.class),
                DetailsJson.read(row.getString("career"), CareerChange.class),
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                instant(row, "deleted_at"),
                row.getObject("merged_into", UUID.class));
    }
}
