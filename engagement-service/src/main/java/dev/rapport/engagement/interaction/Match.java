package dev.rapport.engagement.interaction;

import dev.rapport.engagement.bulk.BulkStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * Whose an interaction is: nobody's while its contact is not known.
 *
 * @param contact null for nobody, as is the owner
 */
record Match(UUID contact, String owner) {

    static final Match NOBODY = new Match(null, null);

    private static final String FIND = """
            select k.n, d.contact_id, coalesce(d.owner, s.owner) as owner
            from unnest(?::text[], ?::uuid[], ?::text[]) with ordinality as k (workspace_id, wanted_contact_id, address, n)
            join directory_contact d on d.workspace_id = k.workspace_id
                and d.contact_id = coalesce(k.wanted_contact_id, (
                    select a.contact_id from directory_address a
                    where a.workspace_id = k.workspace_id and a.address = k.address and not a.former
                    order by a.contact_id limit 1))
            left join directory_contact s on s.workspace_id = d.workspace_id and s.contact_id = d.survivor_id
            where coalesce(d.owner, s.owner) is not null""";

    static Match read(ResultSet row) throws SQLException {
        return new Match(InteractionRow.id(row, "contact_id"), row.getString("owner"));
    }

    /** Matches anew those that belong to nobody, as the directory is now. */
    static List<Interaction> unmatched(Connection connection, List<Interaction> rows) throws SQLException {
        var waiting = rows.stream().filter(row -> !row.isMatched()).toList();
        if (waiting.isEmpty()) {
            return rows;
        }
        var found = new HashMap<UUID, Match>();
        try (var select = BulkStatement.prepare(connection, FIND)) {
            select.column("text", waiting, Interaction::workspace)
                    .column("uuid", waiting, row -> row.named().contactId())
                    .column("text", waiting, row -> row.named().address())
                    .query(row ->
                            found.put(waiting.get((int) row.getLong("n") - 1).id(), read(row)));
        }
        return rows.stream()
                .map(row -> row.isMatched()
                        ? row
                        : found.getOrDefault(row.id(), NOBODY).appliedTo(row))
                .toList();
    }

    Interaction appliedTo(Interaction interaction) {
        return interaction.matched(this);
    }
}
