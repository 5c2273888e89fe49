package dev.rapport.notifier.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.events.Event;
import dev.rapport.events.NotificationEvent;
import dev.rapport.events.NotificationEvent.NotificationActedOn;
import dev.rapport.messaging.Messaging;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.planning.ReminderState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What a member does with a reminder: the change, the plan that follows from it, and the event, in one transaction. */
@ApplicationScoped
class ActOnReminder {

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

    private static final String CLOSE = """
            update reminder set state = :state, closed_at = :now, updated_at = :now, version = version + 1
            where workspace_id = :workspace and id = :id""";

    private static final String SNOOZE = """
            update reminder set state = 'snoozed', wake_at = :until, updated_at = :now, version = version + 1
            where workspace_id = :workspace and id = :id""";

    private static final String NOTIFICATION =
            "select notification_id from reminder where workspace_id = :workspace and id = :id";

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
    Messaging messaging;

    @Inject
    Clock clock;

    /** Closes an open reminder as done or dismissed. Closing it again in the same way changes nothing. */
    @Transactional(rollbackOn = SQLException.class)
    ReminderView close(UUID id, ReminderState as) throws SQLException {
        var contact = hold(id);
        var reminder = reminders.lock(id);
        if (reminder.state() == as) {
            return reminder;
        }
        if (!reminder.state().isOpen()) {
            throw refused(reminder, as.json());
        }
        var now = clock.instant();
        sql.update(CLOSE, Map.of("id", id, "state", as.json(), "now", now));
        try (var connection = database.getConnection()) {
            planner.plan(connection, List.of(contact));
        }
        publish(reminder, as.json(), now);
        return reminders.require(id);
    }

    /** Has the member told again later. Only what the member was told of can be snoozed. */
    @Transactional(rollbackOn = SQLException.class)
    ReminderView snooze(UUID id, Instant until) throws SQLException {
        hold(id);
        var reminder = reminders.lock(id);
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw ApiException.invalid("until", "must lie in the future, at most a year ahead");
        }
        if (reminder.state() != ReminderState.DUE && reminder.state() != ReminderState.SNOOZED) {
            throw refused(reminder, "snoozed");
        }
        var values = new HashMap<String, Object>(Map.of("id", id, "until", until, "now", now));
        sql.update(SNOOZE, values);
        publish(reminder, "snoozed", now);
        return reminders.require(id);
    }

    /**
     * Keeps planning off the reminder's contact, or who stands for it, before the row is locked: the order in which all
     * planning locks. Who stands for it can have changed while this waited.
     */
    private ContactKey hold(UUID id) throws SQLException {
        ContactKey held = null;
        var contact = contactOf(id);
        try (var connection = database.getConnection()) {
            while (!contact.equals(held)) {
                Locks.contacts(connection, List.of(contact));
                held = contact;
                contact = contactOf(id);
            }
        }
        return contact;
    }

    private ContactKey contactOf(UUID id) {
        return new ContactKey(member.workspace(), reminders.require(id).contactId());
    }

    private void publish(ReminderView reminder, String action, Instant at) {
        var notification = sql.list(
                        NOTIFICATION, Map.of("id", reminder.id()), row -> row.getObject("notification_id", UUID.class))
                .get(0);
        NotificationEvent acted =
                new NotificationActedOn(notification, member.id(), reminder.contactId(), reminder.id(), action, at);
        messaging.publish(
                NotificationEvent.TOPIC,
                new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), member.workspace(), at, acted));
    }

    private static ApiException refused(ReminderView reminder, String wanted) {
        return ApiException.of(
                ProblemType.CONFLICT,
                "This reminder is " + reminder.state().json() + "; it cannot be " + wanted + " any more or yet.");
    }
}
