package dev.rapport.engagement.interaction;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.DirectoryChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Deletes for good what was recorded about erased contacts: what counts, what was retracted, and what still waits for them. */
@ApplicationScoped
public class EraseInteractions {

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
                select i.workspace_id, i.id from gone g cross join lateral (
                    select i.workspace_id, i.id from interaction i
                    where i.workspace_id = g.workspace_id and i.contact_id = g.contact_id
                      and i.contact_id is not null and i.retracted_at is null
                    offset 0) i
                union
                select i.workspace_id, i.id from gone g cross join lateral (
                    select i.workspace_id, i.id from interaction i
                    where i.workspace_id = g.workspace_id and i.wanted_contact_id = g.contact_id
                      and i.contact_id is null and i.retracted_at is null and i.wanted_contact_id is not null
                    offset 0) i
                union
                select i.workspace_id, i.id from gone g cross join lateral (
                    select i.workspace_id, i.id from interaction i
                    where i.workspace_id = g.workspace_id
                      and coalesce(i.contact_id, i.wanted_contact_id) = g.contact_id and i.retracted_at is not null
                    offset 0) i
                union
                select i.workspace_id, i.id from theirs t cross join lateral (
                    select i.workspace_id, i.id from interaction i
                    where i.workspace_id = t.workspace_id and i.address = t.address
                      and i.contact_id is null and i.retracted_at is null and i.address is not null
                    offset 0) i
                union
                select i.workspace_id, i.id from theirs t cross join lateral (
                    select i.workspace_id, i.id from interaction i
                    where i.workspace_id = t.workspace_id and i.address = t.address
                      and i.contact_id is null and i.retracted_at is not null and i.address is not null
                    offset 0) i
            )
            delete from interaction i using doomed d where i.workspace_id = d.workspace_id and i.id = d.id""";

    /** In two, so that each has its index. */
    private static final List<String> ERASE_ATTACHED = List.of("""
            delete from interaction i using unnest(?::text[], ?::uuid[]) as g (workspace_id, contact_id)
            where i.workspace_id = g.workspace_id and i.contact_id = g.contact_id
              and i.contact_id is not null and i.retracted_at is null""", """
            delete from interaction i using unnest(?::text[], ?::uuid[]) as g (workspace_id, contact_id)
            where i.workspace_id = g.workspace_id and i.contact_id is not null
              and coalesce(i.contact_id, i.wanted_contact_id) = g.contact_id and i.retracted_at is not null""");

    void follow(@Observes DirectoryChange change) throws SQLException {
        run(change.transaction(), ERASE, change.erased().keySet());
    }

    /**
     * Deletes what a request attached to contacts while they were being erased. What is recorded for them from then on is
     * recorded for nobody: it waits, as for any id that is not known, and is never attached.
     */
    public static void attachedTo(Connection transaction, Collection<ContactKey> erased) throws SQLException {
        for (var sql : ERASE_ATTACHED) {
            run(transaction, sql, erased);
        }
    }

    private static void run(Connection transaction, String sql, Collection<ContactKey> erased) throws SQLException {
        if (erased.isEmpty()) {
            return;
        }
        try (var delete = BulkStatement.prepare(transaction, sql)) {
            ContactKey.bind(delete, erased).execute();
        }
    }
}
