package dev.rapport.engagement.erasure;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.DirectoryChange;
import dev.rapport.engagement.tie.ForgetTies;
import dev.rapport.engagement.unmatched.ForgetUnmatched;
import dev.rapport.events.ContactEvent.CareerChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Deletes what a workspace had up to an instant: table by table, a few thousand rows at a time. */
@ApplicationScoped
class EraseWorkspace {

    /**
     * What is older than the erasure, and what hangs on a contact that was. Rows of the outbox leave by themselves, those of
     * the inbox hold nothing but the ids of events.
     */
    private static final List<String> DELETES = List.of(
            delete("directory_contact", "t.told_at <= ?::timestamptz"),
            delete("directory_address", "?::timestamptz is not null and " + ofNobody("contact_id")),
            delete(
                    "interaction",
                    "(t.recorded_at <= ?::timestamptz or (t.contact_id is not null and " + ofNobody("contact_id")
                            + "))"),
            delete(
                    "signal",
                    "(t.seen_at <= ?::timestamptz or (t.contact_id is not null and " + ofNobody("contact_id") + "))"),
            delete("engagement_import", "t.created_at <= ?::timestamptz"),
            delete("own_address", "t.given_at <= ?::timestamptz"),
            delete("idempotency_key", "t.created_at <= ?::timestamptz"),
            delete("scoring_profile", "t.created_at <= ?::timestamptz"),
            delete("network_day", "t.day <= (?::timestamptz at time zone 'UTC')::date"));

    /** Of a contact's signals another may have been deleted that stood for the one that is left. */
    private static final String REMAINING = """
            with erased as (select ?::text as workspace_id)
            select t.workspace_id, t.contact_id from erased join tie t using (workspace_id)
            union
            select s.workspace_id, s.contact_id from erased join signal s using (workspace_id)
            where s.contact_id is not null and s.same_as is not null and s.retracted_at is null""";

    private final Event<DirectoryChange> followers;
    private final Clock clock;

    @Inject
    EraseWorkspace(Event<DirectoryChange> followers, Clock clock) {
        this.followers = followers;
        this.clock = clock;
    }

    /** Deletes some rows of each table, and says how many altogether: 0 when there is nothing left. */
    int batch(Connection transaction, String workspace, Instant erasedAt) throws SQLException {
        int deleted = 0;
        for (var sql : DELETES) {
            try (var delete = transaction.prepareStatement(sql)) {
                delete.setString(1, workspace);
                delete.setString(2, erasedAt.toString());
                deleted += delete.executeUpdate();
            }
        }
        return deleted + ForgetTies.ofNobody(transaction, workspace, clock.instant());
    }

    /** Deletes all that is left, and has the ties of contacts that are newer than the erasure folded anew. */
    void rest(Connection transaction, String workspace, Instant erasedAt) throws SQLException {
        int deleted;
        do {
            deleted = batch(transaction, workspace, erasedAt);
        } while (deleted > 0);
        ForgetUnmatched.ofWorkspace(transaction, workspace, erasedAt);
        var remaining = new TreeSet<ContactKey>();
        try (var select = transaction.prepareStatement(REMAINING)) {
            select.setString(1, workspace);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    remaining.add(ContactKey.read(rows));
                }
            }
        }
        if (!remaining.isEmpty()) {
            followers.fire(new DirectoryChange(
                    transaction, remaining, remaining, Map.<ContactKey, UUID>of(), Map.<ContactKey, CareerChange>of()));
            // Their profile may be gone, and with it what it ranked.
            ForgetTies.ofOtherGenerations(transaction, workspace, remaining);
        }
    }

    private static String delete(String table, String condition) {
        return "delete from " + table + " where ctid = any (array(select t.ctid from " + table
                + " t where t.workspace_id = ? and " + condition + " limit 5000))";
    }

    private static String ofNobody(String contact) {
        return "not exists (select from directory_contact d where d.workspace_id = t.workspace_id and d.contact_id = t."
                + contact + ")";
    }
}
