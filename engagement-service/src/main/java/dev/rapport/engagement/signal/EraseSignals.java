package dev.rapport.engagement.signal;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Deletes for good what was recorded about erased contacts: what counts, what was retracted, and what still waits for them. */
final class EraseSignals {

    /**
     * Each branch is an index lookup. What waits by an address goes with its contact unless another contact has that address
     * too, to whom it will be attached.
     */
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
                select s.workspace_id, s.id from gone g cross join lateral (
                    select s.workspace_id, s.id from signal s
                    where s.workspace_id = g.workspace_id and s.contact_id = g.contact_id
                      and s.contact_id is not null and s.retracted_at is null
                    offset 0) s
                union
                select s.workspace_id, s.id from gone g cross join lateral (
                    select s.workspace_id, s.id from signal s
                    where s.workspace_id = g.workspace_id and s.wanted_contact_id = g.contact_id
                      and s.contact_id is null and s.retracted_at is null and s.wanted_contact_id is not null
                    offset 0) s
                union
                select s.workspace_id, s.id from gone g cross join lateral (
                    select s.workspace_id, s.id from signal s
                    where s.workspace_id = g.workspace_id
                      and coalesce(s.contact_id, s.wanted_contact_id) = g.contact_id and s.retracted_at is not null
                    offset 0) s
                union
                select s.workspace_id, s.id from theirs t cross join lateral (
                    select s.workspace_id, s.id from signal s
                    where s.workspace_id = t.workspace_id and s.address = t.address
                      and s.contact_id is null and s.retracted_at is null and s.address is not null
                    offset 0) s
                union
                select s.workspace_id, s.id from theirs t cross join lateral (
                    select s.workspace_id, s.id from signal s
                    where s.workspace_id = t.workspace_id and s.address = t.address
                      and s.contact_id is null and s.retracted_at is not null and s.address is not null
                    offset 0) s
            )
            delete from signal s using doomed d where s.workspace_id = d.workspace_id and s.id = d.id""";

    private static final String ERASE_ATTACHED = """
            delete from signal s using unnest(?::text[], ?::uuid[]) as g (workspace_id, contact_id)
            where s.workspace_id = g.workspace_id and s.contact_id = g.contact_id
              and s.contact_id is not null and s.retracted_at is null""";

    private EraseSignals() {}

    /** Deletes all that is of these contacts; by the addresses that the directory still has of them. */
    static void of(Connection transaction, Collection<ContactKey> erased) throws SQLException {
        run(transaction, ERASE, erased);
    }

    /**
     * Deletes what a request attached to contacts while they were being erased. What is recorded for them from then on is
     * recorded for nobody: it waits, as for any id that is not known, and is never attached.
     */
    static void attachedTo(Connection transaction, Collection<ContactKey> erased) throws SQLException {
        run(transaction, ERASE_ATTACHED, erased);
    }

    private static void run(Connection transaction, String sql, Collection<ContactKey> erased) throws SQLException {
        if (!erased.isEmpty()) {
            try (var delete = BulkStatement.prepare(transaction, sql)) {
                ContactKey.bind(delete, erased).execute();
            }
        }
    }
}
