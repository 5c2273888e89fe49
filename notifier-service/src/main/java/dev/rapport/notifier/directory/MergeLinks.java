package dev.rapport.notifier.directory;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is merged into what, and with it who stands for whom: the end of each chain, kept beside its every link. */
public final class MergeLinks {

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
                    select m.contact_id from contact m
                    where m.workspace_id = t.workspace_id and m.merged_into = t.contact_id
                    offset 0) m
            ), linked as (
                select t.workspace_id, t.contact_id, d.merged_into, d.survivor_id
                from touched t
                cross join lateral (
                    select d.merged_into, d.survivor_id from contact d
                    where d.workspace_id = t.workspace_id and d.contact_id = t.contact_id
                    offset 0) d
            ), chain (workspace_id, contact_id, reached) as (
                select workspace_id, contact_id, merged_into from linked where merged_into is not null
                union
                select c.workspace_id, c.contact_id, d.merged_into
                from chain c
                cross join lateral (
                    select d.merged_into from contact d
                    where d.workspace_id = c.workspace_id and d.contact_id = c.reached
                    offset 0) d
                where d.merged_into is not null
            ), ends as (
                select c.workspace_id, c.contact_id, c.reached
                from chain c
                left join lateral (
                    select d.merged_into from contact d
                    where d.workspace_id = c.workspace_id and d.contact_id = c.reached
                    offset 0) d on true
                where d.merged_into is null
            ), settled as (
                select l.workspace_id, l.contact_id, l.survivor_id as former,
                    case when l.merged_into is not null then coalesce(e.reached, l.contact_id) end as survivor
                from linked l
                left join ends e using (workspace_id, contact_id)
            )
            update contact d set survivor_id = s.survivor
            from settled s
            where d.workspace_id = s.workspace_id and d.contact_id = s.contact_id
              and s.former is distinct from s.survivor
            returning d.workspace_id, d.contact_id, s.former, s.survivor""";

    private MergeLinks() {}

    /**
     * Holds the links of these contacts' workspaces until the end of the transaction. Whoever is about to merge contacts or
     * to part them takes this before it changes any of them: settling the links changes others, too.
     */
    public static void hold(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        try (var lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            Columns.of(lock, List.copyOf(contacts)).text(ContactKey::workspace);
            lock.execute();
        }
    }

    /**
     * Settles who stands for what, now that contacts were merged or are so no more.
     *
     * @return every contact that has another survivor now, with its former and its present one
     */
    static Set<ContactKey> settle(Connection transaction, List<ContactKey> linked) throws SQLException {
        var regrouped = new TreeSet<ContactKey>();
        if (linked.isEmpty()) {
            return regrouped;
        }
        hold(transaction, linked);
        try (var update = transaction.prepareStatement(SETTLE)) {
            Columns.of(update, linked).text(ContactKey::workspace).uuid(ContactKey::contactId);
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    for (var column : List.of("contact_id", "former", "survivor")) {
                        var contact = ContactKey.read(rows, column);
                        if (contact.contactId() != null) {
                            regrouped.add(contact);
                        }
                    }
                }
            }
        }
        return regrouped;
    }
}
