package dev.rapport.engagement.interaction;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.interaction.Recorded.Outcome;
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
    private static final String RECORD_ANY = """
            with incoming as (
                select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                    ?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::uuid[], ?::text[])
                with ordinality as i (workspace_id, id, occasion_id, position, wanted_contact_id, address, kind, direction,
                    occurred_at, recorded_at, duration_s, channel, subject, excerpt, source, external_id, told, event,
                    ordinal)
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
            ), firsts as (
                insert into interaction (workspace_id, id, occasion_id, position, contact_id, owner, wanted_contact_id,
                    address, kind, direction, occurred_at, recorded_at, duration_s, channel, subject, excerpt, source,
                    external_id, told)
                select workspace_id, id, occasion_id, position, contact_id, owner, wanted_contact_id,
                    address, kind, direction, occurred_at, recorded_at, duration_s, channel, subject, excerpt, source,
                    external_id, told
                from matched
                where position = 0
                order by workspace_id, source, external_id, ordinal
                on conflict (workspace_id, source, external_id, position) do nothing
                returning workspace_id, id, contact_id, owner
            )%s, stored as (
                select * from firsts%s
            ), announced as (
                insert into outbox (workspace_id, topic, events)
                select m.workspace_id, 'rapport.interactions', jsonb_agg(
                    jsonb_set(e.event, '{data}', (e.event -> 'data')
                        || jsonb_build_object('contactId', m.contact_id, 'owner', m.owner)) order by m.ordinal)
                from matched m
                join stored s using (workspace_id, id)
                cross join lateral (select m.event::jsonb as event) e
                where m.contact_id is not null
                group by m.workspace_id
            )
            select id, contact_id, owner from stored""";

    /** The others of an occasion are stored if its first was. */
    private static final String OTHERS = """
            , others as (
                insert into interaction (workspace_id, id, occasion_id, position, contact_id, owner, wanted_contact_id,
                    address, kind, direction, occurred_at, recorded_at, duration_s, channel, subject, excerpt, source,
                    external_id, told)
                select m.workspace_id, m.id, m.occasion_id, m.position, m.contact_id, m.owner, m.wanted_contact_id,
                    m.address, m.kind, m.direction, m.occurred_at, m.recorded_at, m.duration_s, m.channel, m.subject,
                    m.excerpt, m.source, m.external_id, m.told
                from matched m
                where m.position > 0 and exists (
                    select from firsts f where f.workspace_id = m.workspace_id and f.id = m.occasion_id)
                on conflict (workspace_id, source, external_id, position) do nothing
                returning workspace_id, id, contact_id, owner
            )""";

    private static final String RECORD = RECORD_ANY.formatted("", "");
    private static final String RECORD_OCCASIONS = RECORD_ANY.formatted(OTHERS, " union all select * from others");

    private RecordStatement() {}

    /** What became of each interaction, in their order. */
    static List<Recorded> run(Connection connection, List<Interaction> interactions) throws SQLException {
        var rows = interactions.stream().flatMap(it -> it.rows().stream()).toList();
        var stored = store(connection, rows);
        var duplicates = interactions.stream()
                .filter(interaction -> !stored.containsKey(interaction.id()))
                .toList();
        var sentAgain = duplicates.isEmpty() ? Map.<UUID, Recorded>of() : SentAgain.apply(connection, duplicates);
        return interactions.stream()
                .map(it -> stored.containsKey(it.id()) ? created(it, stored) : sentAgain.get(it.id()))
                .toList();
    }

    private static Recorded created(Interaction interaction, Map<UUID, Match> stored) {
        var others = interaction.others().stream()
                .filter(it -> stored.containsKey(it.id()))
                .map(it -> stored.get(it.id()).appliedTo(it))
                .toList();
        var first = stored.get(interaction.id()).appliedTo(interaction);
        return new Recorded(first.with(others), Outcome.CREATED);
    }

    private static Map<UUID, Match> store(Connection connection, List<Interaction> rows) throws SQLException {
        var stored = new HashMap<UUID, Match>();
        boolean occasions = rows.stream().anyMatch(row -> row.position() > 0);
        try (var insert = BulkStatement.prepare(connection, occasions ? RECORD_OCCASIONS : RECORD)) {
            InteractionColumns.bind(insert, rows)
                    .column("text", rows, row -> Outbox.element(InteractionEvent.TOPIC, row.recorded(row.recordedAt())))
                    .query(row -> stored.put(InteractionRow.id(row, "id"), Match.read(row)));
        }
        return stored;
    }
}
