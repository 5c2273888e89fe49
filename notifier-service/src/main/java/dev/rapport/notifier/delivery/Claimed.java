package dev.rapport.notifier.delivery;

import dev.rapport.notifier.preference.Language;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A delivery that this instance may send until its lease ends. All times are the database's.
 *
 * @param lease whose result counts: a worker that comes back after its lease has lost it to another
 * @param category of the notification, which tells who writes its mail
 * @param contactId null for what is about nobody in particular
 * @param reminderId null for all but reminders
 * @param draft a line to send; null for none
 * @param language of the member
 * @param wanted whether it is still worth saying: a reminder no longer is when the member has dealt with it
 */
public record Claimed(
        String workspace,
        UUID id,
        UUID lease,
        int attempts,
        String address,
        UUID notificationId,
        String member,
        String category,
        UUID contactId,
        UUID reminderId,
        String title,
        String body,
        String draft,
        Language language,
        boolean wanted) {

    private static final String CLAIM = """
            with picked as materialized (
                select workspace_id, id from delivery
                where state = 'pending' and next_attempt_at <= now()
                order by next_attempt_at limit ? for update skip locked)
            update delivery d set attempts = d.attempts + 1, lease = ?,
                next_attempt_at = now() + make_interval(secs => ?)
            from picked
            join delivery self using (workspace_id, id)
            join notification n on n.workspace_id = self.workspace_id and n.id = self.notification_id
            left join preference p on p.workspace_id = n.workspace_id and p.member = n.member
            left join reminder r on r.workspace_id = n.workspace_id and r.id = n.reminder_id
            where d.workspace_id = picked.workspace_id and d.id = picked.id
            returning d.workspace_id, d.id, d.lease, d.attempts, d.address, n.id as notification_id, n.member,
                n.category, n.contact_id, n.reminder_id, n.title, n.body, n.draft,
                coalesce(p.language, 'en') as language,
                n.category <> 'reminder' or coalesce(r.state = 'due' and r.notification_id = n.id, false) as wanted""";

    static List<Claimed> next(Connection transaction, int most, Duration lease) throws SQLException {
        try (var claim = transaction.prepareStatement(CLAIM)) {
            claim.setInt(1, most);
            claim.setObject(2, UUID.randomUUID());
            claim.setDouble(3, lease.toMillis() / 1000.0);
            try (var rows = claim.executeQuery()) {
                var claimed = new ArrayList<Claimed>();
                while (rows.next()) {
                    claimed.add(read(rows));
                }
                return claimed;
            }
        }
    }

    private static Claimed read(ResultSet row) throws SQLException {
        return new Claimed(
                row.getString("workspace_id"),
                row.getObject("id", UUID.class),
                row.getObject("lease", UUID.class),
                row.getInt("attempts"),
                row.getString("address"),
                row.getObject("notification_id", UUID.class),
                row.getString("member"),
                row.getString("category"),
                row.getObject("contact_id", UUID.class),
                row.getObject("reminder_id", UUID.class),
                row.getString("title"),
                row.getString("body"),
                row.getString("draft"),
                Language.of(row.getString("language")),
                row.getBoolean("wanted"));
    }
}
