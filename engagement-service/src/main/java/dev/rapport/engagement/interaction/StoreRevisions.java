package dev.rapport.engagement.interaction;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.events.InteractionEvent;
import dev.rapport.messaging.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Stores what became of interactions that the transaction holds, and tells of it. */
final class StoreRevisions {

    private static final String CHANGE = """
            update interaction i set occasion_id = n.occasion_id, wanted_contact_id = n.wanted_contact_id,
                address = n.address, kind = n.kind, direction = n.direction, occurred_at = n.occurred_at,
                duration_s = n.duration_s, channel = n.channel, subject = n.subject, excerpt = n.excerpt, told = n.told,
                contact_id = n.contact_id, owner = n.owner, revision = n.revision, retracted_at = n.retracted_at
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                    ?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[])
                as n (workspace_id, id, occasion_id, position, wanted_contact_id, address, kind, direction, occurred_at,
                    recorded_at, duration_s, channel, subject, excerpt, source, external_id, told, contact_id, owner,
                    revision, retracted_at)
            where i.workspace_id = n.workspace_id and i.id = n.id""";

    private static final String ADD = """
            insert into interaction (workspace_id, id, occasion_id, position, wanted_contact_id, address, kind, direction,
                occurred_at, recorded_at, duration_s, channel, subject, excerpt, source, external_id, told, contact_id,
                owner, revision, retracted_at)
            select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                    ?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[])""";

    private static final String REMOVE = """
            delete from interaction i using unnest(?::text[], ?::uuid[]) as k (workspace_id, id)
            where i.workspace_id = k.workspace_id and i.id = k.id""";

    private StoreRevisions() {}

    static void store(Connection transaction, List<Revision> revisions, Instant now) throws SQLException {
        var removed = revisions.stream()
                .filter(it -> it.after() == null)
                .map(Revision::before)
                .toList();
        if (!removed.isEmpty()) {
            try (var delete = BulkStatement.prepare(transaction, REMOVE)) {
                delete.column("text", removed, Interaction::workspace)
                        .column("uuid", removed, Interaction::id)
                        .execute();
            }
        }
        var changed = revisions.stream()
                .filter(it -> it.before() != null && it.after() != null)
                .map(Revision::after)
                .toList();
        run(transaction, CHANGE, changed);
        var added = revisions.stream()
                .filter(it -> it.before() == null)
                .map(Revision::after)
                .toList();
        run(transaction, ADD, added);
        var events = revisions.stream().flatMap(it -> it.events(now).stream()).toList();
        Outbox.append(transaction, InteractionEvent.TOPIC, events);
    }

    private static void run(Connection transaction, String sql, List<Interaction> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = BulkStatement.prepare(transaction, sql)) {
            InteractionColumns.bind(statement, rows)
                    .column("uuid", rows, Interaction::contactId)
                    .column("text", rows, Interaction::owner)
                    .column("bigint", rows, Interaction::revision)
                    .column("timestamptz", rows, Interaction::retractedAt)
                    .execute();
        }
    }
}
