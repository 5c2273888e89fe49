package dev.rapport.notifier.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Deletes what a workspace had up to an instant: table by table, a few thousand rows at a time. */
@ApplicationScoped
class EraseWorkspace {

    private static final String OF_ENDED = " or exists (select from contact c where c.workspace_id = t.workspace_id"
            + " and c.contact_id = t.contact_id and c.told_at <= at.erased)";

    /**
     * What is older than the erasure, and what hangs on a contact that is; the contacts last, therefore. Rows of the outbox
     * leave by themselves, those of the inbox hold nothing but the ids of events.
     */
    private static final List<String> DELETES = List.of(
            delete("relevance", "t.told_at <= at.erased" + OF_ENDED),
            delete("alert", "t.created_at <= at.erased" + OF_ENDED),
            delete("mute", "t.created_at <= at.erased" + OF_ENDED),
            delete("draft_template", "t.updated_at <= at.erased"),
            delete("touch", "t.recorded_at <= at.erased" + OF_ENDED),
            delete("signal", "t.seen_at <= at.erased" + OF_ENDED),
            delete("reminder", "t.created_at <= at.erased" + OF_ENDED),
            delete("reminder_series", "t.created_at <= at.erased" + OF_ENDED),
            delete("notification", "t.created_at <= at.erased" + OF_ENDED),
            delete(
                    "delivery",
                    "not exists (select from notification n where n.workspace_id = t.workspace_id"
                            + " and n.id = t.notification_id)"),
            delete(
                    "edition",
                    "t.composed_at <= at.erased or exists (select from contact c where c.workspace_id = t.workspace_id"
                            + " and c.contact_id = any (t.contact_ids) and c.told_at <= at.erased)"),
            delete("email_channel", "t.created_at <= at.erased"),
            delete("feed", "t.created_at <= at.erased"),
            delete("link_key", "t.created_at <= at.erased"),
            delete("webhook", "t.created_at <= at.erased"),
            delete("webhook_secret", withoutIts("webhook w", "w.id = t.webhook_id")),
            delete("webhook_message", "t.created_at <= at.erased" + OF_ENDED),
            delete(
                    "webhook_delivery",
                    withoutIts("webhook w", "w.id = t.webhook_id") + " or "
                            + withoutIts("webhook_message w", "w.id = t.message_id")),
            delete("webhook_attempt", withoutIts("webhook_delivery w", "w.id = t.delivery_id")),
            delete("preference", "t.updated_at <= at.erased"),
            delete("idempotency_key", "t.created_at <= at.erased"),
            delete("contact", "t.told_at <= at.erased"),
            delete(
                    "edition_schedule",
                    "not exists (select from contact c where c.workspace_id = t.workspace_id and c.owner = t.member"
                            + " and not c.deleted) and not exists (select from preference p"
                            + " where p.workspace_id = t.workspace_id and p.member = t.member)"));

    /** Deletes some rows of the first table that has any; returns how many, 0 when there is nothing left. */
    int batch(Connection transaction, String workspace, Instant erasedAt) throws SQLException {
        for (var sql : DELETES) {
            try (var delete = transaction.prepareStatement(sql)) {
                delete.setString(1, erasedAt.toString());
                delete.setString(2, workspace);
                int deleted = delete.executeUpdate();
                if (deleted > 0) {
                    return deleted;
                }
            }
        }
        return 0;
    }

    /** Deletes all that is left. */
    void rest(Connection transaction, String workspace, Instant erasedAt) throws SQLException {
        int deleted;
        do {
            deleted = batch(transaction, workspace, erasedAt);
        } while (deleted > 0);
    }

    private static String withoutIts(String whole, String id) {
        return "not exists (select from " + whole + " where w.workspace_id = t.workspace_id and " + id + ")";
    }

    private static String delete(String table, String condition) {
        return "delete from " + table + " where ctid = any (array(select t.ctid from " + table
                + " t, (select ?::timestamptz as erased) at where t.workspace_id = ? and (" + condition
                + ") limit 5000))";
    }
}
