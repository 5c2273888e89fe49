package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.scoring.DecayedSum;
import dev.rapport.engagement.scoring.Tie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A tie as it is stored and published.
 *
 * @param version rises with every change
 * @param owner whose contact it is; null if, and only if, the tie is empty
 */
public record StoredTie(ContactKey key, long version, String owner, Tie tie) {

    /** From a row of the table {@code tie}. */
    public static StoredTie read(ResultSet row) throws SQLException {
        var tie = new Tie(
                instant(row, "last_at"),
                row.getObject("last_id", UUID.class),
                new DecayedSum(row.getDouble("outbound")),
                new DecayedSum(row.getDouble("inbound")),
                row.getLong("interactions"),
                instant(row, "last_outbound_at"),
                instant(row, "last_inbound_at"),
                row.getDouble("peak_strength"));
        return new StoredTie(ContactKey.read(row), row.getLong("version"), row.getString("owner"), tie);
    }

    /** This tie in its next version; empty when nothing is different. Nobody owns an empty tie. */
    Optional<StoredTie> becoming(String itsOwner, Tie itsTie) {
        var nextOwner = itsTie.isEmpty() ? null : itsOwner;
        return Objects.equals(owner, nextOwner) && tie.equals(itsTie)
                ? Optional.empty()
                : Optional.of(new StoredTie(key, version + 1, nextOwner, itsTie));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
