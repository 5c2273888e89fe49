package dev.rapport.notifier.erasure;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.edition.ForgetInEditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deletes for good what is stored about erased contacts, and acknowledges each. */
@ApplicationScoped
public class EraseContacts {

    private static final String GONE = " using unnest(?::text[], ?::uuid[]) as gone (workspace_id, contact_id)"
            + " where t.workspace_id = gone.workspace_id and t.contact_id = gone.contact_id";

    private static final String REMINDERS_GONE =
            " using unnest(?::text[], ?::uuid[]) as gone (workspace_id, contact_id)"
                    + " join reminder t using (workspace_id, contact_id)";

    /** An event about many contacts, such as an edition's, names them in its body alone. */
    private static final String OF_MANY = "m.contact_id is null and m.body like '%' || t.contact_id || '%'";

    /**
     * The touches that count and those that do not have an index each. The reminders are locked before what was told of them
     * is deleted: whoever is telling one now holds it, and what comes of that is there when this goes on. What was told of a
     * merged contact's reminder names its survivor, so it is looked for by both.
     */
    private static final List<String> DELETES = List.of(
            "delete from relevance t" + GONE,
            "delete from alert t" + GONE,
            "delete from mute t" + GONE,
            "delete from touch t" + GONE + " and not t.retracted",
            "delete from touch t" + GONE + " and t.retracted",
            "delete from signal t" + GONE + " and not t.retracted",
            "delete from signal t" + GONE + " and t.retracted",
            "select from reminder t join unnest(?::text[], ?::uuid[]) as gone (workspace_id, contact_id)"
                    + " using (workspace_id, contact_id) order by t.workspace_id, t.id for update of t",
            "delete from delivery d" + REMINDERS_GONE
                    + " join notification n on n.workspace_id = t.workspace_id and n.reminder_id = t.id"
                    + " where d.workspace_id = n.workspace_id and d.notification_id = n.id",
            "delete from notification n" + REMINDERS_GONE
                    + " where n.workspace_id = t.workspace_id and n.reminder_id = t.id",
            "delete from delivery d using unnest(?::text[], ?::uuid[]) as gone (workspace_id, contact_id)"
                    + " join notification n using (workspace_id, contact_id)"
                    + " where d.workspace_id = n.workspace_id and d.notification_id = n.id",
            "delete from notification t" + GONE,
            deliveriesOf("m.contact_id = t.contact_id"),
            "delete from webhook_message t" + GONE,
            deliveriesOf("m.reminder_id in (select r.id from reminder r where r.workspace_id = t.workspace_id"
                    + " and r.contact_id = t.contact_id)"),
            "delete from webhook_message m" + REMINDERS_GONE
                    + " where m.workspace_id = t.workspace_id and m.reminder_id = t.id",
            deliveriesOf(OF_MANY),
            "delete from webhook_message m using unnest(?::text[], ?::uuid[]) as t (workspace_id, contact_id)"
                    + " where m.workspace_id = t.workspace_id and " + OF_MANY,
            "delete from reminder t" + GONE,
            "delete from reminder_series t" + GONE);

    @Inject
    Acknowledgements acknowledgements;

    @Inject
    ForgetInEditions editions;

    /**
     * Forgets contacts, in the caller's transaction, which holds them.
     *
     * @param erased each with its erasure
     */
    public void erase(Connection transaction, Map<ContactKey, UUID> erased) throws SQLException {
        if (erased.isEmpty()) {
            return;
        }
        var contacts = List.copyOf(erased.keySet());
        editions.forget(transaction, contacts);
        for (var sql : DELETES) {
            try (var delete = transaction.prepareStatement(sql)) {
                Columns.of(delete, contacts).text(ContactKey::workspace).uuid(ContactKey::contactId);
                delete.execute();
            }
        }
        for (var entry : erased.entrySet()) {
            var contact = entry.getKey();
            acknowledgements.append(transaction, contact.workspace(), entry.getValue(), contact.contactId());
        }
    }

    /** Deletes deliveries of such webhook messages, and the log of their attempts. */
    private static String deliveriesOf(String such) {
        return "with gone as (delete from webhook_delivery d using unnest(?::text[], ?::uuid[]) as t (workspace_id, contact_id)"
                + " join webhook_message m on m.workspace_id = t.workspace_id and " + such
                + " where d.workspace_id = m.workspace_id and d.message_id = m.id returning d.workspace_id, d.id)"
                + " delete from webhook_attempt a using gone"
                + " where a.workspace_id = gone.workspace_id and a.delivery_id = gone.id";
    }
}
