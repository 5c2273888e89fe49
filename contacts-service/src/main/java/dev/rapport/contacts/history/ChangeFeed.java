package dev.rapport.contacts.history;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactView;
import dev.rapport.contacts.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Every change of the workspace's contacts, once and in order. Positions are (transaction, sequence number); what is given
 * ends before the oldest transaction still under way, since that one may yet write at any later position.
 */
@ApplicationScoped
class ChangeFeed {

    private static final String EDGE = """
            select pg_snapshot_xmin(pg_current_snapshot())::text as xid,
                (select system_identifier::text from pg_control_system()) as database
            where :workspace <> ''""";

    private static final String CHANGES = """
            select xid::text, seq, contact_id, version, kind, at, fields #>> '{mergedInto,to}' as merged_into
            from contact_change
            where workspace_id = :workspace and (xid, seq) > (:xid::xid8, :seq) and xid < :edge::xid8
            order by xid, seq
            limit :limit""";

    private final WorkspaceSql sql;
    private final Contacts contacts;
    private final ContactView view;
    private final FeedConfig config;
    private final Clock clock;

    @Inject
    ChangeFeed(WorkspaceSql sql, Contacts contacts, ContactView view, FeedConfig config, Clock clock) {
        this.sql = sql;
        this.contacts = contacts;
        this.view = view;
        this.config = config;
        this.clock = clock;
    }

    /** The changes after this token; all that are kept for null. */
    ContactUpdates since(String text, int limit) {
        var now = clock.instant();
        var edge = edge();
        var token = text == null || text.isEmpty()
                ? SyncToken.start(edge.database, now)
                : SyncToken.read(text, edge.database, now, config.reach());
        var found = changes(token, edge, limit + 1);
        boolean more = found.size() > limit;
        var given = more ? found.subList(0, limit) : found;
        var next = more
                ? token.after(given.get(limit - 1).xid, given.get(limit - 1).seq)
                : SyncToken.before(edge.database, edge.xid, now);
        return new ContactUpdates(updates(given), next.text(), more);
    }

    /** No changes, but the token to follow the feed with from now on. */
    ContactUpdates now() {
        var edge = edge();
        var token = SyncToken.before(edge.database, edge.xid, clock.instant());
        return new ContactUpdates(List.of(), token.text(), false);
    }

    private Edge edge() {
        return sql.first(EDGE, Map.of(), row -> new Edge(row.getString("xid"), row.getString("database")))
                .orElseThrow();
    }

    private List<Change> changes(SyncToken token, Edge edge, int limit) {
        return sql.list(
                CHANGES,
                Map.of("xid", token.xid(), "seq", token.seq(), "edge", edge.xid, "limit", limit),
                row -> new Change(
                        row.getString("xid"),
                        row.getLong("seq"),
                        row.getObject("contact_id", UUID.class),
                        row.getLong("version"),
                        row.getString("kind"),
                        instant(row, "at"),
                        row.getString("merged_into")));
    }

    private List<ContactUpdate> updates(List<Change> changes) {
        var known = contacts.find(changes.stream().map(Change::id).collect(Collectors.toSet()));
        return changes.stream()
                .map(change -> change.update(known.get(change.id), view))
                .toList();
    }

    /** @param xid the oldest transaction still under way, or the next one */
    private record Edge(String xid, String database) {}

    private record Change(String xid, long seq, UUID id, long version, String kind, Instant at, String mergedInto) {

        ContactUpdate update(Contact contact, ContactView view) {
            return new ContactUpdate(
                    ContactUpdate.Type.of(kind),
                    id,
                    version,
                    at,
                    mergedInto == null ? null : UUID.fromString(mergedInto),
                    contact == null || !contact.isPresent() ? null : view.of(contact));
        }
    }
}
