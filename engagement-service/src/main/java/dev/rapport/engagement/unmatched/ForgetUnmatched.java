package dev.rapport.engagement.unmatched;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.DirectoryChange;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Forgets by what erased contacts were named, and what erased workspaces ignored. */
@ApplicationScoped
public class ForgetUnmatched {

    /** After those who delete what waits, so that nothing of it is counted any more. */
    private static final int LATE = Interceptor.Priority.APPLICATION + 900;

    /** The ids of contacts and their addresses, but for those that another contact has as well. */
    private static final String NAMES = """
            with gone as (
                select * from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            )
            select workspace_id, contact_id::text as name from gone
            union
            select g.workspace_id, a.address from gone g
            join directory_address a using (workspace_id, contact_id)
            where not exists (
                select from directory_address o
                where o.workspace_id = a.workspace_id and o.address = a.address and not o.former)""";

    private static final String FORGET = """
            delete from %s t using unnest(?::text[], ?::text[]) as k (workspace_id, name)
            where t.workspace_id = k.workspace_id and t.name = k.name""";

    private static final String OFFER_AGAIN = """
            update unmatched set ignored_at = null
            where workspace_id = ? and ignored_at is not null and ignored_at <= ?::timestamptz""";

    void follow(@Observes @Priority(LATE) DirectoryChange change) throws SQLException {
        var erased = new TreeSet<>(change.erased().keySet());
        if (erased.isEmpty()) {
            return;
        }
        var transaction = change.transaction();
        for (var workspace :
                erased.stream().map(ContactKey::workspace).collect(Collectors.toCollection(TreeSet::new))) {
            CountWaiting.hold(transaction, workspace);
        }
        Set<Name> names;
        try (var select = BulkStatement.prepare(transaction, NAMES)) {
            names = Set.copyOf(ContactKey.bind(select, erased)
                    .query(row -> new Name(row.getString("workspace_id"), row.getString("name"))));
        }
        for (var table : new String[] {"unmatched_change", "unmatched"}) {
            try (var delete = BulkStatement.prepare(transaction, FORGET.formatted(table))) {
                delete.column("text", names, Name::workspace)
                        .column("text", names, Name::name)
                        .execute();
            }
        }
    }

    /** Forgets what a workspace ignored up to an instant, and counts what is left to wait in it. */
    public static void ofWorkspace(Connection transaction, String workspace, Instant erasedAt) throws SQLException {
        CountWaiting.count(transaction, workspace);
        try (var update = BulkStatement.prepare(transaction, OFFER_AGAIN)) {
            update.value(workspace).value(erasedAt.toString()).execute();
        }
        CountWaiting.forgetEmpty(transaction, workspace);
    }

    private record Name(String workspace, String name) {}
}
