package dev.rapport.contacts.importing;

import dev.rapport.api.security.Member;
import dev.rapport.contacts.contact.DetailsJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An import as it stands.
 *
 * @param member whose import it is
 * @param size of the file, in bytes
 * @param bytesRead how much of the file is worked off
 * @param revision rises with everything that can be seen of it
 * @param failure why it failed; null unless it did
 * @param startedAt null while it waits
 * @param endedAt null until it is over
 */
record ContactImport(
        UUID id,
        Member member,
        ImportState state,
        ImportSettings settings,
        long size,
        long bytesRead,
        Counts counts,
        long revision,
        String failure,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt) {

    /** The columns that {@link #read} needs of {@code contact_import i}. */
    static final String COLUMNS = """
             i.workspace_id, i.id, i.member, i.state, i.settings, i.size, i.bytes_read, i.records, i.created, i.changed,
            i.unchanged, i.rejected, i.faults, i.revision, i.failure, i.created_at, i.started_at, i.ended_at\s""";

    static ContactImport read(ResultSet row) throws SQLException {
        return new ContactImport(
                row.getObject("id", UUID.class),
                new Member(row.getString("workspace_id"), row.getString("member")),
                ImportState.of(row.getString("state")),
                DetailsJson.read(row.getString("settings"), ImportSettings.class),
                row.getLong("size"),
                row.getLong("bytes_read"),
                Counts.read(row),
                row.getLong("revision"),
                row.getString("failure"),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
