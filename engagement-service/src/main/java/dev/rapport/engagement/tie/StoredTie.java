package dev.rapport.engagement.tie;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.scoring.DecayedSum;
import dev.rapport.engagement.scoring.HotKey;
import dev.rapport.engagement.scoring.Tie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A tie as it is stored and published.
 *
 * @param generation the version of the workspace's profile under which it is folded
 * @param version rises with every change, across generations
 * @param owner whose contact it is; null if, and only if, the tie is empty
 * @param hotKey of the conversation with the contact; nothing for a tie that was last changed before there were such keys
 */
public record StoredTie(ContactKey key, int generation, long version, String owner, Tie tie, HotKey hotKey) {

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
        var hot = row.getObject("hot_key", Double.class);
        return new StoredTie(
                ContactKey.read(row),
                row.getInt("generation"),
                row.getLong("version"),
                row.getString("owner"),
                tie,
                hot == null ? HotKey.NONE : new HotKey(hot));
    }

    /**
     * This tie in its next version; empty when nothing is different. Nobody owns an empty tie. The hot key changes only
     * with the interactions, and so with the tie.
     */
    Optional<StoredTie> becoming(String itsOwner, Tie itsTie, HotKey itsHotKey) {
        var nextOwner = itsTie.isEmpty() ? null : itsOwner;
        return Objects.equals(owner, nextOwner) && tie.equals(itsTie)
                ? Optional.empty()
                : Optional.of(new StoredTie(key, generation, version + 1, nextOwner, itsTie, itsHotKey));
    }

    /** The next version of this very tie, to be told of once more. */
    StoredTie again() {
        return at(version + 1);
    }

    /** This tie at a version of its contact. */
    StoredTie at(long itsVersion) {
        return new StoredTie(key, generation, itsVersion, owner, tie, hotKey);
    }
}
