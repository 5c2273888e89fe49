package dev.rapport.notifier.reminder;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.directory.Survivors;
import dev.rapport.notifier.planning.PlannedReminder;
import dev.rapport.notifier.planning.Reconciliation;
import dev.rapport.notifier.planning.ReminderPlan;
import dev.rapport.notifier.preference.PreferencesChanged;
import dev.rapport.notifier.series.Occurrences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Plans contacts anew: reads their situations, compares plan and store, writes the difference. */
@ApplicationScoped
public class ReminderPlanner {

    /** How many contacts one round reads and writes. */
    private static final int ROUND = 500;

    private static final String OWNERS = """
            select distinct c.workspace_id, c.owner
            from unnest(?::text[], ?::uuid[]) as wanted (workspace_id, contact_id)
            join contact c using (workspace_id, contact_id) where not c.deleted""";

    private static final String CONTACTS_OF_MEMBER =
            "select contact_id from contact where workspace_id = ? and owner = ? and not deleted order by contact_id";

    private final Clock clock;
    private final DataSource database;
    private final ReminderConfig config;

    @Inject
    ReminderPlanner(Clock clock, DataSource database, ReminderConfig config) {
        this.clock = clock;
        this.database = database;
        this.config = config;
    }

    /**
     * Plans contacts anew, each with all that is merged into it, in the caller's transaction, which holds them
     * ({@link Survivors#hold}). None of them is merged itself: nothing is planned for a contact that another stands for.
     */
    public void plan(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        var all = contacts.stream().distinct().sorted().toList();
        Locks.habitsOf(transaction, owners(transaction, all));
        planRounds(transaction, all);
    }

    /**
     * Plans all contacts of a member anew when the member's preferences change. The transaction holds the member alone, so
     * whoever holds a contact of this member waits, and plans after this by the new preferences.
     */
    void follow(@Observes PreferencesChanged changed) throws SQLException {
        try (var transaction = database.getConnection()) {
            planRounds(transaction, contactsOf(transaction, changed.member()));
            HeldBack.release(transaction, changed.member(), clock.instant(), config.settle());
        }
    }

    private void planRounds(Connection transaction, List<ContactKey> contacts) throws SQLException {
        for (int from = 0; from < contacts.size(); from += ROUND) {
            planRound(transaction, contacts.subList(from, Math.min(from + ROUND, contacts.size())));
        }
    }

    private void planRound(Connection transaction, List<ContactKey> contacts) throws SQLException {
        var plans = new HashMap<ContactKey, ReminderPlan>();
        var owners = new HashMap<ContactKey, String>();
        var now = clock.instant();
        for (var found : SituationReader.read(transaction, contacts, now)) {
            plans.put(found.key(), ReminderPlan.of(found.situation(), now));
            owners.put(found.key(), found.owner());
        }
        var causes = plans.values().stream()
                .flatMap(plan -> plan.reminders().stream())
                .map(PlannedReminder::cause)
                .collect(Collectors.toSet());
        var stored = StoredReminders.read(transaction, contacts, causes);
        var changes = new Changes();
        for (var contact : contacts) {
            var plan = plans.getOrDefault(contact, ReminderPlan.NONE);
            var difference = Reconciliation.of(plan, stored.getOrDefault(contact, List.of()), now);
            changes.add(contact.workspace(), contact.contactId(), owners.get(contact), difference);
        }
        changes.write(transaction, now, now.plus(config.settle()));
        Occurrences.settle(transaction, contacts, now);
    }

    private static List<MemberKey> owners(Connection transaction, List<ContactKey> contacts) throws SQLException {
        try (var query = transaction.prepareStatement(OWNERS)) {
            Columns.of(query, contacts).text(ContactKey::workspace).uuid(ContactKey::contactId);
            try (var rows = query.executeQuery()) {
                var owners = new ArrayList<MemberKey>();
                while (rows.next()) {
                    owners.add(new MemberKey(rows.getString(1), rows.getString(2)));
                }
                return owners;
            }
        }
    }

    private static List<ContactKey> contactsOf(Connection transaction, MemberKey member) throws SQLException {
        try (var query = transaction.prepareStatement(CONTACTS_OF_MEMBER)) {
            query.setString(1, member.workspace());
            query.setString(2, member.member());
            try (var rows = query.executeQuery()) {
                var contacts = new ArrayList<ContactKey>();
                while (rows.next()) {
                    contacts.add(new ContactKey(member.workspace(), rows.getObject(1, UUID.class)));
                }
                return contacts;
            }
        }
    }
}
