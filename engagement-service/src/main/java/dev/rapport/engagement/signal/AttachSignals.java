package dev.rapport.engagement.signal;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.directory.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Gives contacts the signals that waited for them. */
final class AttachSignals {

    private static final String ATTACH = """
            with known as (
                select * from unnest(?::text[], ?::uuid[], ?::text[]) as k (workspace_id, contact_id, owner)
            ), waiting as (
                select s.workspace_id, s.id, k.contact_id, k.owner
                from known k
                cross join lateral (
                    select s.workspace_id, s.id from signal s
                    where s.workspace_id = k.workspace_id and s.wanted_contact_id = k.contact_id
                      and s.contact_id is null and s.retracted_at is null and s.wanted_contact_id is not null
                    offset 0) s
                union all
                select s.workspace_id, s.id, k.contact_id, k.owner
                from known k
                join directory_address a on a.workspace_id = k.workspace_id and a.contact_id = k.contact_id
                    and not a.former
                cross join lateral (
                    select s.workspace_id, s.id from signal s
                    where s.workspace_id = a.workspace_id and s.address = a.address
                      and s.contact_id is null and s.retracted_at is null and s.address is not null
                    offset 0) s
            ), chosen as (
                select distinct on (workspace_id, id) workspace_id, id, contact_id, owner
                from waiting order by workspace_id, id, contact_id
            )
            update signal s set contact_id = c.contact_id, owner = c.owner
            from chosen c
            where s.workspace_id = c.workspace_id and s.id = c.id and s.contact_id is null and s.retracted_at is null
            returning s.*""";

    private static final String MISSED = """
            select distinct d.workspace_id, d.contact_id
            from signal s
            join directory_contact d on d.workspace_id = s.workspace_id
                and (d.deleted_at is null or d.survivor_id is not null)
                and d.contact_id = coalesce(s.wanted_contact_id, (
                    select a.contact_id from directory_address a
                    where a.workspace_id = s.workspace_id and a.address = s.address and not a.former
                    order by a.contact_id limit 1))
            where s.contact_id is null and s.retracted_at is null and s.seen_at > ?::timestamptz""";

    private static final String OWNERS = """
            update signal s set owner = c.owner
            from (
                select k.owner, i.workspace_id, i.id
                from unnest(?::text[], ?::uuid[], ?::text[]) as k (workspace_id, contact_id, owner)
                cross join lateral (
                    select i.workspace_id, i.id, i.owner from signal i
                    where i.workspace_id = k.workspace_id and i.contact_id = k.contact_id
                      and i.contact_id is not null and i.retracted_at is null
                    offset 0) i
                where i.owner <> k.owner) c
            where s.workspace_id = c.workspace_id and s.id = c.id""";

    private static final String DETACH = """
            update signal s set contact_id = null, owner = null, same_as = null
            from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            where s.workspace_id = k.workspace_id and s.contact_id = k.contact_id
              and s.contact_id is not null and s.retracted_at is null and s.told_revision = 0""";

    private AttachSignals() {}

    /** Attaches to these contacts, as far as somebody stands for them, what waited; returns what that was. */
    static List<Signal> to(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        var standing = standing(transaction, contacts);
        try (var update = BulkStatement.prepare(transaction, ATTACH)) {
            return bind(update, standing).query(SignalRow::read);
        }
    }

    /** Contacts that are known and for which something recorded since then waits nevertheless. */
    static List<ContactKey> missed(Connection transaction, Instant since) throws SQLException {
        try (var select = BulkStatement.prepare(transaction, MISSED)) {
            return select.value(since.toString()).query(ContactKey::read);
        }
    }

    /** Gives the signals of these contacts to their present owners. */
    static void handOver(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        try (var update = BulkStatement.prepare(transaction, OWNERS)) {
            bind(update, standing(transaction, contacts)).execute();
        }
    }

    /**
     * Has signals wait again that nobody was told of, because their contact was deleted in the very moment they were
     * recorded: so they are told should it be restored.
     */
    static void detach(Connection transaction, Collection<ContactKey> absent) throws SQLException {
        if (!absent.isEmpty()) {
            try (var update = BulkStatement.prepare(transaction, DETACH)) {
                ContactKey.bind(update, absent).execute();
            }
        }
    }

    private static List<Standing> standing(Connection transaction, Collection<ContactKey> contacts)
            throws SQLException {
        return Directory.standings(transaction, contacts).values().stream()
                .filter(Standing::isStanding)
                .toList();
    }

    private static BulkStatement bind(BulkStatement statement, List<Standing> standing) throws SQLException {
        return statement
                .column("text", standing, it -> it.contact().workspace())
                .column("uuid", standing, it -> it.contact().contactId())
                .column("text", standing, Standing::owner);
    }
}
