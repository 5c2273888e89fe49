package dev.rapport.engagement.directory;

import dev.rapport.engagement.bulk.BulkStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Who stands for contacts that were merged: the end of each chain of merges, kept beside its every link. */
final class Survivors {

    /** Whoever changes the links of a workspace sees all that others have changed; merges are rare enough for one at a time. */
    private static final String ONE_AT_A_TIME = """
            select pg_advisory_xact_lock(k)
            from (select distinct hashtextextended('merges of ' || w, 0) as k from unnest(?::text[]) as w order by k) o""";

    /**
     * Follows the links back to all that is merged into the given contacts, and from each of these to the end. The unions
     * drop what was seen before, so that a circle comes to an end; what has none stands for itself, and is not there. Each
     * step is an index lookup of its own, which "offset 0" sees to.
     */
    private static final String SETTLE = """
            with recursive touched (workspace_id, contact_id) as (
                select * from unnest(?::text[], ?::uuid[])
                union
                select t.workspace_id, m.contact_id
                from touched t
                cross join lateral (
                    select m.contact_id from directory_contact m
                    where m.workspace_id = t.workspace_id and m.merged_into = t.contact_id
                    offset 0) m
            ), linked as (
                select t.workspace_id, t.contact_id, d.merged_into, d.survivor_id
                from touched t
                cross join lateral (
                    select d.merged_into, d.survivor_id from directory_contact d
                    where d.workspace_id = t.workspace_id and d.contact_id = t.contact_id
                    offset 0) d
            ), chain (workspace_id, contact_id, reached) as (
                select workspace_id, contact_id, merged_into from linked where merged_into is not null
                union
                select c.workspace_id, c.contact_id, d.merged_into
                from chain c
                cross join lateral (
                    select d.merged_into from directory_contact d
                    where d.workspace_id = c.workspace_id and d.contact_id = c.reached
                    offset 0) d
                where d.merged_into is not null
            ), ends as (
                select c.workspace_id, c.contact_id, c.reached
                from chain c
                left join lateral (
                    select d.merged_into from directory_contact d
                    where d.workspace_id = c.workspace_id and d.contact_id = c.reached
                    offset 0) d on true
                where d.merged_into is null
            ), settled as (
                select l.workspace_id, l.contact_id, l.survivor_id as former,
                    case when l.merged_into is not null then coalesce(e.reached, l.contact_id) end as survivor
                from linked l
                left join ends e using (workspace_id, contact_id)
            )
            update directory_contact d set survivor_id = s.survivor
            from settled s
            where d.workspace_id = s.workspace_id and d.contact_id = s.contact_id
              and s.former is distinct from s.survivor
            returning d.workspace_id, d.contact_id, s.former, s.survivor""";

    private Survivors() {}

    /**
     * Settles who stands for what, now that contacts were merged or are so no more.
     *
     * @return every contact that has another survivor now, with its former and its present one
     */
    static Set<ContactKey> settle(Connection transaction, Collection<ContactKey> linked) throws SQLException {
        var regrouped = new TreeSet<ContactKey>();
        if (linked.isEmpty()) {
            return regrouped;
        }
        try (var lock = BulkStatement.prepare(transaction, ONE_AT_A_TIME)) {
            lock.column("text", linked, ContactKey::workspace).query(row -> null);
        }
        try (var update = BulkStatement.prepare(transaction, SETTLE)) {
            ContactKey.bind(update, linked).query(row -> {
                var contact = ContactKey.read(row);
                regrouped.add(contact);
                add(regrouped, contact, row, "former");
                add(regrouped, contact, row, "survivor");
                return contact;
            });
        }
        return regrouped;
    }

    private static void add(Set<ContactKey> regrouped, ContactKey contact, ResultSet row, String column)
            throws SQLException {
        var id = row.getObject(column, UUID.class);
        if (id != null) {
            regrouped.add(new ContactKey(contact.workspace(), id));
        }
    }
}
