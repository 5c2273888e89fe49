package dev.rapport.engagement.interaction;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.scoring.Touch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happened with contacts, as the score sees it: of what is stored, all that is attached and not retracted. */
public final class InteractionHistory {

    /** Names one interaction across workspaces. */
    public record InteractionKey(String workspace, UUID id) {}

    /*
     * The "offset 0" makes each key an index lookup of its own. Left free, the planner can read a whole table or workspace,
     * and does while it has no statistics of a table that is just being filled: seconds instead of milliseconds.
     */
    private static final String OF_CONTACTS = """
            select k.workspace_id, k.contact_id, i.id, i.occurred_at, i.kind, i.direction
            from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            cross join lateral (
                select k.contact_id
                union
                select m.contact_id from directory_contact m
                where m.workspace_id = k.workspace_id and m.survivor_id = k.contact_id) g
            cross join lateral (
                select i.id, i.occurred_at, i.kind, i.direction from interaction i
                where i.workspace_id = k.workspace_id and i.contact_id = g.contact_id
                  and i.contact_id is not null and i.retracted_at is null
                offset 0) i""";

    /** What does not count is left out after the lookup, so that only the primary key fits it. */
    private static final String BY_ID = """
            select i.* from unnest(?::text[], ?::uuid[]) as k (workspace_id, id)
            cross join lateral (
                select i.workspace_id, i.contact_id, i.id, i.occurred_at, i.kind, i.direction, i.retracted_at
                from interaction i
                where i.workspace_id = k.workspace_id and i.id = k.id
                offset 0) i
            where i.contact_id is not null and i.retracted_at is null""";

    private InteractionHistory() {}

    /** Everything that counts between these contacts, and all that are merged into them, and their owners, by contact. */
    public static Map<ContactKey, List<Touch>> ofContacts(Connection connection, Collection<ContactKey> contacts)
            throws SQLException {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        try (var select = BulkStatement.prepare(connection, OF_CONTACTS)) {
            return read(ContactKey.bind(select, contacts));
        }
    }

    /** Those of these interactions that count, by the contact they belong to now. */
    public static Map<ContactKey, List<Touch>> byId(Connection connection, Collection<InteractionKey> interactions)
            throws SQLException {
        if (interactions.isEmpty()) {
            return Map.of();
        }
        try (var select = BulkStatement.prepare(connection, BY_ID)) {
            return read(select.column("text", interactions, InteractionKey::workspace)
                    .column("uuid", interactions, InteractionKey::id));
        }
    }

    private static Map<ContactKey, List<Touch>> read(BulkStatement select) throws SQLException {
        var touches = new HashMap<ContactKey, List<Touch>>();
        select.query(row -> touches.computeIfAbsent(ContactKey.read(row), key -> new ArrayList<>())
                .add(touch(row)));
        return touches;
    }

    private static Touch touch(ResultSet row) throws SQLException {
        return new Touch(
                InteractionRow.id(row, "id"),
                instant(row, "occurred_at"),
                InteractionRow.kind(row),
                InteractionRow.direction(row));
    }
}
