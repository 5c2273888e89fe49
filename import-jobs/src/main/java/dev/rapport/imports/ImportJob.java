package dev.rapport.imports;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.security.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An import as it stands.
 *
 * @param member whose import it is
 * @param storedSettings what the client said of its file and of what to do with it, as JSON
 * @param size of the file, in bytes
 * @param bytesRead how much of the file is worked off
 * @param records how many records are dealt with
 * @param faults how many fields and values were left out of records that were taken over
 * @param counts of records, by the counters of {@link ImportNames}
 * @param revision rises with everything that can be seen of it
 * @param failure why it failed; null unless it did
 * @param startedAt null while it waits
 * @param endedAt null until it is over
 */
public record ImportJob(
        UUID id,
        Member member,
        ImportState state,
        String storedSettings,
        long size,
        long bytesRead,
        long records,
        long faults,
        Map<String, Long> counts,
        long revision,
        String failure,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt) {

    /** What the client said of its file and of what to do with it. */
    public <T> T settings(Class<T> type) {
        return StoredJson.read(storedSettings, type);
    }

    /** How many records count as this. */
    public long count(String counter) {
        return counts.get(counter);
    }

    static ImportJob read(ResultSet row, ImportNames names) throws SQLException {
        var counts = new HashMap<String, Long>();
        for (var counter : names.counters()) {
            counts.put(counter, row.getLong(counter));
        }
        return new ImportJob(
                row.getObject("id", UUID.class),
                new Member(row.getString("workspace_id"), row.getString("member")),
                ImportState.of(row.getString("state")),
                row.getString("settings"),
                row.getLong("size"),
                row.getLong("bytes_read"),
                row.getLong("records"),
                row.getLong("faults"),
                counts,
                row.getLong("revision"),
                row.getString("failure"),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }
}
