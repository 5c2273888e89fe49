package dev.rapport.notifier.reminder;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.directory.Survivors;
import dev.rapport.notifier.planning.ReminderState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What a member does with a reminder: the change, the plan that follows from it, and the event, in one transaction. */
@ApplicationScoped
class ActOnReminder {

    private static final String CLOSE = """
            update reminder set state = :state, closed_at = :now, updated_at = :now, version = version + 1
            where workspace_id = :workspace and id = :id""";

    private static final String SNOOZE = """
            update reminder set state = 'snoozed', wake_at = :until, updated_at = :now, version = version + 1
            where workspace_id = :workspace and id = :id""";

    @Inject
    CurrentMember member;

    @Inject
    Reminders reminders;

    @Inject
    WorkspaceSql sql;

    @Inject
    DataSource database;

    @Inject
    ReminderPlanner planner;

    @Inject
    ActionEvents events;

    @Inject
    Clock clock;

    /** Does one thing with one reminder. Closing it again in the same way changes nothing. */
    @Transactional(rollbackOn = SQLException.class)
    ReminderView act(UUID id, Action action) throws SQLException {
        var contact = hold(id);
        try (var connection = database.getConnection()) {
            return change(connection, id, contact, action);
        }
    }

    /** Does the same with many reminders: with all with which it can be done. */
    @Transactional(rollbackOn = SQLException.class)
    BulkResult act(List<UUID> ids, Action action) throws SQLException {
        var results = new ArrayList<BulkResult.Item>();
        try (var connection = database.getConnection()) {
            holdAll(connection, ids);
            for (var id : ids) {
                try {
                    results.add(BulkResult.Item.of(change(connection, id, contactOf(id), action)));
                } catch (ApiException refused) {
                    results.add(BulkResult.Item.rejected(id, refused.problem()));
                }
            }
        }
        return BulkResult.of(results);
    }

    /** Refuses before it changes anything; the contact is held. */
    private ReminderView change(Connection connection, UUID id, ContactKey contact, Action action) throws SQLException {
        var reminder = reminders.lock(id);
        var now = clock.instant();
        if (action.verb() == Verb.SNOOZE) {
            return snooze(reminder, action, now);
        }
        if (reminder.state() == action.becomes()) {
            return reminder;
        }
        if (!reminder.state().isOpen()) {
            throw refused(reminder, action);
        }
        if (action.interaction() != null) {
            events.log(reminder, action.interaction(), now);
        }
        sql.update(CLOSE, Map.of("id", id, "state", action.becomes().json(), "now", now));
        planner.plan(connection, List.of(contact));
        events.actedOn(reminder, action, now);
        return reminders.require(id);
    }

    /** Only what the member was told of can be snoozed. */
    private ReminderView snooze(ReminderView reminder, Action action, Instant now) {
        if (reminder.state() != ReminderState.DUE && reminder.state() != ReminderState.SNOOZED) {
            throw refused(reminder, action);
        }
        sql.update(SNOOZE, Map.of("id", reminder.id(), "until", action.until(), "now", now));
        events.actedOn(reminder, action, now);
        return reminders.require(reminder.id());
    }

    /**
     * Keeps planning off the reminder's contact, or who stands for it, before the row is locked: the order in which all
     * planning locks. Who stands for it can have changed while this waited.
     */
    ContactKey hold(UUID id) throws SQLException {
        ContactKey held = null;
        var contact = contactOf(id);
        try (var connection = database.getConnection()) {
            while (!contact.equals(held)) {
                Locks.contacts(connection, List.of(contact));
                held = contact;
                contact = contactOf(id);
            }
            holdHabits(connection);
        }
        return contact;
    }

    /** The same for many; those that are not there are left to be refused. */
    private void holdAll(Connection connection, List<UUID> ids) throws SQLException {
        var contacts = reminders.contactsOf(ids).stream()
                .map(contact -> new ContactKey(member.workspace(), contact))
                .collect(Collectors.toSet());
        Survivors.hold(connection, contacts);
        holdHabits(connection);
    }

    /** Before any row is locked, too: whoever changes the member's preferences holds these, and then locks all rows. */
    private void holdHabits(Connection connection) throws SQLException {
        Locks.habitsOf(connection, List.of(new MemberKey(member.workspace(), member.id())));
    }

    private ContactKey contactOf(UUID id) {
        return new ContactKey(member.workspace(), reminders.require(id).contactId());
    }

    private static ApiException refused(ReminderView reminder, Action wanted) {
        return ApiException.of(
                ProblemType.CONFLICT,
                "This reminder is " + reminder.state().json() + "; it cannot be " + wanted.told()
                        + " any more or yet.");
    }
}
