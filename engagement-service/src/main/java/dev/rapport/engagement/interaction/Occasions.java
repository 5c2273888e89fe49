package dev.rapport.engagement.interaction;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.interaction.InteractionHistory.InteractionKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stored interactions with all that belong to the same occasion. */
final class Occasions {

    /** An occasion is named by its first, in a fixed order: two that change several cannot wait for each other in a circle. */
    private static final String LOCK = """
            select from unnest(?::text[], ?::uuid[]) as k (workspace_id, id)
            join interaction i using (workspace_id, id)
            order by i.workspace_id, i.id
            for no key update of i""";

    private static final String LOCK_OTHERS = """
            select from unnest(?::text[], ?::uuid[]) as k (workspace_id, occasion_id)
            join interaction i using (workspace_id, occasion_id)
            where i.occasion_id is not null and i.position > 0
            order by i.workspace_id, i.id
            for no key update of i""";

    /** A statement of its own: it sees what those did that were waited for. */
    private static final String READ = """
            select i.* from unnest(?::text[], ?::uuid[]) as k (workspace_id, id)
            cross join lateral (
                select * from interaction f where f.workspace_id = k.workspace_id and f.id = k.id
                union all
                select * from interaction o
                where o.workspace_id = k.workspace_id and o.occasion_id = k.id and o.occasion_id is not null
                    and o.position > 0
                offset 0) i""";

    private Occasions() {}

    /** The id that names the occasion of an interaction: that of its first. */
    static InteractionKey key(Interaction interaction) {
        var id = interaction.occasionId() == null ? interaction.id() : interaction.occasionId();
        return new InteractionKey(interaction.workspace(), id);
    }

    /** Occasions, for this transaction alone to change; one that is gone is left out. */
    static List<Interaction> hold(Connection transaction, Collection<InteractionKey> keys) throws SQLException {
        run(transaction, LOCK, keys);
        run(transaction, LOCK_OTHERS, keys);
        return find(transaction, keys);
    }

    /** Occasions as they are. */
    static List<Interaction> find(Connection connection, Collection<InteractionKey> keys) throws SQLException {
        try (var select = BulkStatement.prepare(connection, READ)) {
            return assembled(bind(select, keys).query(InteractionRow::read));
        }
    }

    /** The first of each occasion, with the others. The first can be gone for good while others are not. */
    static List<Interaction> assembled(List<Interaction> rows) {
        Map<UUID, List<Interaction>> occasions = new HashMap<>();
        rows.forEach(row -> occasions
                .computeIfAbsent(key(row).id(), it -> new ArrayList<>())
                .add(row));
        occasions.values().forEach(occasion -> occasion.sort(Comparator.comparing(Interaction::position)));
        return occasions.values().stream()
                .map(occasion -> occasion.get(0).with(occasion.subList(1, occasion.size())))
                .toList();
    }

    private static void run(Connection transaction, String sql, Collection<InteractionKey> keys) throws SQLException {
        try (var lock = BulkStatement.prepare(transaction, sql)) {
            bind(lock, keys).query(row -> null);
        }
    }

    private static BulkStatement bind(BulkStatement statement, Collection<InteractionKey> keys) throws SQLException {
        return statement.column("text", keys, InteractionKey::workspace).column("uuid", keys, InteractionKey::id);
    }
}
