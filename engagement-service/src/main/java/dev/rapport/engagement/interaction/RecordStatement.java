package dev.rapport.engagement.interaction;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.events.InteractionEvent;
import dev.rapport.messaging.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Matches, stores and announces interactions of any workspaces in one statement: one round trip and, outside of a
 * transaction, one commit for all of them.
 */
final class RecordStatement {

    /**
     * The order of the insertion is that of the unique key, so that two batches with the same external ids cannot wait for
     * each other in a circle. The event lacks only what the match tells. What is recorded for a merged contact stays its
     * own, should the merge be undone; it is its survivor's owner whose interaction it is.
     */
    private static final String RECORD = """
            with incoming as (
                select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                with ordinality as i (workspace_id, id, wanted_contact_id, address, kind, direction, occurred_at,
                    recorded_at, channel, subject, excerpt, source, external_id, event, position)
            ), matched as (
                select i.*, coalesce(d.owner, s.owner) as owner,
                    case when coalesce(d.owner, s.owner) is not null then d.contact_id end as contact_id
                from incoming i
                left join directory_contact d on d.workspace_id = i.workspace_id
                    and d.contact_id = coalesce(i.wanted_contact_id, (
                        select a.contact_id from directory_address a
                        where a.workspace_id = i.workspace_id and a.address = i.address and not a.former
                        order by a.contact_id limit 1))
                left join directory_contact s on s.workspace_id = d.workspace_id and s.contact_id = d.survivor_id
            ), stored as (
                insert into interaction (workspace_id, id, contact_id, owner, wanted_contact_id, address, kind,
                    direction, occurred_at, recorded_at, channel, subject, excerpt, source, external_id)
                select workspace_id, id, contact_id, owner, wanted_contact_id, address, kind,
                    direction, occurred_at, recorded_at, channel, subject, excerpt, source, external_id
                from matched
                order by workspace_id, source, external_id, position
                on conflict (workspace_id, source, external_id) do nothing
                returning workspace_id, id, contact_id, owner
            ), announced as (
                insert into outbox (workspace_id, topic, events)
                select m.workspace_id, 'rapport.interactions', jsonb_agg(
                    jsonb_set(e.event, '{data}', (e.event -> 'data')
                        || jsonb_build_object('contactId', m.contact_id, 'owner', m.owner)) order by m.position)
                from matched m
                join stored s using (workspace_id, id)
                cross join lateral (select m.event::jsonb as event) e
                where m.contact_id is not null
                group by m.workspace_id
            )
            select id, contact_id, owner from stored""";

    /** Runs after the other statement, so it sees what kept a row from being stored, even if that came a moment before. */
    private static final String STORED_BEFORE = """
            select i.* from unnest(?::text[], ?::text[], ?::text[]) as k (workspace_id, source, external_id)
            cross join lateral (
                select * from interaction i
                where i.workspace_id = k.workspace_id and i.source = k.source and i.external_id = k.external_id
                offset 0) i""";

    private RecordStatement() {}

    /** What became of each interaction, in their order. */
    static List<Recorded> run(Connection connection, List<Interaction> interactions) throws SQLException {
        var stored = store(connection, interactions);
        var duplicates = interactions.stream()
                .filter(interaction -> !stored.containsKey(interaction.id()))
                .toList();
        var storedBefore = duplicates.isEmpty() ? Map.<ExternalKey, Interaction>of() : find(connection, duplicates);
        return interactions.stream()
                .map(it -> stored.containsKey(it.id())
                        ? new Recorded(stored.get(it.id()).appliedTo(it), false)
                        : new Recorded(storedBefore.get(ExternalKey.of(it)), true))
                .toList();
    }

    private static Map<UUID, Match> store(Connection connection, List<Interaction> rows) throws SQLException {
        var stored = new HashMap<UUID, Match>();
        try (var insert = BulkStatement.prepare(connection, RECORD)) {
            insert.column("text", rows, Interaction::workspace)
                    .column("uuid", rows, Interaction::id)
                    .column("uuid", rows, Interaction::wantedContactId)
                    .column("text", rows, Interaction::address)
                    .column("text", rows, row -> row.kind().json())
                    .column("text", rows, row -> row.direction().name())
                    .column("timestamptz", rows, Interaction::occurredAt)
                    .column("timestamptz", rows, Interaction::recordedAt)
                    .column("text", rows, Interaction::channel)
                    .column("text", rows, Interaction::subject)
                    .column("text", rows, Interaction::excerpt)
                    .column("text", rows, Interaction::source)
                    .column("text", rows, Interaction::externalId)
                    .column("text", rows, row -> Outbox.element(InteractionEvent.TOPIC, row.recorded(row.recordedAt())))
                    .query(row -> stored.put(
                            InteractionRow.id(row, "id"),
                            new Match(InteractionRow.id(row, "contact_id"), row.getString("owner"))));
        }
        return stored;
    }

    private static Map<ExternalKey, Interaction> find(Connection connection, List<Interaction> duplicates)
            throws SQLException {
        var found = new HashMap<ExternalKey, Interaction>();
        try (var select = BulkStatement.prepare(connection, STORED_BEFORE)) {
            select.column("text", duplicates, Interaction::workspace)
                    .column("text", duplicates, Interaction::source)
                    .column("text", duplicates, Interaction::externalId)
                    .query(InteractionRow::read)
                    .forEach(interaction -> found.put(ExternalKey.of(interaction), interaction));
        }
        return found;
    }

    private record Match(UUID contact, String owner) {
        Interaction appliedTo(Interaction interaction) {
            return interaction.matchedWith(contact, owner);
        }
    }

    private record ExternalKey(String workspace, String source, String externalId) {
        static ExternalKey of(Interaction it) {
            return new ExternalKey(it.workspace(), it.source(), it.externalId());
        }
    }
}
