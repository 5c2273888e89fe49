package dev.rapport.engagement.directory;

import dev.rapport.engagement.bulk.BulkStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A table whose rows are about a contact, or wait for one: {@code contact_id} is whose they are, {@code wanted_contact_id} or
 * {@code address} for whom they wait, {@code retracted_at} whether they count no more. Each look-up is one of an index, which
 * "offset 0" sees to.
 */
public final class RowsAboutContacts {

    private static final String ATTACH = """
            with known as (
                select * from unnest(?::text[], ?::uuid[], ?::text[]) as k (workspace_id, contact_id, owner)
            ), waiting as (
                select i.workspace_id, i.id, k.contact_id, k.owner
                from known k
                cross join lateral (
                    select i.workspace_id, i.id from %1$s i
                    where i.workspace_id = k.workspace_id and i.wanted_contact_id = k.contact_id
                      and i.contact_id is null and i.retracted_at is null and i.wanted_contact_id is not null
                    offset 0) i
                union all
                select i.workspace_id, i.id, k.contact_id, k.owner
                from known k
                join directory_address a on a.workspace_id = k.workspace_id and a.contact_id = k.contact_id
                    and not a.former
                cross join lateral (
                    select i.workspace_id, i.id from %1$s i
                    where i.workspace_id = a.workspace_id and i.address = a.address
                      and i.contact_id is null and i.retracted_at is null and i.address is not null
                    offset 0) i
            ), chosen as (
                select distinct on (workspace_id, id) workspace_id, id, contact_id, owner
                from waiting order by workspace_id, id, contact_id
            )
            update %1$s i set contact_id = c.contact_id, owner = c.owner%2$s
            from chosen c
            where i.workspace_id = c.workspace_id and i.id = c.id and i.contact_id is null and i.retracted_at is null
            returning i.*""";

    private static final String MISSED = """
            select distinct d.workspace_id, d.contact_id
            from %1$s i
            join directory_contact d on d.workspace_id = i.workspace_id
                and (d.deleted_at is null or d.survivor_id is not null)
                and d.contact_id = coalesce(i.wanted_contact_id, (
                    select a.contact_id from directory_address a
                    where a.workspace_id = i.workspace_id and a.address = i.address and not a.former
                    order by a.contact_id limit 1))
            where i.contact_id is null and i.retracted_at is null and i.%2$s > ?::timestamptz""";

    /** What waits by an address goes with its contact unless another has that address too, to whom it will be attached. */
    private static final String ERASE = """
            with gone as (
                select * from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            ), theirs as (
                select g.workspace_id, a.address from gone g
                join directory_address a using (workspace_id, contact_id)
                where not exists (
                    select from directory_address o
                    where o.workspace_id = a.workspace_id and o.address = a.address and not o.former)
            ), doomed as (
                select i.workspace_id, i.id from gone g cross join lateral (
                    select i.workspace_id, i.id from %1$s i
                    where i.workspace_id = g.workspace_id and i.contact_id = g.contact_id
                      and i.contact_id is not null and i.retracted_at is null
                    offset 0) i
                union
                select i.workspace_id, i.id from gone g cross join lateral (
                    select i.workspace_id, i.id from %1$s i
                    where i.workspace_id = g.workspace_id and i.wanted_contact_id = g.contact_id
                      and i.contact_id is null and i.retracted_at is null and i.wanted_contact_id is not null
                    offset 0) i
                union
                select i.workspace_id, i.id from gone g cross join lateral (
                    select i.workspace_id, i.id from %1$s i
                    where i.workspace_id = g.workspace_id
                      and coalesce(i.contact_id, i.wanted_contact_id) = g.contact_id and i.retracted_at is not null
                    offset 0) i
                union
                select i.workspace_id, i.id from theirs t cross join lateral (
                    select i.workspace_id, i.id from %1$s i
                    where i.workspace_id = t.workspace_id and i.address = t.address
                      and i.contact_id is null and i.retracted_at is null and i.address is not null
                    offset 0) i
                union
                select i.workspace_id, i.id from theirs t cross join lateral (
                    select i.workspace_id, i.id from %1$s i
                    where i.workspace_id = t.workspace_id and i.address = t.address
                      and i.contact_id is null and i.retracted_at is not null and i.address is not null
                    offset 0) i
            )
            delete from %1$s i using doomed d where i.workspace_id = d.workspace_id and i.id = d.id""";

    /** In two, so that each has its index. */
    private static final List<String> ERASE_ATTACHED = List.of("""
            delete from %1$s i using unnest(?::text[], ?::uuid[]) as g (workspace_id, contact_id)
            where i.workspace_id = g.workspace_id and i.contact_id = g.contact_id
              and i.contact_id is not null and i.retracted_at is null""", """
            delete from %1$s i using unnest(?::text[], ?::uuid[]) as g (workspace_id, contact_id)
            where i.workspace_id = g.workspace_id and i.contact_id is not null
              and coalesce(i.contact_id, i.wanted_contact_id) = g.contact_id and i.retracted_at is not null""");

    private final String attach;
    private final String missed;
    private final String erase;
    private final List<String> eraseAttached;

    private RowsAboutContacts(String table, String alsoSet, String knownSince) {
        attach = ATTACH.formatted(table, alsoSet);
        missed = MISSED.formatted(table, knownSince);
        erase = ERASE.formatted(table);
        eraseAttached = ERASE_ATTACHED.stream().map(sql -> sql.formatted(table)).toList();
    }

    /**
     * The rows of a table.
     *
     * @param alsoSet what attaching changes beside the contact and its owner, as {@code , column = value}; may be empty
     * @param knownSince the column that says when a row came
     */
    public static RowsAboutContacts in(String table, String alsoSet, String knownSince) {
        return new RowsAboutContacts(table, alsoSet, knownSince);
    }

    /** Attaches to these contacts, as far as somebody stands for them, what waited; returns what that was. */
    public <T> List<T> attach(
            Connection transaction, Collection<ContactKey> contacts, BulkStatement.RowReader<T> reader)
            throws SQLException {
        var standing = Directory.standing(transaction, contacts);
        if (standing.isEmpty()) {
            return List.of();
        }
        try (var update = BulkStatement.prepare(transaction, attach)) {
            return Standing.bind(update, standing).query(reader);
        }
    }

    /** Contacts that are known and for which something that has come since then waits nevertheless. */
    public List<ContactKey> missed(Connection transaction, Instant since) throws SQLException {
        try (var select = BulkStatement.prepare(transaction, missed)) {
            return select.value(since.toString()).query(ContactKey::read);
        }
    }

    /**
     * Deletes for good what is about erased contacts: what counts, what was retracted, and what still waits for them, also by
     * the addresses that the directory still has of them.
     */
    public void erase(Connection transaction, Collection<ContactKey> erased) throws SQLException {
        run(transaction, erase, erased);
    }

    /**
     * Deletes what a request attached to contacts while they were being erased. What is recorded for them from then on is
     * recorded for nobody: it waits, as for any id that is not known, and is never attached.
     */
    public void eraseAttached(Connection transaction, Collection<ContactKey> erased) throws SQLException {
        for (var sql : eraseAttached) {
            run(transaction, sql, erased);
        }
    }

    private static void run(Connection transaction, String sql, Collection<ContactKey> erased) throws SQLException {
        if (!erased.isEmpty()) {
            try (var delete = BulkStatement.prepare(transaction, sql)) {
                ContactKey.bind(delete, erased).execute();
            }
        }
    }
}
